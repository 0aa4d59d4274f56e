// Paths in plans, to URIs: what stays in, what is refused.
import { describe, expect, it } from 'vitest';
import { folderOf, isInside, normalUri, resolvePath } from '../../../server/workspace/path.ts';

describe('resolvePath', () => {
  it.each([
    ['team.yaml', 'file:///home/a/plan.plan.yaml', 'file:///home/a/team.yaml'],
    ['../team.yaml', 'file:///home/a/plan.plan.yaml', 'file:///home/team.yaml'],
    [
      './基线/v1 (最终).yaml',
      'file:///home/a/plan.plan.yaml',
      `file:///home/a/${encodeURIComponent('基线')}/v1%20%28${encodeURIComponent('最终')}%29.yaml`,
    ],
    ['50%23#?.yaml', 'file:///a/p.yaml', 'file:///a/50%2523%23%3F.yaml'],
    ['team.yaml', 'vscode-vfs://github/owner/repo/plan.plan.yaml', 'vscode-vfs://github/owner/repo/team.yaml'],
    ['../../../../etc/passwd', 'file:///home/a/plan.plan.yaml', 'file:///etc/passwd'],
  ])('%j in %s is %s', (path, from, expected) => {
    expect(resolvePath(path, from)).toBe(expected);
  });

  it.each([
    '/etc/passwd',
    '\\\\server\\share',
    'C:\\x.yaml',
    'c:/x.yaml',
    'https://example.org/x.yaml',
    'file:///etc/passwd',
    '',
    'a\0b',
    'a\nb',
  ])('refuses %j', (path) => {
    expect(resolvePath(path, 'file:///home/a/plan.plan.yaml')).toBeUndefined();
  });

  it('refuses every path in a text that lies nowhere', () => {
    expect(resolvePath('team.yaml', 'untitled:Untitled-1')).toBeUndefined();
  });
});

describe('isInside', () => {
  it.each([
    ['file:///home/a/x.yaml', 'file:///home/a', true],
    ['file:///home/a/x.yaml', 'file:///home/a/', true],
    ['file:///home/ab/x.yaml', 'file:///home/a', false],
    ['file:///x.yaml', 'file:///', true],
    ['vscode-vfs://github/o/r/x.yaml', 'vscode-vfs://github/o/r', true],
    ['vscode-vfs://evil/o/r/x.yaml', 'vscode-vfs://github/o/r', false],
    ['vscode-vfs://github/home/a/x.yaml', 'file:///home/a', false],
  ])('%s in %s: %s', (file, folder, expected) => {
    expect(isInside(file, folder)).toBe(expected);
  });
});

it('knows one file by every spelling of its URI', () => {
  expect(normalUri('file:///d%3A/%E8%AE%A1%E5%88%92.plan.yaml')).toBe(normalUri('file:///d:/计划.plan.yaml'));
});

it('knows the folder of a file', () => {
  expect(folderOf('file:///home/a/x.yaml')).toBe('file:///home/a');
  expect(folderOf('file:///x.yaml')).toBe('file:///');
});
