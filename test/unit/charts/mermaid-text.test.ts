// Names come out of Mermaid as they went in; here: what they are written as. That Mermaid reads it so is shown in test/page.
import { describe, expect, it } from 'vitest';
import { mermaidText, oneLine } from '../../../server/charts/mermaid-text.ts';

describe('a name in Mermaid text', () => {
  const written: readonly (readonly [name: string, text: string])[] = [
    ['Design', 'Design'],
    ['上线准备', '上线准备'],
    ['Разработка 🚀', 'Разработка 🚀'],
    ['אישור תוכנית', 'אישור תוכנית'],
    ['Phase 1: build', 'Phase 1#58; build'],
    ['A #12; B', 'A #35;12#59; B'],
    ['5% done', '5#37; done'],
    ['100 %% comment', '100 #37;#37; comment'],
    ["%%{init: {'theme':'dark'}}%%", "#37;#37;#123;init#58; #123;'theme'#58;'dark'#125;#125;#37;#37;"],
    ['<script>alert(1)</script>', '#60;script#62;alert(1)#60;/script#62;'],
    ['Section one', '#83;ection one'],
    ['section', '#115;ection'],
    ['Sectional doors', 'Sectional doors'],
    ['TITLE page', '#84;ITLE page'],
    ['Gantt', '#71;antt'],
    ['gantt图', '#103;antt图'],
    ['Click here', '#67;lick here'],
    ['call me', '#99;all me'],
    ['href "x"', '#104;ref #34;x#34;'],
    ['accTitle: x', '#97;ccTitle#58; x'],
    ['accDescr { x }', '#97;ccDescr #123; x #125;'],
    ['Includes weekends', '#73;ncludes weekends'],
    ['todayMarker off', '#116;odayMarker off'],
    ['2026-03-02 kick-off', '#50;026-03-02 kick-off'],
    ['2026 budget', '2026 budget'],
    ['12', '#49;2'],
    ['__proto__', '#95;_proto__'],
    ['C4Context', 'C#52;Context'],
    ['A C4Container in it', 'A C#52;Container in it'],
    ['ﬂ°°60¶ßb', '#64258;°°60#182;ßb'],
    ['```', '#96;#96;#96;'],
    ['two\nlines\r\nof\ttext', 'two lines of text'],
  ];
  it.each(written)('%j is written %j', (name, text) => {
    expect(mermaidText(name, 'id')).toBe(text);
  });

  it('falls back to the id where the name shows nothing, and to a question mark where both do', () => {
    for (const nothing of ['', '   ', '\n', '\u200b', '\u202e\u200f', '\u0000'])
      expect(mermaidText(nothing, 'm1')).toBe('m1');
    expect(mermaidText('', '\u200b')).toBe('?');
  });

  it('clips very long names between characters', () => {
    const text = mermaidText('𠮷'.repeat(500), 'id');
    expect([...text]).toHaveLength(120);
    expect(text.endsWith('𠮷…')).toBe(true);
  });
});

describe('a name on one line', () => {
  it('drops what turns the direction of the text after it, and control characters', () => {
    expect(oneLine('pay \u202eusd\u202c now\u0007')).toBe('pay usd now');
  });

  it('keeps what joins letters and emoji', () => {
    expect(oneLine('👩‍💻 به‌نام')).toBe('👩‍💻 به‌نام');
  });

  it('replaces broken UTF-16', () => {
    expect(oneLine('a\ud83dz')).toBe('a\ufffdz');
  });
});
