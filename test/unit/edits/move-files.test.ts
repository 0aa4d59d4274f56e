// Files that are renamed or moved: who names them writes the new path, in its own style; who is moved still finds what it names.
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../server/edits/apply-edits.ts';
import { moveEdits } from '../../../server/edits/move-files.ts';
import { openTree } from '../../../server/text/open-tree.ts';
import { movedUri, relativePath, resolvePath } from '../../../server/workspace/path.ts';

function moved(at: string, text: string, oldPath: string, newPath: string): string | undefined {
  const renames = [{ oldUri: `file:///w/${oldPath}`, newUri: `file:///w/${newPath}` }];
  const found = moveEdits(`file:///w/${at}`, openTree(text), {
    resolve: resolvePath,
    relative: relativePath,
    moved: (path) => movedUri(path, renames),
  });
  return found && applyEdits(text, found.edits);
}

describe('a file that is renamed', () => {
  it.each([
    ['alone', 'include: team.yaml # all of us\r\n', 'include: people.yaml # all of us\r\n'],
    ['in a list', 'include:\n  - ./team.yaml\n  - other.yaml\n', 'include:\n  - ./people.yaml\n  - other.yaml\n'],
    ['in double quotes', 'include: ["team.yaml"]\n', 'include: ["people.yaml"]\n'],
    [
      'in single quotes',
      "subplans: { a: 'team.yaml', b: team.yaml }\n",
      "subplans: { a: 'people.yaml', b: people.yaml }\n",
    ],
    [
      'as a baseline',
      'baselines:\n  v1: { date: 2026-03-01, file: team.yaml }\n',
      'baselines:\n  v1: { date: 2026-03-01, file: people.yaml }\n',
    ],
    ['through an anchor', 'x-t: &t team.yaml\ninclude: [*t]\n', 'x-t: &t people.yaml\ninclude: [*t]\n'],
  ])('is named anew: %s', (_, before, after) => {
    expect(moved('a.plan.yaml', before, 'team.yaml', 'people.yaml')).toBe(after);
  });

  it('is quoted where its new name needs that', () => {
    expect(moved('a.plan.yaml', 'include: [team.yaml]\n', 'team.yaml', 'we, all.yaml')).toBe(
      'include: ["we, all.yaml"]\n',
    );
    expect(moved('a.plan.yaml', "include: 'team.yaml'\n", 'team.yaml', "o'neil.yaml")).toBe(
      'include: "o\'neil.yaml"\n',
    );
  });

  it('of Chinese name and emoji', () => {
    expect(moved('a.plan.yaml', 'include: 团队.yaml\n', encodeURI('团队.yaml'), encodeURI('子/人员🚀.yaml'))).toBe(
      'include: 子/人员🚀.yaml\n',
    );
  });

  it('leaves texts alone that name something else', () => {
    expect(
      moved('a.plan.yaml', 'include: lib/team.yaml\nname: team.yaml\n', 'team.yaml', 'people.yaml'),
    ).toBeUndefined();
    expect(moved('a.plan.yaml', 'include: team.yaml.bak\n', 'team.yaml', 'people.yaml')).toBeUndefined();
    expect(moved('a.plan.yaml', '[', 'team.yaml', 'people.yaml')).toBeUndefined();
  });
});

describe('a folder that is renamed', () => {
  it('takes along what is in it', () => {
    expect(moved('a.plan.yaml', 'include: [lib/team.yaml, library/x.yaml]\n', 'lib', 'shared/lib')).toBe(
      'include: [shared/lib/team.yaml, library/x.yaml]\n',
    );
  });

  it('changes nothing among its own files', () => {
    expect(moved('lib/a.plan.yaml', 'include: [team.yaml, ./sub/x.yaml]\n', 'lib', 'deeper/lib')).toBeUndefined();
  });
});

it('a plan that is moved still finds what it names', () => {
  expect(
    moved('a.plan.yaml', 'include: lib/team.yaml\nsubplans: { b: b.plan.yaml }\n', 'a.plan.yaml', 'plans/a.plan.yaml'),
  ).toBe('include: ../lib/team.yaml\nsubplans: { b: ../b.plan.yaml }\n');
  expect(moved('a.plan.yaml', 'include: lib/team.yaml\n', 'a.plan.yaml', 'lib/a.plan.yaml')).toBe(
    'include: team.yaml\n',
  );
});
