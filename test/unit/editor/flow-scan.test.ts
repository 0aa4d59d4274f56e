// Which brackets are open at the end of half-typed flow text.
import { describe, expect, it } from 'vitest';
import { scanFlow } from '../../../server/editor/flow-scan.ts';

describe('scanFlow', () => {
  it.each([
    ['{', '{', ''],
    ['{ a', '{', 'a'],
    ['{ a: ', '{a', ''],
    ['{ a: b, c', '{', 'c'],
    ['{ a: [x, y', '{a [', 'y'],
    ['[ { a: 1 }, ', '[', ''],
    ['{ "a, b": x', '{a, b', 'x'],
    ['{ when: 10:00', '{when', '10:00'],
    ["{ a: 'it''s', b", '{', 'b'],
    ['{ a: 1, # rest, {\n b', '{', 'b'],
    ['{ a: "x', '{a', '"x'],
    ['{ a#b: c', '{a#b', 'c'],
  ])('%j has %j open', (text, open, token) => {
    const scan = scanFlow(text);
    expect(scan?.open.map(({ kind, key }) => `${kind === 'map' ? '{' : '['}${key ?? ''}`).join(' ')).toBe(open);
    expect(text.slice(scan?.tokenStart)).toBe(token);
  });

  it.each([['{ a: 1 }'], ['[x]'], ['{ a: 1, # why']])('%j has nothing to complete', (text) => {
    expect(scanFlow(text)).toBeUndefined();
  });
});
