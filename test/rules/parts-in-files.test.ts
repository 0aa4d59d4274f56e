// What a plan may take from files, taken from files: every finding is still told, with all its places in the plan's own text.
import { expect, test } from 'vitest';
import { diagnostics } from '../../server/editor/diagnostics.ts';
import { fixEdits } from '../../server/edits/fixes.ts';
import { english } from '../unit/editor/analysed.ts';
import { fixtures } from './all-fixtures.ts';
import { analysed } from './fixture.ts';

type Files = Readonly<Record<string, string>>;

/** A top-level key in block style, with all below it. */
const section = (key: string): RegExp => new RegExp(String.raw`^${key}:[^\n]*\n(?:(?:[ #-][^\n]*)?\n)*`, 'm');
const baseline = /^( +)([\w-]+):([^\n]*)\n(?:\1 +[^\n]*\n)*/gm;

/** A plan with its people, resources, calendars and promised dates in files of their own; undefined where it has none that can be told apart. */
function apart(text: string): { readonly text: string; readonly files: Files } | undefined {
  if (/^include:/m.test(text) || /\r|[&*]\w|<<:/.test(text)) return undefined;
  const files: Record<string, string> = {};
  let rest = text.endsWith('\n') ? text : `${text}\n`;
  for (const key of ['team', 'resources', 'calendars'])
    rest = rest.replace(section(key), (found) => {
      files[`${key}.yaml`] = found;
      return '';
    });
  const include = Object.keys(files);
  rest = rest.replace(section('baselines'), (found) =>
    found.replace(baseline, (written: string, indent: string, id: string) => {
      const tasks = promisedTasks(written);
      if (tasks === undefined) return written;
      files[`${id}.yaml`] = tasks;
      const date = /\bdate: [\d-]+/.exec(written)?.[0];
      return `${indent}${id}: { ${date === undefined ? '' : `${date}, `}file: ${id}.yaml }\n`;
    }),
  );
  if (Object.keys(files).length === 0) return undefined;
  return { text: include.length > 0 ? `include: [${include.join(', ')}]\n${rest}` : rest, files };
}

/** The `tasks:` of a baseline, as a file has them. */
function promisedTasks(written: string): string | undefined {
  const [, inBraces] = /\btasks: (\{.*\}) \}/.exec(written) ?? [];
  if (inBraces !== undefined) return `tasks: ${inBraces}\n`;
  const [lines, indent] = /^( +)tasks:[^\n]*\n(?:\1 +[^\n]*\n)+/m.exec(written) ?? [];
  return lines?.replace(new RegExp(`^${indent}`, 'gm'), '');
}

const plans = fixtures.flatMap(({ name, text, files }) => {
  const made = apart(text);
  return made === undefined ? [] : [{ name, text: made.text, files: { ...files, ...made.files } }];
});

test('many fixtures have parts that may stand in files', () => {
  expect(plans.length).toBeGreaterThan(80);
});

test.each(plans)('$name', ({ text, files }) => {
  const analysis = analysed(text, files);
  const { tree, findings } = analysis;
  for (const { message, range, relatedInformation = [] } of diagnostics(analysis, english))
    for (const each of [
      { message, range },
      ...relatedInformation.map((one) => ({ ...one, range: one.location.range })),
    ]) {
      expect(each.message).not.toBe('');
      expect(tree.offsetAt(each.range.end)).toBeGreaterThan(tree.offsetAt(each.range.start));
    }
  for (const { fixes = [] } of findings)
    for (const fix of fixes)
      for (const { span } of fixEdits(fix, analysis)) expect(span.end).toBeLessThanOrEqual(tree.length);
});
