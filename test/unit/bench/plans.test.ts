// The plans and the typist of the bench: valid, as large as asked for, and the same in every run.
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { generatedPlan } from '../../../bench/plans/generated-plan.mts';
import { taskJugglerText } from '../../../bench/plans/task-juggler-text.mts';
import { gestures } from '../../../bench/typing/gestures.mts';
import { TextLines } from '../../../bench/typing/text-lines.mts';
import { type Keystroke, typing } from '../../../bench/typing/typist.mts';
import { analyse } from '../../../server/analysis.ts';
import { noCountryHolidays } from '../../../server/schedule/country-holidays.ts';
import { openTree } from '../../../server/text/open-tree.ts';

function analysisOf(text: string) {
  return analyse({
    uri: 'file:///plan.plan.yaml',
    version: 1,
    tree: openTree(text),
    files: () => undefined,
    holidays: noCountryHolidays,
    settings: { rules: {} },
    nowMinute: 0,
  });
}

describe('a generated plan', () => {
  const thousand = { tasks: 1_000, mistakes: 0, seed: 1 };

  it('is the same for the same seed, and another for another', () => {
    expect(generatedPlan(thousand)).toBe(generatedPlan(thousand));
    expect(generatedPlan(thousand)).not.toBe(generatedPlan({ ...thousand, seed: 2 }));
  });

  it('is YAML without errors', () => {
    expect(parseDocument(generatedPlan(thousand)).errors).toEqual([]);
  });

  it.each([1, 7, 100, 1_000])('of %d tasks has as many that are no summaries', (tasks) => {
    const { plan } = analysisOf(generatedPlan({ ...thousand, tasks }));
    expect(plan.tasks.filter(({ kind, synthetic }) => kind !== 'summary' && synthetic === undefined)).toHaveLength(
      tasks,
    );
    expect(plan.problems).toEqual([]);
  });

  it('has about six lines and two links a task, every type and kind of lag, two calendars', () => {
    const text = generatedPlan(thousand);
    const { plan } = analysisOf(text);
    expect(text.split('\n').length).toBeGreaterThan(5_500);
    expect(text.split('\n').length).toBeLessThan(6_500);
    const links = plan.links.filter(({ origin }) => origin === 'after');
    expect(links.length).toBeGreaterThan(1_800);
    expect(links.length).toBeLessThan(2_200);
    expect(new Set(links.map(({ type }) => type))).toEqual(new Set(['FS', 'SS', 'FF', 'SF']));
    expect(text).toContain(' + 1ed');
    expect(text).toContain(' + 50%');
    expect(text).toContain(' FS-1h');
    expect(new Set(plan.tasks.map(({ record }) => record.calendar?.value))).toEqual(new Set([undefined, 'site']));
  });

  it('has few findings of its own, and about one for each mistake', () => {
    const own = analysisOf(generatedPlan(thousand)).findings.length;
    expect(own).toBeLessThan(10);
    const mistaken = analysisOf(generatedPlan({ ...thousand, mistakes: 200 })).findings.length;
    expect(mistaken).toBeGreaterThan(190);
    expect(mistaken).toBeLessThan(230);
  });

  it('reads in TaskJuggler’s words as tasks and links of the same number', () => {
    const text = generatedPlan({ ...thousand, tasks: 20 });
    const lines = taskJugglerText(text)
      .split('\n')
      .filter((line) => line.startsWith('task t'));
    expect(lines).toHaveLength(20);
    for (const line of lines) expect(line).toMatch(/ \{ (milestone|length \d+h) (start 2026-03-02|depends t.+) \}$/);
  });
});

describe('the typist', () => {
  const text = generatedPlan({ tasks: 200, mistakes: 20, seed: 3 });

  function keys(source: string, count: number, seed = 5): { typed: Keystroke[]; lines: TextLines } {
    const lines = new TextLines(source);
    const typed: Keystroke[] = [];
    for (const keystroke of typing(lines, seed)) {
      typed.push(keystroke);
      if (typed.length === count) break;
    }
    return { typed, lines };
  }

  it('types the same for the same seed, and something else for another', () => {
    expect(keys(text, 300).typed).toEqual(keys(text, 300).typed);
    expect(keys(text, 300, 6).typed).not.toEqual(keys(text, 300).typed);
  });

  it('changes the text as the server reads the changes', () => {
    const { typed, lines } = keys(text, 400);
    let tree = openTree(text);
    for (const { change } of typed) tree = tree.edit([change]);
    expect(lines.toString()).toBe(tree.text());
  });

  it('makes every gesture, structural ones about as often as they are in the table', () => {
    const { typed } = keys(text, 600);
    expect(new Set(typed.map(({ gesture }) => gesture))).toEqual(new Set(gestures.map(({ name }) => name)));
    expect(typed.filter(({ reach }) => reach === 'structural').length).toBeGreaterThan(100);
    expect(typed.filter(({ reach }) => reach === 'inside').length).toBeGreaterThan(300);
  });

  it.each([1, 2, 3, 4, 5])('does a bit of everything before long (seed %d)', (seed) => {
    const { typed } = keys(text, 20, seed);
    expect(new Set(typed.map(({ reach }) => reach))).toEqual(new Set(['inside', 'structural']));
  });

  it('types letter by letter inside entries', () => {
    const inside = keys(text, 600).typed.filter(({ reach }) => reach === 'inside');
    expect(Math.max(...inside.map(({ change }) => change.text.trimStart().length))).toBe(1);
  });

  it('mends what it breaks', () => {
    const { lines } = keys(text, 2_000);
    expect(parseDocument(text).errors).toEqual([]);
    expect(
      lines
        .toString()
        .split('\n')
        .filter((line) => line.includes('"')),
    ).toHaveLength(0);
  });

  it.each(['', '\n', 'a', '[]', '{a: 1}', '- 1\n- 2\n', '# only a comment'])('finds places in %j', (source) => {
    const { typed } = keys(source, 200);
    expect(typed).toHaveLength(200);
  });
});
