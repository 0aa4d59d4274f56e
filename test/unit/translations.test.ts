// English and Simplified Chinese everywhere: no text that people read has only one of the two, in the manifest, the client, the page or the server.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import type { Node, SourceFile } from 'typescript/unstable/ast';
import { createVirtualFileSystem } from 'typescript/unstable/fs';
import { API } from 'typescript/unstable/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bareTexts, phrases } from './spoken-texts.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const read = (path: string): { readonly [key: string]: Json } => JSON.parse(readFileSync(path, 'utf8'));
const manifest = read('package.json');
const english = read('package.nls.json');
const chinese = read('package.nls.zh-cn.json');

/** Keys of the manifest whose texts people read. */
const spoken = new Set([
  ...['title', 'shortTitle', 'category', 'description', 'markdownDescription', 'enumDescriptions'],
  ...['markdownEnumDescriptions', 'contextualTitle', 'contents', 'altText', 'deprecationMessage'],
  ...['markdownDeprecationMessage', 'errorMessage', 'patternErrorMessage', 'enumItemLabels', 'name'],
]);
/** Names that are the same in every language. */
const ownNames = new Set([
  'Plan as Code',
  'MS Project XML',
  'GanttProject',
  'Mermaid',
  'CSV',
  'JSON',
  'HEAD',
  'HEAD~3',
]);

/** Texts of the manifest that people read, and every key of a translation that is used. */
function manifestTexts(json: Json, key = ''): readonly { readonly key: string; readonly text: string }[] {
  if (typeof json === 'string') return [{ key, text: json }];
  if (typeof json !== 'object' || json === null) return [];
  if (Array.isArray(json)) return json.flatMap((item: Json) => manifestTexts(item, key));
  return Object.entries(json).flatMap(([name, value]) => manifestTexts(value, name));
}

const han = /\p{Script=Han}/u;
const placeholders = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g))].toSorted();
/** Chinese counts all, English those that are not named. */
const differently = new Set(['{names} and {count} more']);

describe('the manifest', () => {
  const texts = manifestTexts(manifest);
  const contributed = manifestTexts(manifest.contributes ?? {});

  it('says nothing itself: all that people read is in both files of translations', () => {
    const bare = contributed
      .filter(({ key }) => spoken.has(key))
      .map(({ text }) => text)
      .filter((text) => !/^%[\w.-]+%$/.test(text) && !ownNames.has(text));
    expect(bare).toEqual([]);
  });

  it('uses every key, and no other', () => {
    const used = new Set(texts.flatMap(({ text }) => /^%([\w.-]+)%$/.exec(text)?.[1] ?? []));
    expect([...used].toSorted()).toEqual(Object.keys(english).toSorted());
    expect(Object.keys(chinese).toSorted()).toEqual(Object.keys(english).toSorted());
  });

  const isPicture = (key: string): boolean => String(english[key]).endsWith('.jpg');

  it.each(Object.keys(english).filter((key) => !isPicture(key)))('%s is said in Chinese', (key) => {
    expect(chinese[key]).toMatch(han);
    expect(english[key]).not.toMatch(han);
  });

  it.each(Object.keys(english).filter(isPicture))('%s is a picture in each language', (key) => {
    expect(existsSync(String(english[key]))).toBe(true);
    expect(chinese[key]).toBe(String(english[key]).replace('.en.jpg', '.zh-cn.jpg'));
    expect(existsSync(String(chinese[key]))).toBe(true);
  });
});

describe('the sources', () => {
  const files = globSync(['client/**/*.ts', 'server/**/*.ts'], { absolute: false }).toSorted();
  let api: API;
  let sourceOf: (path: string) => SourceFile | undefined;

  beforeAll(() => {
    api = new API();
    const snapshot = api.updateSnapshot({ openProject: resolve('tsconfig.json') });
    const [project] = snapshot.getProjects();
    sourceOf = (path) => project?.program.getSourceFile(resolve(path));
  });
  afterAll(() => api.close());

  it('are all looked at', () => {
    expect(files.length).toBeGreaterThan(300);
    expect(files.filter((path) => !path.endsWith('.d.ts') && sourceOf(path) === undefined)).toEqual([]);
  });

  it('say everything in both languages, with the same things filled in', () => {
    let count = 0;
    const wrong = files.flatMap((path) => {
      const source = sourceOf(path);
      return (source === undefined ? [] : phrases(source)).flatMap(({ en, chinese: zh }) => {
        count += 1;
        const isSame = placeholders(en).join() === placeholders(zh).join();
        return en !== '' && zh !== '' && (isSame || differently.has(en)) ? [] : [`${path}: ${en} | ${zh}`];
      });
    });
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(500);
  });

  it('of the client and its page show people no text that has no translation', () => {
    const bare = files
      .filter((path) => path.startsWith('client/'))
      .flatMap((path) => {
        const source = sourceOf(path);
        return (source === undefined ? [] : bareTexts(source)).map(({ text }) => `${path}: ${text}`);
      })
      .filter((line) => !ownNames.has(line.split(': ')[1] ?? ''));
    expect(bare).toEqual([]);
  });
});

describe('a text that has no translation is found', () => {
  const texts = (code: string, look: (root: Node) => readonly object[]): number => {
    const api = new API({
      cwd: '/p',
      fs: createVirtualFileSystem({ '/p/tsconfig.json': '{ "files": ["a.ts"] }', '/p/a.ts': code }),
    });
    try {
      const [project] = api.updateSnapshot({ openProject: '/p/tsconfig.json' }).getProjects();
      const source = project?.program.getSourceFile('/p/a.ts');
      if (source === undefined) throw new Error('there is no source');
      return look(source).length;
    } finally {
      api.close();
    }
  };

  it.each([
    "window.showErrorMessage('It failed');",
    'window.showInformationMessage(`It took ` + time, restart);',
    "item.tooltip = late ? 'Too late' : said('ok');",
    "window.showQuickPick(items, { placeHolder: 'Which one?' });",
    "const item = new TreeItem('Milestones');",
    "button.setAttribute('aria-label', 'Fold');",
    "item.text = ''; item.title = '显示';",
  ])('%s', (code) => {
    expect(texts(code, bareTexts)).toBe(1);
  });

  it.each([
    "window.showErrorMessage(clientText('failed'));",
    "item.tooltip = `$(warning) ` + clientText('late', { name: 'slack' });",
    "log.error('The server is gone');",
    "button.setAttribute('class', 'fold');",
  ])('and none in %s', (code) => {
    expect(texts(code, bareTexts)).toBe(0);
  });

  it('nor is a phrase in one language taken for whole', () => {
    const found = (code: string) => texts(code, (root) => phrases(root).filter(({ en, chinese: zh }) => !en || !zh));
    expect(found("const words = { gone: { en: 'Gone' } };")).toBe(1);
    expect(found("const words = { gone: { en: 'Gone', 'zh-cn': '已不存在' } };")).toBe(0);
  });
});
