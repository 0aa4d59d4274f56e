// What the workspace knows, and when it analyses again. The analysis itself is a stand-in that asks for the files the text names.
import { describe, expect, it } from 'vitest';
import type { Analysis, Snapshot } from '../../../server/analysis.ts';
import { openTreeInSteps } from '../../../server/text/open-tree.ts';
import type { FileText } from '../../../server/workspace/file-source.ts';
import { Workspace } from '../../../server/workspace/workspace.ts';

const plan = 'file:///w/a.plan.yaml';
const team = 'file:///w/team.yaml';

/** A workspace over files in memory; an analysis is made of its snapshot, and asks for each `include` in the text. */
function bench(files: Record<string, string> = {}) {
  const seen: { texts: (string | undefined)[]; version: number; rules: object }[] = [];
  const reads: string[] = [];
  const outdated: string[] = [];
  const kept: Analysis[] = [];
  const settled: Analysis[] = [];
  const clock = { now: 0 };
  /** What is heard between two steps of work. */
  const between = { steps: () => {} };
  const ask = (snapshot: Snapshot, text: string, from: string): (string | undefined)[] =>
    [...text.matchAll(/include: (\S+)/g)].flatMap(([, path = '']) => {
      const file = snapshot.files(path, from);
      return [file?.text ?? file?.failure, ...(file?.text === undefined ? [] : ask(snapshot, file.text, file.path))];
    });
  const workspace = new Workspace({
    openTree: openTreeInSteps,
    *analyse(snapshot) {
      const texts = ask(snapshot, snapshot.tree.text(), '');
      for (const [, country = ''] of snapshot.tree.text().matchAll(/country: (\S+)/g))
        texts.push(snapshot.holidays(country, 2026)?.days[0]?.name);
      seen.push({ texts, version: snapshot.version, rules: snapshot.settings.rules });
      yield;
      // biome-ignore lint/nursery/noUnsafeTypeAssertion: the workspace looks at nothing else of an analysis.
      return { snapshot, tree: snapshot.tree, settled: false } as Analysis;
    },
    *settle(analysis) {
      yield;
      return { ...analysis, settled: true };
    },
    rest: async () => between.steps(),
    files: {
      read: async (uri, within): Promise<FileText> => {
        reads.push(`${uri} in ${within.join(' ')}`);
        const text = files[uri];
        return text === undefined ? { failure: 'missing' } : { text };
      },
    },
    settings: async (uri) => ({ rules: { [uri.includes('/strict/') ? 'lag' : 'lead']: 'error' } }),
    holidays: async () => {
      reads.push('holidays');
      return () => ({ days: [{ day: 20_000, name: 'Holiday', kind: 'holiday' }], complete: true });
    },
    now: () => clock.now,
    analysed: (analysis) => kept.push(analysis),
    settled: (analysis) => settled.push(analysis),
    outdated: (uris) => outdated.push(...uris),
  });
  workspace.setFolders(['file:///w']);
  return { workspace, seen, reads, outdated, kept, settled, clock, between, files };
}

const whole = (text: string) => [{ text }];

