import { describe, expect, it } from 'vitest';
import { snippetOf } from './snippet';

const LEFT = `The mayor opened the bridge on Monday.\n\nThe works took 14 years, she said. ${'More words follow here. '.repeat(9)}`;
const RIGHT = 'Die Straße war 😀 gesperrt.\nÉcole fermée.';
const TEXTS = { left: LEFT, right: RIGHT };

describe('snippetOf', () => {
  it.each([
    { query: 'BRIDGE', side: 'left', before: 'The mayor opened the ', match: 'bridge' },
    {
      query: 'monday. the',
      side: 'left',
      before: 'The mayor opened the bridge on ',
      match: 'Monday. The',
    },
    { query: 'strasse', side: 'right', before: 'Die ', match: 'Straße' },
    { query: 'e\u0301cole', side: 'right', before: 'Die Straße war 😀 gesperrt. ', match: 'École' },
    { query: 'gesperrt mayor', side: 'right', before: 'Die Straße war 😀 ', match: 'gesperrt' },
  ])('shows $query', ({ query, side, before, match }) => {
    expect(snippetOf(TEXTS, query)).toMatchObject({ side, before, match });
  });

  it('cuts at words, and says that it did', () => {
    const snippet = snippetOf(TEXTS, '14 years');
    expect(snippet?.before).toBe('…the bridge on Monday. The works took ');
    expect(snippet?.after).toMatch(/^, she said\. .*\S…$/);
  });

  it.each(['tunnel', ' ', ''])('shows nothing for “%s”', (query) => {
    expect(snippetOf(TEXTS, query)).toBeNull();
  });
});
