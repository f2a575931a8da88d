import { defaultTreeAdapter, html, parse, type DefaultTreeAdapterMap } from 'parse5';

export type Element = DefaultTreeAdapterMap['element'];
export type ChildNode = DefaultTreeAdapterMap['childNode'];
export type Document = DefaultTreeAdapterMap['document'];

/** Browsers stop at 512. */
const DEEPEST = 1_000;

/** Parses HTML as browsers do; throws words for the user when its elements are nested too deep for an article. */
export function parseHtml(markup: string): Document {
  let depth = 0;
  return parse(markup, {
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush: () => {
        if (++depth > DEEPEST)
          throw new Error(`its elements are nested more than ${DEEPEST} deep, as no article’s are`);
      },
      onItemPop: () => {
        depth--;
      },
    },
  });
}

/** Whether a node is an HTML element; SVG and MathML are not. */
export function isElement(node: ChildNode): node is Element {
  return 'tagName' in node && node.namespaceURI === html.NS.HTML;
}

/** An element's attribute; '' when it has none of that name. */
export function attribute({ attrs }: Element, name: string): string {
  return attrs.find((each) => each.name === name)?.value ?? '';
}

/** The text inside an element, as it stands in the markup. */
export function rawText(element: Element): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}