describe('documents', () => {
  it('are analysed once for each version, however many ask', async () => {
    const { workspace, kept } = bench();
    workspace.open(plan, 1, 'name: a');
    const [first, second] = await Promise.all([workspace.analysis(plan), workspace.analysis(plan)]);
    expect(first).toBe(second);
    expect(await workspace.analysis(plan)).toBe(first);
    expect(kept).toHaveLength(1);
  });

  it('are analysed in their newest version, whatever came between', async () => {
    const { workspace, seen } = bench();
    workspace.open(plan, 1, 'name: a');
    const asked = workspace.analysis(plan);
    workspace.change(plan, 2, [{ range: range(0, 6, 0, 7), text: 'b' }]);
    workspace.change(plan, 3, [{ range: range(0, 7, 0, 7), text: 'c' }]);
    const analysis = await asked;
    expect(analysis?.snapshot.version).toBe(3);
    expect(analysis?.tree.text()).toBe('name: bc');
    expect(seen.map(({ version }) => version)).toEqual([3]);
  });

  it('that change while they are analysed are analysed once more, with all that came', async () => {
    const { workspace, kept, seen, between } = bench();
    workspace.open(plan, 1, 'name: a');
    between.steps = () => {
      // Opening the text has steps as well.
      if (seen.length === 0) return;
      between.steps = () => {};
      workspace.change(plan, 2, [{ range: range(0, 6, 0, 7), text: 'b' }]);
      workspace.change(plan, 3, [{ range: range(0, 7, 0, 7), text: 'c' }]);
    };
    const analysis = await workspace.analysis(plan);
    expect(analysis?.tree.text()).toBe('name: bc');
    expect(kept.map(({ snapshot }) => snapshot.version)).toEqual([1, 3]);
  });

  it('that are long are opened step by step, and at once for who changes them', async () => {
    const { workspace, kept, between } = bench();
    let heard = 0;
    between.steps = () => {
      heard += 1;
      if (heard === 3) workspace.change(plan, 2, [{ range: range(0, 6, 0, 7), text: 'b' }]);
    };
    const tasks = Array.from({ length: 1000 }, (_, index) => `  t${index}:\n    name: x\n    duration: 1d\n`).join('');
    workspace.open(plan, 1, `name: a\ntasks:\n${tasks}`);
    const analysis = await workspace.analysis(plan);
    expect(heard).toBeGreaterThan(3);
    expect(analysis?.tree.line(0)).toBe('name: b');
    expect(kept.map(({ snapshot }) => snapshot.version)).toEqual([2]);
  });

  it('that are closed while they are analysed have no analysis', async () => {
    const { workspace, kept, between } = bench();
    workspace.open(plan, 1, 'name: a');
    between.steps = () => workspace.close(plan);
    expect(await workspace.analysis(plan)).toBeUndefined();
    expect(kept).toEqual([]);
  });

  it('are judged by the slower rules when they are asked to settle', async () => {
    const { workspace, settled } = bench();
    workspace.open(plan, 1, 'name: a');
    const instant = await workspace.analysis(plan);
    expect(instant?.settled).toBe(false);
    await workspace.settle(plan);
    expect(settled).toHaveLength(1);
    const analysis = await workspace.analysis(plan);
    expect(analysis).toBe(settled[0]);
    expect(analysis?.settled).toBe(true);
    await workspace.settle(plan);
    expect(settled).toHaveLength(1);
  });

  it('do not settle when there is a newer text', async () => {
    const { workspace, settled, between } = bench();
    workspace.open(plan, 1, 'name: a');
    await workspace.analysis(plan);
    between.steps = () => {
      between.steps = () => {};
      workspace.change(plan, 2, [{ range: range(0, 6, 0, 7), text: 'b' }]);
    };
    await workspace.settle(plan);
    expect(settled).toEqual([]);
    expect((await workspace.analysis(plan))?.settled).toBe(false);
  });

  it('that are not open have no analysis and take no changes', async () => {
    const { workspace } = bench();
    expect(await workspace.analysis('file:///w/other.plan.yaml')).toBeUndefined();
    expect(workspace.change('file:///w/other.plan.yaml', 2, whole('x'))).toBe(false);
  });

  it('that are closed while they are analysed come to nothing', async () => {
    const { workspace } = bench();
    workspace.open(plan, 1, 'name: a');
    const asked = workspace.analysis(plan);
    workspace.close(plan);
    expect(await asked).toBeUndefined();
  });

  it('are found by every spelling of their URI', async () => {
    const { workspace } = bench();
    workspace.open('file:///w/%E8%AE%A1%E5%88%92.plan.yaml', 1, 'name: a');
    expect(workspace.document('file:///w/计划.plan.yaml')?.version).toBe(1);
  });

  it('are analysed again on another day', async () => {
    const { workspace, clock, kept } = bench();
    workspace.open(plan, 1, 'name: a');
    await workspace.analysis(plan);
    clock.now = 1439;
    await workspace.analysis(plan);
    expect(kept).toHaveLength(1);
    clock.now = 1440;
    await workspace.analysis(plan);
    expect(kept).toHaveLength(2);
  });
});

