// Every rule has a page that tells the truth: its head is the registry's, its wrong example is found, its right one is not. The settings know all rules.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { documents } from '../../build/rule-pages.mts';
import { manifests } from '../../build/rule-settings.mts';
import { rules } from '../../server/rules/registry.ts';
import { analysed } from './fixture.ts';

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

  test('its right example has neither this finding nor an error', () => {
    const left = findings(page(), 'Right').filter(
      ({ rule, message, severity }) => rule === id || message === id || severity === 'error',
    );
    expect(left).toEqual([]);
  });
});

/** What is found in the plan under a heading of a page, with the files that stand there: blocks that begin with `yaml file=NAME`. */
function findings(page: string, heading: string) {
  const section = page.split(/^## /m).find((each) => each.startsWith(heading)) ?? '';
  const text = /```yaml\n([\s\S]*?)```/.exec(section)?.[1];
  if (text === undefined) throw new Error(`The page has no example under “${heading}”`);
  const files = [...section.matchAll(/```yaml file=(\S+)\n([\s\S]*?)```/g)];
  return analysed(text, Object.fromEntries(files.map(([, name = '', content = '']) => [name, content]))).findings;
}
