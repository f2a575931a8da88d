import { useMemo } from 'react';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { setSpeaker } from '../../core/edit/build-edits';
import { speakersOf } from '../../core/measure/speakers';
import type { Annotation } from '../../core/model/annotation';
import type { Comparison } from '../../core/model/comparison';
import { author } from '../client/edits';
import { focusArticle } from '../client/focus';
import { session } from '../client/session';
import menus from '../styles/menus.module.css';
import { changeIfThere } from './change-if-there';
import styles from './inspector.module.css';
import { useDraft } from './use-draft';

/** Who says what an annotation holds, completed from the speakers of the comparison's other annotations. */
export function SpeakerField({
  annotation,
  comparison,
}: {
  annotation: Annotation;
  comparison: Comparison;
}) {
  const { id, speaker } = annotation;
  const { annotations } = comparison;
  const items = useMemo(
    () => speakersOf(annotations, id).map((name) => ({ id: name, name })),
    [annotations, id],
  );
  const { draft, change, save } = useDraft(speaker, annotation, (value) =>
    changeIfThere(id, (current) => setSpeaker(current, value, author())),
  );
  return (
    <ComboBox
      className={styles.field ?? ''}
      allowsCustomValue
      menuTrigger="input"
      defaultItems={items}
      inputValue={draft}
      onInputChange={(value) => {
        if (value !== draft) change(value);
      }}
      onBlur={save}
    >
      <Label>Speaker</Label>
      <span
        // Escape puts the offered names away first, and Enter takes the one that is walked to.
        onKeyDownCapture={(event) => {
          if (event.nativeEvent.isComposing || !['Enter', 'Escape'].includes(event.key)) return;
          const field = event.target as Element;
          const isOpen = field.getAttribute('aria-expanded') === 'true';
          if (isOpen && (event.key === 'Escape' || field.hasAttribute('aria-activedescendant')))
            return;
          event.preventDefault();
          event.stopPropagation();
          save();
          focusArticle(session().side);
        }}
      >
        <Input dir="auto" maxLength={2_000} placeholder="Who says it?" data-field="speaker" />
      </span>
      <Popover className={menus.popover ?? ''}>
        <ListBox<(typeof items)[number]> className={menus.menu ?? ''}>
          {({ name }) => (
            <ListBoxItem className={menus.item ?? ''} textValue={name}>
              {name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
