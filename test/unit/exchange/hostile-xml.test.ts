// XML of strangers: nothing expands, hangs or gets in; whatever names and notes say stays text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMspdiText } from '../../../server/exchange/mspdi/read.ts';
import { analysisOf, mspdiOf, planFromMspdi } from './converted.ts';
import { project } from './mspdi-text.ts';

function refusal(text: string): string | undefined {
  const reading = readMspdiText(text);
  return 'refusal' in reading ? reading.refusal : undefined;
}

describe('what is refused', () => {
  const bomb = `<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(100)}"><!ENTITY c "${'&b;'.repeat(100)}">`;
  it.each([
    ['nothing', '', 'empty'],
    ['blanks', ' \n\t', 'empty'],
    ['a plain text', 'hello', 'not-xml'],
    ['a plan', 'name: x\ntasks:\n  a: 1d\n', 'not-xml'],
    ['elements that cross', '<Project><Tasks></Project></Tasks>', 'not-xml'],
    ['a file that is cut', '<Project><Tasks><Task>', 'not-xml'],
    ['another root', '<html><body/></html>', 'wrong-root'],
    ['no tasks', '<Project><Name>x</Name></Project>', 'no-work'],
    ['a document type', '<!DOCTYPE Project SYSTEM "file:///etc/passwd"><Project><Tasks/></Project>', 'doctype'],
    [
      'a bomb of entities',
      `<?xml version="1.0"?><!-- x --><!DOCTYPE P [${bomb}]><Project><Name>&c;</Name></Project>`,
      'doctype',
    ],
    [
      'a name that would reach prototypes',
      '<Project><Tasks><__proto__><x>1</x></__proto__></Tasks></Project>',
      'broken-xml',
    ],
    [
      'depth without end',
      `<Project><Tasks>${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}</Tasks></Project>`,
      'broken-xml',
    ],
  ])('%s', (_, text, wanted) => {
    expect(refusal(text)).toBe(wanted);
  });

  it('says the line', () => {
    const reading = readMspdiText('<Project>\n<Tasks>\n</Project>');
    expect(reading).toMatchObject({ refusal: 'not-xml', args: { line: 3 } });
  });
});

it('reads a byte-order mark, entities of characters and CDATA; others stay as they are', () => {
  const text = project([{ Name: 'N' }]).replace(
    '<Name>N</Name>',
    '<Name><![CDATA[A <!DOCTYPE & ]]>&#20013;&amp;#10; &other;</Name>',
  );
  const { draft } = planFromMspdi(`\uFEFF${text}`);
  expect(draft.tasks[0]?.name).toBe('A <!DOCTYPE & 中&#10; &other;');
});

it('takes an outline of any depth', () => {
  const tasks = Array.from({ length: 300 }, (_, index) => ({ Name: `L${index}`, OutlineLevel: index + 1 }));
  const { text, taskIds } = planFromMspdi(project(tasks));
  expect(taskIds.size).toBe(299);
  expect(text).toContain('l299:');
});

/** Texts as people and attackers write them: YAML's signs, Chinese, emoji, controls, whole lines. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    ...[
      '- x',
      '? y',
      ': z',
      '#1',
      '@a',
      '%b',
      '*c',
      '&d',
      '!e',
      '|',
      '>',
      "it's",
      '"q"',
      '{a: b}',
      '[x]',
      'a: b',
      'a #b',
      'null',
      '~',
      'yes',
    ],
    ...[
      '1.10',
      '0x1F',
      '__proto__',
      'constructor',
      '<<',
      '---',
      '...',
      'a\nb',
      'a\n\n  b\n',
      '\ttab',
      ' lead',
      'trail ',
      '汉字，标点：完',
      '🚀',
    ],
  ),
);

describe('whatever a name says', () => {
  const options = { numRuns: 100 };

  it('it is the name of the task in the plan, which opens without an error', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (name, note, other) => {
        const escaped = (text: string) =>
          text
            .replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')
            .replaceAll('&', '&amp;')
            .replaceAll('<', '&lt;')
            .replaceAll('>', '&gt;');
        const kept = (text: string) => text.replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '').trim();
        const [first, second] = [kept(name) && name, kept(other) && other];
        const xml = project([{ Name: 'NAME', Notes: 'NOTE' }, { Name: 'OTHER' }])
          .replace('NAME', () => escaped(first) || 'n')
          .replace('NOTE', () => escaped(note))
          .replace('OTHER', () => escaped(second) || 'o');
        const { text, taskIds } = planFromMspdi(xml);
        const { plan, findings } = analysisOf(text);
        expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(plan.tasks.map((task) => task.id)).toEqual([...taskIds.values()]);
        expect(plan.tasks.map((task) => task.name)).toEqual(
          [first || 'n', second || 'o'].map((one, index) => kept(one) || plan.tasks[index]?.id),
        );
        expect(plan.tasks[0]?.record.description?.value ?? '').toBe(kept(note));
      }),
      options,
    );
  });

  it('it comes back from XML', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        const plan = analysisOf(
          `start: 2026-03-02\ntasks:\n  a: { name: ${JSON.stringify(name.toWellFormed())}, duration: 1d }\n`,
        );
        const { draft } = planFromMspdi(mspdiOf(plan).text);
        const written = plan.plan.tasks[0]?.record.name?.value ?? '';
        const kept = written
          .replaceAll(/(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')
          .replaceAll(/\r\n?/g, '\n')
          .trim();
        expect(draft.tasks[0]?.name).toBe(kept);
      }),
      options,
    );
  });
});
