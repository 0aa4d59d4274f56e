// Where the cursor stands in half-typed text.
import { describe, expect, it } from 'vitest';
import { cursorPlace } from '../../../server/editor/cursor-place.ts';
import { openTree } from '../../../server/text/open-tree.ts';
import { marked } from './marked.ts';

/** `tasks.a.after[] value "des" (before: x)`: the way, what is wanted, the word. */
function place(withCursor: string): string | undefined {
  const { text, offset } = marked(withCursor);
  const tree = openTree(text);
  const found = cursorPlace(tree, offset);
  if (!found) return undefined;
  const way = found.segments.map((segment) => (segment === 'item' ? '[]' : `.${segment.key}`)).join('');
  const before = found.before === '' ? '' : ` after "${found.before}"`;
  return `${way.replace(/^\./, '') || 'root'} ${found.wants}${found.flow ? ' flow' : ''} "${tree.text(found.word)}"${before}`;
}

describe('block style', () => {
  it.each([
    ['na‸', 'root either "na"'],
    ['‸', 'root either ""'],
    ['name: x\n‸', 'root either ""'],
    ['name: ‸', 'name value ""'],
    ['name: My pl‸an', 'name value "plan" after "My"'],
    ['tasks:\n  a:\n    dur‸', 'tasks.a either "dur"'],
    ['tasks:\n  a:\n    duration: 3d\n    ‸', 'tasks.a either ""'],
    ['tasks:\n  a:\n    duration: 3d\n  ‸', 'tasks either ""'],
    ['tasks:\n  a:\n    duration: 3d\n‸', 'root either ""'],
    ['tasks:\n  a:\n    duration: 3d\n    ‸\n  b: 2d\n', 'tasks.a either ""'],
    ['tasks:\n  a:\n    duration: 3d\n\n\n    ‸\n', 'tasks.a either ""'],
    ['tasks:\n  a:\n    # why\n    ‸', 'tasks.a either ""'],
    ['tasks:\n  a:\n    after: ‸', 'tasks.a.after value ""'],
    ['tasks:\n  a:\n    after: des‸ign SS+2d', 'tasks.a.after value "design"'],
    ['tasks:\n  a:\n    after: design S‸', 'tasks.a.after value "S" after "design"'],
    ['tasks:\n  a:\n    after:\n      - ‸', 'tasks.a.after[] either ""'],
    ['tasks:\n  a:\n    after:\n    - x\n    - y‸', 'tasks.a.after[] either "y"'],
    ['tasks:\n  a:\n    after:\n      - x\n      - ‸\n  b: 2d', 'tasks.a.after[] either ""'],
    ['tasks:\n  a:\n    after:\n      y‸', 'tasks.a.after either "y"'],
    ['tasks:\n  "a b":\n    ‸', 'tasks.a b either ""'],
    ['tasks:\n  a:\n    after: 设计，开‸', 'tasks.a.after value "开"'],
    ["tasks:\n  a:\n    owner: 'l‸", 'tasks.a.owner value "l"'],
    ['tasks:\r\n  a:\r\n    duration: 3d\r\n    ‸\r\n', 'tasks.a either ""'],
    ['任务: x\ntasks:\n  设计🚀:\n    工‸', 'tasks.设计🚀 either "工"'],
  ])('%j is %j', (text, expected) => {
    expect(place(text)).toBe(expected);
  });
});

describe('flow style', () => {
  it.each([
    ['tasks:\n  a: { ‸ }', 'tasks.a key flow ""'],
    ['tasks:\n  a: { ‸', 'tasks.a key flow ""'],
    ['tasks:\n  a: { duration: 3d, af‸ }', 'tasks.a key flow "af"'],
    ['tasks:\n  a: { duration: 3d, after: ‸ }', 'tasks.a.after value flow ""'],
    ['tasks:\n  a: { after: [x, ‸] }', 'tasks.a.after[] value flow ""'],
    ['tasks:\n  a: { after: [x, "y z", w‸', 'tasks.a.after[] value flow "w"'],
    ['tasks:\n  a: { after: x, ‸\n  b: 2d', 'tasks.a key flow ""'],
    ['tasks:\n  a: {\n    duration: 3d,\n    ow‸\n  }', 'tasks.a key flow "ow"'],
    ['tasks: {\n  a: {\n    duration: 3d, # so\n    ow‸\n  }\n}', 'tasks.a key flow "ow"'],
    ['tasks:\n  a: { after: b‸uild SS, owner: li }', 'tasks.a.after value flow "build"'],
    ['tasks:\n  a: { after: [设计，开‸发] }', 'tasks.a.after[] value flow "开发"'],
    ['tasks:\n  a: { after: [设‸计，开发] }', 'tasks.a.after[] value flow "设计"'],
    ['tasks:\n  a: { after: [设计、 ‸] }', 'tasks.a.after[] value flow ""'],
    ['tasks:\n  a: { after: 设计 SS，开发 S‸ }', 'tasks.a.after value flow "S" after "开发"'],
    ['tasks:\n  a: { duration: 3d，af‸ }', 'tasks.a.duration value flow "af" after "3d，"'],
    ['include: [‸]', 'include[] value flow ""'],
    ['tasks:\n  a: { owner: "l‸" }', 'tasks.a.owner value flow "l"'],
    ['tasks:\n  a: { assign: [li 50%, ‸] }', 'tasks.a.assign[] value flow ""'],
    ['tasks:\n  a: &first { ‸ }', 'tasks.a key flow ""'],
  ])('%j is %j', (text, expected) => {
    expect(place(text)).toBe(expected);
  });
});

describe('text broken elsewhere', () => {
  it.each([
    ['name: [\ntasks:\n  a:\n    ‸', 'tasks.a either ""'],
    ['tasks:\n  a: { duration: 3d\n  b:\n    ow‸', 'tasks.b either "ow"'],
    ['tasks:\n  x: "open\n  a:\n    dur‸\n', 'tasks.a either "dur"'],
  ])('%j is %j', (text, expected) => {
    expect(place(text)).toBe(expected);
  });
});

describe('no place to complete', () => {
  it.each([
    ['a comment', 'tasks: # the w‸ork'],
    ['a block text', 'description: |\n  some ‸text'],
    ['the second line of a plain text', 'name: one\n  tw‸o'],
    ['a line that YAML reads as more of the one above', 'tasks:\n  a:\n    duration 3d\n    ow‸'],
    ['below a value', 'tasks:\n  a: 3d\n    ‸'],
    ['behind a closed bracket', 'tasks:\n  a: { duration: 3d } ‸'],
    ['right behind a colon', 'name:‸'],
    ['behind a lone dash', 'include:\n  -‸'],
  ])('%s', (_, text) => {
    expect(place(text)).toBeUndefined();
  });
});

it('says which column a key begins in, and whether a colon follows', () => {
  const { text, offset } = marked('tasks:\n  a:\n    ow‸ner: li\n');
  expect(cursorPlace(openTree(text), offset)).toMatchObject({ column: 4, colonFollows: true });
});

it('looks at the lines around the cursor only, however many there are', () => {
  const many = Array.from({ length: 20_000 }, (_, index) => `  t${index}: 1d`).join('\n');
  const { text, offset } = marked(`tasks:\n${many}\n  ‸`);
  const tree = openTree(text);
  let looked = 0;
  const counting = new Proxy(tree, {
    get: (target, name) => {
      if (name === 'line') looked += 1;
      const member: unknown = Reflect.get(target, name, target);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
  expect(cursorPlace(counting, offset)?.segments).toEqual([{ key: 'tasks' }]);
  expect(looked).toBeLessThan(10);
});
