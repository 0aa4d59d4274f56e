// From uses to definitions and back: definition, references, highlights, rename.
import { describe, expect, it } from 'vitest';
import { definition } from '../../../server/editor/definition.ts';
import { documentHighlights } from '../../../server/editor/document-highlights.ts';
import { references } from '../../../server/editor/references.ts';
import { prepareRename, rename } from '../../../server/editor/rename.ts';
import { alone, analysedAt, chinese, english, relaunch, type Surroundings, texts, uri } from './analysed.ts';

function at(found: string, plan = relaunch): string {
  return plan.replace(found.replace('‸', ''), found);
}

describe('definition', () => {
  it('of a link is the task’s id', () => {
    const { analysis, offset } = analysedAt(at('after: [build, te‸st]'));
    expect(definition(analysis, offset, english)).toEqual({
      uri,
      range: { start: { line: 5, character: 2 }, end: { line: 5, character: 6 } },
    });
  });

  it('behind the last letter is the same', () => {
    const { analysis, offset } = analysedAt(at('after: [build, test‸]'));
    expect(definition(analysis, offset, english)).toMatchObject({ range: { start: { line: 5 } } });
  });

  it('says what was asked about where the editor wants to know', () => {
    const { analysis, offset } = analysedAt(at('after: bui‸ld SS+5d'));
    const answer = definition(analysis, offset, { definitionLinks: true });
    const link = Array.isArray(answer) ? answer[0] : undefined;
    expect(link?.originSelectionRange && texts(analysis, [link.originSelectionRange])).toEqual(['build']);
    expect(link && texts(analysis, [link.targetSelectionRange, link.targetRange])).toEqual([
      'build',
      'build:  { duration: 15d, after: design, owner: mia }',
    ]);
  });

  it('of an owner is the person, in an included file too', () => {
    const { analysis, offset } = analysedAt(
      'include: lib/团队.yaml\nstart: 2026-03-02\ntasks:\n  a: { duration: 1d, owner: l‸i }\n',
      {
        files: { [`file:///w/lib/${encodeURIComponent('团队')}.yaml`]: 'calendars: {}\nteam:\n  li: 李伟\n' },
      },
    );
    expect(definition(analysis, offset, english)).toEqual({
      uri: `file:///w/lib/${encodeURIComponent('团队')}.yaml`,
      range: { start: { line: 2, character: 2 }, end: { line: 2, character: 4 } },
    });
  });

  it('of a path is the file', () => {
    const surroundings: Surroundings = { files: { 'file:///w/team.yaml': 'team: {}' } };
    const { analysis, offset } = analysedAt('include: te‸am.yaml\nstart: 2026-03-02\n', surroundings);
    expect(definition(analysis, offset, english)).toMatchObject({ uri: 'file:///w/team.yaml' });
  });

  it('of what nothing defines is none', () => {
    for (const text of [
      at('after: no‸ne', relaunch.replace('after: design', 'after: none')),
      at('name: Web‸site relaunch'),
      '‸',
    ]) {
      const { analysis, offset } = analysedAt(text);
      expect(definition(analysis, offset, english)).toBeNull();
    }
  });
});

describe('references', () => {
  it('are every use, the definition before them where it is wanted', () => {
    const { analysis, offset } = analysedAt(at('  bu‸ild:  {'));
    const lines = (including: boolean) =>
      references(alone(analysis), offset, including).map(({ range }) => range.start.line);
    expect(lines(false)).toEqual([5, 6]);
    expect(lines(true)).toEqual([4, 5, 6]);
  });

  it('from a use are the same, and exact', () => {
    const { analysis, offset } = analysedAt(at('after: bui‸ld SS+5d'));
    const ranges = references(alone(analysis), offset, true).map(({ range }) => range);
    expect(texts(analysis, ranges)).toEqual(['build', 'build', 'build']);
  });

  it('are exact behind emoji and in quotes', () => {
    const { analysis, offset } = analysedAt(
      'start: 2026-03-02\ntasks:\n  设计‸: 1d\n  b: { name: "🚀🚀", after: "设计 SS", duration: 1d }\n',
    );
    expect(
      texts(
        analysis,
        references(alone(analysis), offset, true).map(({ range }) => range),
      ),
    ).toEqual(['设计', '设计']);
  });
});

it('highlights the definition as written and the uses as read', () => {
  const { analysis, offset } = analysedAt(at('after: bui‸ld SS+5d'));
  expect(documentHighlights(analysis, offset).map(({ range, kind }) => [range.start.line, kind])).toEqual([
    [4, 3],
    [5, 2],
    [6, 2],
  ]);
});

describe('rename', () => {
  const renamed = (withCursor: string, to: string) => {
    const { analysis, offset } = analysedAt(withCursor);
    const answer = rename(alone(analysis), offset, to, english);
    if ('refused' in answer) return answer.refused;
    const changed = answer.documentChanges?.[0];
    if (!changed || !('edits' in changed)) throw new Error('no edits');
    expect(changed.textDocument).toEqual({ uri, version: 1 });
    let text = analysis.tree.text();
    for (const edit of [...changed.edits].reverse()) {
      if (!('newText' in edit)) throw new Error('not a plain edit');
      const { range, newText } = edit;
      text =
        text.slice(0, analysis.tree.offsetAt(range.start)) + newText + text.slice(analysis.tree.offsetAt(range.end));
    }
    return text;
  };

  it('changes every place and nothing else', () => {
    expect(renamed(at('after: bui‸ld SS+5d'), 'construction')).toBe(relaunch.replaceAll(/\bbuild\b/g, 'construction'));
  });

  it('keeps quotes', () => {
    const plan = 'start: 2026-03-02\ntasks:\n  "a": 1d\n  b: { duration: 1d, after: [\'a\', "a SS"] }\n';
    // One link of each type: the pair is linked twice.
    expect(renamed(plan.replace('"a": 1d', '"a‸": 1d'), 'z')).toBe(
      plan.replace('"a":', '"z":').replace("'a'", "'z'").replace('"a SS"', '"z SS"'),
    );
  });

  it('refuses what is no id, or is taken', () => {
    expect(renamed(at('  de‸sign: 10d'), 'two words')).toContain('is no id');
    expect(renamed(at('  de‸sign: 10d'), 'build')).toContain('stands for something else already');
    expect(renamed(at('name: Web‸site relaunch'), 'x')).toContain('no id, tag or anchor here');
  });

  it('refuses in the reader’s language', () => {
    const { analysis, offset } = analysedAt(at('  de‸sign: 10d'));
    const answer = rename(alone(analysis), offset, 'build', chinese);
    expect('refused' in answer && answer.refused).toMatch(/[\u4e00-\u9fff]/);
  });

  it('is prepared with the id’s range', () => {
    const { analysis, offset } = analysedAt(at('after: bui‸ld SS+5d'));
    const prepared = prepareRename(alone(analysis), offset, english);
    if ('refused' in prepared) throw new Error(prepared.refused);
    expect(prepared.placeholder).toBe('build');
    expect(texts(analysis, [prepared.range])).toEqual(['build']);
  });

  it.each([
    ['name: Web‸site relaunch', relaunch, 'no id, tag or anchor here'],
    ['dead‸line: 2026', relaunch, '“deadline” is a word of the plan language'],
    ['after: no‸ne', relaunch.replace('after: design', 'after: none'), 'Nothing defines “none”'],
  ])('is not prepared where no id stands: %s', (found, plan, why) => {
    const { analysis, offset } = analysedAt(at(found, plan));
    expect(prepareRename(alone(analysis), offset, english)).toEqual({ refused: expect.stringContaining(why) });
  });
});