describe('files that a plan names', () => {
  it('are loaded before the analysis counts, and those that they name too', async () => {
    const { workspace, seen, kept, reads } = bench({
      [team]: 'include: deep/more.yaml',
      'file:///w/deep/more.yaml': 'x: 1',
    });
    workspace.open(plan, 1, 'include: team.yaml');
    await workspace.analysis(plan);
    expect(kept).toHaveLength(1);
    expect(seen.at(-1)?.texts).toEqual(['include: deep/more.yaml', 'x: 1']);
    expect(reads).toEqual([`${team} in file:///w`, 'file:///w/deep/more.yaml in file:///w']);
  });

  it('are read once, however many versions and plans use them', async () => {
    const { workspace, reads } = bench({ [team]: 'x: 1' });
    workspace.open(plan, 1, 'include: team.yaml');
    workspace.open('file:///w/b.plan.yaml', 1, 'include: team.yaml');
    await Promise.all([workspace.analysis(plan), workspace.analysis('file:///w/b.plan.yaml')]);
    workspace.change(plan, 2, whole('include: team.yaml\nname: a'));
    await workspace.analysis(plan);
    expect(reads).toHaveLength(1);
  });

  it('that include each other end somewhere', async () => {
    const { workspace, seen } = bench({ [team]: 'include: more.yaml', 'file:///w/more.yaml': 'x: 1' });
    workspace.open(plan, 1, 'include: team.yaml');
    await workspace.analysis(plan);
    expect(seen.length).toBeLessThan(20);
  });

  it('that are missing are missing, and asked for again when they come', async () => {
    const { workspace, seen, outdated, files } = bench();
    workspace.open(plan, 1, 'include: team.yaml');
    await workspace.analysis(plan);
    expect(seen.at(-1)?.texts).toEqual(['missing']);
    files[team] = 'x: 1';
    workspace.filesChanged([team]);
    expect(outdated).toEqual([plan]);
    await workspace.analysis(plan);
    expect(seen.at(-1)?.texts).toEqual(['x: 1']);
  });

  it('count as they are in the editor while they are open there', async () => {
    const { workspace, seen, outdated } = bench({ [team]: 'on: disk' });
    workspace.open(plan, 1, 'include: team.yaml');
    workspace.open(team, 1, 'in: editor');
    await workspace.analysis(plan);
    expect(seen.at(-1)?.texts).toEqual(['in: editor']);
    workspace.change(team, 2, whole('still: typing'));
    expect(outdated).toContain(plan);
    await workspace.analysis(plan);
    expect(seen.at(-1)?.texts).toEqual(['still: typing']);
    workspace.close(team);
    await workspace.analysis(plan);
    expect(seen.at(-1)?.texts).toEqual(['on: disk']);
  });

  it('of a plan outside every folder are not looked for; what people have opened counts', async () => {
    const { workspace, reads, seen } = bench({ 'file:///elsewhere/team.yaml': 'secret: 1' });
    workspace.open('file:///elsewhere/p.plan.yaml', 1, 'include: team.yaml');
    await workspace.analysis('file:///elsewhere/p.plan.yaml');
    expect(reads).toEqual(['file:///elsewhere/team.yaml in ']);
    workspace.draft('file:///elsewhere/team.yaml', 'opened: 1');
    await workspace.analysis('file:///elsewhere/p.plan.yaml');
    expect(seen.at(-1)?.texts).toEqual(['opened: 1']);
  });

  it('are looked for beside the plan only, where no folder is open', async () => {
    const { workspace, reads } = bench();
    workspace.setFolders([]);
    workspace.open('file:///elsewhere/p.plan.yaml', 1, 'include: team.yaml');
    await workspace.analysis('file:///elsewhere/p.plan.yaml');
    expect(reads).toEqual(['file:///elsewhere/team.yaml in file:///elsewhere']);
  });

  it('with absolute paths are never asked for', async () => {
    const { workspace, seen, reads } = bench();
    workspace.open(plan, 1, 'include: /etc/passwd');
    await workspace.analysis(plan);
    expect(seen.at(-1)?.texts).toEqual(['outside']);
    expect(reads).toEqual([]);
  });

  it('are dropped when no open plan uses them', async () => {
    const { workspace } = bench({ [team]: 'x: 1' });
    workspace.open(plan, 1, 'include: team.yaml');
    await workspace.analysis(plan);
    expect(workspace.loadedFiles).toBe(1);
    workspace.change(plan, 2, whole('name: alone'));
    await workspace.analysis(plan);
    expect(workspace.loadedFiles).toBe(0);
    workspace.change(plan, 3, whole('include: team.yaml'));
    await workspace.analysis(plan);
    workspace.close(plan);
    expect(workspace.loadedFiles).toBe(0);
  });
});

