// The documents: each in English and Chinese, of the same shape, linked to each other; every link leads somewhere; examples are plans and checks.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { analysed } from './editor/analysed.ts';

const read = (path: string): string => readFileSync(path, 'utf8');
const english = globSync('docs/*.md')
  .filter((path) => !path.endsWith('.zh-cn.md'))
  .toSorted();
const chineseOf = (path: string): string => path.replace(/\.md$/, '.zh-cn.md');
const blocksOf = (text: string) =>
  [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language, code = '']) => ({ language, code }));

describe.each(english)('%s', (path) => {
  const name = path.slice('docs/'.length);

  test('is there in Chinese, and each leads to the other', () => {
    expect(existsSync(chineseOf(path))).toBe(true);
    expect(read(path)).toMatch(new RegExp(`\\]\\(${chineseOf(name)}\\)`));
    expect(read(chineseOf(path))).toMatch(new RegExp(`\\]\\(${name}\\)`));
  });

  test('has the same shape in Chinese: headings, tables, lists, examples, pictures', () => {
    const shape = (text: string) => ({
      headings: text.match(/^#+(?= )/gm),
      rows: text.match(/^\|/gm)?.length,
      items: text.match(/^(?:-|\d+\.) /gm)?.length,
      examples: blocksOf(text).map(({ language }) => language),
      pictures: text.match(/!\[/g)?.length,
    });
    expect(shape(read(chineseOf(path)))).toEqual(shape(read(path)));
  });

  test('is Chinese in Chinese: no line of prose is left in English', () => {
    const prose = read(chineseOf(path)).replaceAll(/<!--.*-->|```[\s\S]*?```|`[^`\n]*`|\[English\]\([^)]*\)/g, '');
    const sentences = prose.split('\n').filter((line) => /(?:\b[A-Za-z]+[ ,.]+){4}/.test(line));
    expect(sentences.filter((line) => !/\p{Script=Han}/u.test(line))).toEqual([]);
  });
});

const pages = globSync([
  'README.md',
  'README.zh-cn.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'docs/**/*.md',
  'samples/README.md',
  'bench/README.md',
  'test/**/README.md',
]).toSorted();

test.each(pages)('%s: every link leads to something', (path) => {
  const text = read(path).replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '');
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/.test(link));
  const dead = links.filter((link) => {
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? path : join(dirname(path), decodeURI(file));
    return (
      !existsSync(target) ||
      (anchor !== undefined && !read(target).includes(`id="${anchor}"`) && !headingIds(read(target)).has(anchor))
    );
  });
  expect(dead).toEqual([]);
});

/** As GitHub makes them: lower case, blanks as hyphens, without marks. */
function headingIds(text: string): ReadonlySet<string> {
  return new Set(
    [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replaceAll(' ', '-'),
    ),
  );
}

/** The plans that a page shows, with the files that it shows: those whose first line is a comment with their path. */
const plans = [...globSync('docs/*.md'), 'README.md', 'README.zh-cn.md'].toSorted().flatMap((path) => {
  const shown = blocksOf(read(path)).filter(({ language }) => language === 'yaml');
  const named = shown.flatMap(({ code }) => {
    const name = /^# (\S+\.yaml)$/m.exec(code.split('\n')[0] ?? '')?.[1];
    return name === undefined ? [] : [[`file:///w/${name}`, code] as const];
  });
  const files = Object.fromEntries(named);
  return shown.filter(({ code }) => /^start:/m.test(code)).map(({ code }) => ({ path, code, files }));
});

test('pages show plans', () => expect(plans.length).toBeGreaterThanOrEqual(8));

test.each(plans)('$path: a plan that it shows has no error', ({ code, files }) => {
  const { findings } = analysed(code, { files });
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test.each(['docs/checks.md', 'docs/checks.zh-cn.md'])('%s: its checks can be used', (path) => {
  const [example] = blocksOf(read(path));
  const { findings } = analysed(
    `name: x\nstart: 2026-03-02\n${example?.code ?? ''}tasks:\n  dig: 20d\n  done: { milestone: true, after: dig }\n`,
  );
  expect(findings.map(({ rule }) => rule)).toEqual(['large-task', 'milestone-acceptance']);
});
