import type { Comparison } from '../model/comparison';
import { certaintySchema, SIDES, stanceSchema, type Side } from '../model/fields';
import { toExport } from './diptych-json';
import type { Export } from './diptych-json-schema';
import type { Names } from './format';
import { escapeMarkup } from './markup';

type Annotation = Export['annotations'][number];

/** A comparison as one task of Label Studio: both texts, a region for each annotation, a relation for each link. */
export function labelStudioTask(comparison: Comparison): object {
  const { id, title, articles, annotations, links } = toExport(comparison, { withText: true });
  const { left, right } = articles;
  return {
    data: {
      comparison: id,
      title,
      left: left.text,
      right: right.text,
      left_title: left.title,
      right_title: right.title,
      left_outlet: left.outlet,
      right_outlet: right.outlet,
    },
    annotations: [
      {
        result: [
          ...annotations.flatMap(regionResults),
          ...links.map((link) => ({
            type: 'relation',
            from_id: link.left,
            to_id: link.right,
            direction: 'right',
            labels: [link.relation],
          })),
        ],
      },
    ],
  };
}

/** The results of one region: its label first, then what else is known of it, all under the region's id. */
function regionResults(annotation: Annotation): readonly object[] {
  const { id, article, start, end, exact, tag, speaker, stance, certainty, note } = annotation;
  const result = (control: string, type: string, value: object) => ({
    id,
    from_name: controlName(article, control),
    to_name: article,
    type,
    value: { start, end, ...value },
    origin: annotation.origin === 'manual' ? 'manual' : 'prediction',
  });
  return [
    result('tag', 'labels', { text: exact, labels: [tag] }),
    ...(speaker ? [result('speaker', 'textarea', { text: [speaker] })] : []),
    ...(stance ? [result('stance', 'choices', { choices: [stance] })] : []),
    ...(certainty ? [result('certainty', 'choices', { choices: [certainty] })] : []),
    ...(note ? [result('note', 'textarea', { text: [note] })] : []),
  ];
}

/** The labelling configuration that opens such tasks. */
export function labelStudioConfig({ tags, relations }: Names): string {
  // Without the style, Label Studio trims white space, and offsets no longer fit.
  return `<View>
  <Style>.htx-text { white-space: pre-wrap; }</Style>
  <Relations>
${valuesOf('Relation', relations)}
  </Relations>
  <View style="display: flex; gap: 2em">
${SIDES.map((side) => articleView(side, tags)).join('\n')}
  </View>
</View>
`;
}

function articleView(side: Side, tags: Iterable<string>): string {
  return `    <View style="flex: 1">
      <Header value="$${side}_title"/>
      <Labels name="${controlName(side, 'tag')}" toName="${side}">
${valuesOf('Label', tags)}
      </Labels>
      <Text name="${side}" value="$${side}" saveTextResult="yes"/>
${field(side, 'speaker')}
${choices(side, 'stance', stanceSchema.options)}
${choices(side, 'certainty', certaintySchema.options)}
${field(side, 'note')}
    </View>`;
}

function choices(side: Side, name: string, options: readonly string[]): string {
  return `      <Choices name="${controlName(side, name)}" toName="${side}" perRegion="true" showInline="true">
${valuesOf('Choice', options.filter(Boolean))}
      </Choices>`;
}

function field(side: Side, name: string): string {
  return `      <TextArea name="${controlName(side, name)}" toName="${side}" perRegion="true" editable="true" maxSubmissions="1" placeholder="${name}"/>`;
}

function valuesOf(element: string, names: Iterable<string>): string {
  return [...names].map((name) => `        <${element} value="${escapeMarkup(name)}"/>`).join('\n');
}

function controlName(side: Side, name: string): string {
  return `${side}_${name}`;
}