describe('public holidays', () => {
  it('are one function from version to version: calendars are kept for that', async () => {
    const { workspace, kept } = bench();
    workspace.open(plan, 1, 'country: CN');
    await workspace.analysis(plan);
    workspace.change(plan, 2, whole('country: CN\nname: a'));
    await workspace.analysis(plan);
    const [first, second] = kept.map(({ snapshot }) => snapshot);
    expect(second?.holidays).toBe(first?.holidays);
    expect(second?.settings).toBe(first?.settings);
  });

  it('are loaded once, when a plan names a country', async () => {
    const { workspace, seen, reads, kept } = bench();
    workspace.open(plan, 1, 'name: a');
    await workspace.analysis(plan);
    expect(reads).toEqual([]);
    workspace.change(plan, 2, whole('country: CN'));
    await workspace.analysis(plan);
    workspace.change(plan, 3, whole('country: DE'));
    await workspace.analysis(plan);
    expect(seen.at(-1)?.texts).toEqual(['Holiday']);
    expect(reads).toEqual(['holidays']);
    expect(kept).toHaveLength(3);
  });

  it('are dropped with the last plan that uses them', async () => {
    const { workspace, reads } = bench();
    workspace.open(plan, 1, 'country: CN');
    await workspace.analysis(plan);
    workspace.close(plan);
    workspace.open(plan, 1, 'country: CN');
    await workspace.analysis(plan);
    expect(reads).toEqual(['holidays', 'holidays']);
  });
});

describe('settings', () => {
  it('are those of the document', async () => {
    const { workspace, seen } = bench();
    workspace.open(plan, 1, 'name: a');
    workspace.open('file:///w/strict/b.plan.yaml', 1, 'name: b');
    await workspace.analysis(plan);
    await workspace.analysis('file:///w/strict/b.plan.yaml');
    expect(seen.map(({ rules }) => Object.keys(rules))).toEqual([['lead'], ['lag']]);
  });

  it('that change make every plan new', async () => {
    const { workspace, outdated, kept } = bench();
    workspace.open(plan, 1, 'name: a');
    await workspace.analysis(plan);
    workspace.settingsChanged();
    expect(outdated).toEqual([plan]);
    await workspace.analysis(plan);
    expect(kept).toHaveLength(2);
  });

  it('that change while a plan is analysed count for who waits', async () => {
    const { workspace, kept } = bench();
    workspace.open(plan, 1, 'name: a');
    const asked = workspace.analysis(plan);
    workspace.settingsChanged();
    expect((await asked)?.snapshot.version).toBe(1);
    expect(kept).toHaveLength(1);
  });
});

function range(startLine: number, start: number, endLine: number, end: number) {
  return { start: { line: startLine, character: start }, end: { line: endLine, character: end } };
}
