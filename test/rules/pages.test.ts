// Every rule has a page that tells the truth: its head is the registry's, its wrong example is found, its right one is not. The settings know all rules.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { documents } from '../../build/rule-pages.mts';
import { manifests } from '../../build/rule-settings.mts';
import { rules } from '../../server/rules/registry.ts';
import { analysed, found } from './fixture.ts';

const root = new URL('../../', import.meta.url);

test.each([...documents(), ...manifests()])('%s holds what the registry says', (path, text) => {
  expect(readFileSync(new URL(path, root), 'utf8')).toBe(text);
});

// Format 1 is the first: no key of an older one can be shown.
describe.each(rules.map(({ id }) => id).filter((id) => id !== 'deprecated-key'))('%s', (id) => {
  const page = () => readFileSync(new URL(`docs/rules/${id}.md`, root), 'utf8');

  test('its wrong example is found', () => {
    // A check of one's own is reported under its own id.
    expect(findings(page(), 'Wrong').flatMap(({ rule, message }) => [rule, message])).toContain(id);
  });

  test('a comment above it silences it, as the page says', () => {
    const { text, files } = example(page(), 'Wrong');
    const told = found(analysed(text, files)).filter(({ rule }) => rule === id || id === 'own-check');
    const [{ line = 0, rule = '' } = {}] = told;
    const lines = text.split('\n');
    const indent = /^ */.exec(lines[line] ?? '')?.[0] ?? '';
    const silenced = lines.toSpliced(line, 0, `${indent}# plan-ignore: ${rule} (why)`).join('\n');
    expect(found(analysed(silenced, files)).filter((each) => each.rule === rule).length).toBeLessThan(told.length);
  });

  test('its right example has neither this finding nor an error', () => {
    const left = findings(page(), 'Right').filter(
      ({ rule, message, severity }) => rule === id || message === id || severity === 'error',
    );
    expect(left).toEqual([]);
  });
});

test.each(rules.map(({ id }) => id))('%s is explained in Chinese, too', (id) => {
  const page = readFileSync(new URL(`docs/rules/${id}.md`, root), 'utf8');
  const [own = ''] = page.split('<!-- end of the generated part -->').slice(1).join('').split(/^## /m);
  expect(own).toMatch(/^[^\n]*\p{Script=Han}{4}[^\n]*。$/mu);
});

/** The plan under a heading of a page, with the files that stand there: blocks that begin with `yaml file=NAME`. */
function example(page: string, heading: string) {
  const section = page.split(/^## /m).find((each) => each.startsWith(heading)) ?? '';
  const text = /```yaml\n([\s\S]*?)```/.exec(section)?.[1];
  if (text === undefined) throw new Error(`The page has no example under “${heading}”`);
  const files = [...section.matchAll(/```yaml file=(\S+)\n([\s\S]*?)```/g)];
  return { text, files: Object.fromEntries(files.map(([, name = '', content = '']) => [name, content])) };
}

function findings(page: string, heading: string) {
  const { text, files } = example(page, heading);
  return analysed(text, files).findings;
}
