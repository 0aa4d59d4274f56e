// Full-width colons on all lines of a group, and beside other things: YAML makes one text of them.
import { describe, expect, it } from 'vitest';
import { bound, mended, told } from './bound.ts';

const head = 'start: 2026-03-02\ntasks:\n';
const end = '  build: 1d\n  test: 1d\n';

describe('a full-width colon', () => {
  it('is mended on every line of what YAML folds into one text', () => {
    const two = 'start: 2026-03-02\ntasks:\n  设计：3d\n\n  开发：5d\n';
    expect(told(bound(two))).toEqual(['fullwidth-punctuation.colon «设计：3d\n\n  开发：5d» → 设计: 3d\n\n  开发: 5d']);
    expect(mended(bound(two), 'fullwidth-punctuation.colon')).toBe(two.replaceAll('：', ': '));
    const all = 'name：网站\r\nstart：2026-03-02\r\ntasks：\r\n  设计：\r\n    duration：3d\r\n  b：1d\r\n';
    expect(mended(bound(all), 'fullwidth-punctuation.colon')).toBe(
      'name: 网站\r\nstart: 2026-03-02\r\ntasks:\r\n  设计:\r\n    duration: 3d\r\n  b: 1d\r\n',
    );
  });

  it.each([
    ['  a: duration：3d\n', '  a: { duration: 3d }\n'],
    ['  a: duration:3d\n', '  a: { duration: 3d }\n'],
  ])('beside an id is mended in brackets: %s', (line, after) => {
    const { problems } = bound(head + line + end).plan;
    expect(mended(bound(head + line + end), `${problems[0]?.rule}.${problems[0]?.code}`)).toBe(head + after + end);
  });

  it.each([
    'tasks:\n  设计：3d\n  然后休息\n',
    'tasks:\n    设计：3d\n  开发：5d\n',
    'tasks:\n  a:\n    duration：3d，owner：li\n',
    'tasks:\n  a: duration，owner\n',
  ])('has no fix where it can be read in several ways: %s', (tasks) => {
    const { problems } = bound(`start: 2026-03-02\n${tasks}`).plan;
    expect(problems.map(({ rule, suggestion, edits }) => [rule, suggestion, edits])).toEqual([
      ['fullwidth-punctuation', undefined, undefined],
    ]);
  });

  it('at the end of a line leaves no blank there', () => {
    expect(mended(bound('start: 2026-03-02\ntasks：\n  a: 1d\n'), 'fullwidth-punctuation.colon')).toBe(
      'start: 2026-03-02\ntasks:\n  a: 1d\n',
    );
  });

  it('behind “start” hides no start', () => {
    expect(told(bound('name: 网站\nstart：2026-03-02\ntasks：\n  设计：3d\n'))).toEqual([
      'fullwidth-punctuation.colon «start：»',
      'fullwidth-punctuation.colon «tasks：»',
    ]);
  });
});

describe('a full-width space', () => {
  it('beside a key is told as that; in front of it two columns are written for it', () => {
    expect(told(bound(`${head}　　a:\n　　　　duration: 3d\n`))).toEqual([
      'fullwidth-punctuation.space «　　a» →     a',
      'fullwidth-punctuation.space «　　　　duration» →         duration',
    ]);
    expect(told(bound(`${head}  a: { duration: 3d,　priority: high }\n`))).toEqual([
      'fullwidth-punctuation.space «　priority» →   priority',
    ]);
  });

  it.each([
    ['  a:　3d\n', '  a: 3d\n'],
    ['  a: { duration:　3d }\n', '  a: { duration: 3d }\n'],
  ])('behind a colon is no blank: %s', (line, after) => {
    expect(mended(bound(head + line + end), 'yaml-syntax.colon-without-space')).toBe(head + after + end);
  });

  it('begins paragraphs in texts', () => {
    expect(told(bound(`description: |\n  　　第一段\n  　　第二段：好\n${head}${end}`))).toEqual([]);
  });
});
