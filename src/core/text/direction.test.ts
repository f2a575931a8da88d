import { describe, expect, it } from 'vitest';
import { directionOf } from './direction';

describe('directionOf', () => {
  it.each([
    ['Plain English', 'ltr'],
    ['أغلقت المدينة الجسر يوم الجمعة', 'rtl'],
    ['העירייה סגרה את הגשר', 'rtl'],
    ['BBC: أغلقت المدينة الجسر يوم الجمعة', 'rtl'],
    ['The word שלום is Hebrew', 'ltr'],
    ['ܫܠܡܐ', 'rtl'],
    ['Привет, 世界', 'ltr'],
    ['', 'ltr'],
    ['1 234,5 — …', 'ltr'],
  ] as const)('%s runs %s', (text, direction) => {
    expect(directionOf(text)).toBe(direction);
  });

  it('takes the direction around it where there are no letters', () => {
    expect(directionOf('١٢٣ — 2024', 'rtl')).toBe('rtl');
    expect(directionOf('2024', 'rtl')).toBe('rtl');
    expect(directionOf('Reuters', 'rtl')).toBe('ltr');
  });
});
