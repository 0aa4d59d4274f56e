// What is said again is the same object as long as nothing that it was made from is another one.
import { expect, test } from 'vitest';
import { bind } from '../../../server/plan/bind.ts';
import { checkInstant } from '../../../server/rules/check.ts';
import { Retold } from '../../../server/rules/retold.ts';
import { schedule } from '../../../server/schedule/compute.ts';
import { noCountryHolidays } from '../../../server/schedule/country-holidays.ts';
import { analysed } from '../../rules/fixture.ts';

test('it is made anew when a value, a thing or their number changes, and for another subject', () => {
  const told = new Retold<object, { readonly time: number }>();
  const [subject, other, thing] = [{}, {}, {}];
  let times = 0;
  const say = (of: object, ...from: readonly unknown[]) => told.of(of, from, () => ({ time: ++times })).time;
  expect(say(subject, 'a', thing, Number.NaN)).toBe(1);
  expect(say(subject, 'a', thing, Number.NaN)).toBe(1);
  expect(say(other, 'a', thing, Number.NaN)).toBe(2);
  expect(say(subject, 'b', thing, Number.NaN)).toBe(3);
  expect(say(subject, 'b', {}, Number.NaN)).toBe(4);
  expect(say(subject, 'b')).toBe(5);
});

test('a missed deadline names the chain as it is after each key: names, dates, tasks', () => {
  const text =
    'start: 2026-03-02\ntasks:\n  a: { name: Dig, duration: 2d }\n  b: { duration: 4d, after: a, deadline: 2026-03-04 }\n';
  const of = ({ tree, plan, schedule }: Pick<ReturnType<typeof analysed>, 'tree' | 'plan' | 'schedule'>) => ({
    tree,
    plan,
    schedule,
    nowMinute: 29_551_680,
  });
  const settings = { rules: {} };
  const first = analysed(text);
  let last = checkInstant(of(first), settings);
  let { tree, plan, schedule: dates } = first;
  const key = (line: number, from: number, to: number, insert: string) => {
    tree = tree.edit([{ range: { start: { line, character: from }, end: { line, character: to } }, text: insert }]);
    plan = bind(tree, () => undefined, plan);
    const context = { holidays: noCountryHolidays, nowMinute: 0, external: () => undefined, criticalSlackMinutes: 0 };
    dates = schedule(plan, context, dates);
    last = checkInstant(of({ tree, plan, schedule: dates }), settings, last);
    return last.findings.find(({ rule }) => rule === 'missed-deadline');
  };
  const chain = (finding: ReturnType<typeof key>) => (finding?.related ?? []).map(({ args }) => args.task);
  const before = last.findings.find(({ rule }) => rule === 'missed-deadline');
  expect(chain(before)).toEqual(['Dig']);
  const named = key(2, 13, 16, 'Cut');
  expect(chain(named)).toEqual(['Cut']);
  // A comment says nothing: the same object.
  expect(key(4, 0, 0, '# so\n')).toBe(named);
  // Five days from Monday, then four: six working days behind the Wednesday.
  const longer = key(2, 28, 29, '5');
  expect(longer?.args.by).toEqual({ workingMinutes: 6 * 480 });
  expect(chain(longer)).toEqual(['Cut']);
});

test('a key at the wrong depth is moved only as long as the plan has none of its name', () => {
  const first = analysed('start: 2026-03-02\ntasks:\n  a: 2d\n  currency: EUR\n');
  let { tree, plan, schedule: dates } = first;
  const version = () => ({ tree, plan, schedule: dates, nowMinute: 29_551_680 });
  let last = checkInstant(version(), { rules: {} });
  const fixes = () => last.findings.find(({ rule }) => rule === 'schema')?.fixes?.map(({ kind }) => kind);
  const key = (to: number, text: string) => {
    tree = tree.edit([{ range: { start: { line: 0, character: 0 }, end: { line: to, character: 0 } }, text }]);
    plan = bind(tree, () => undefined, plan);
    const context = { holidays: noCountryHolidays, nowMinute: 0, external: () => undefined, criticalSlackMinutes: 0 };
    dates = schedule(plan, context, dates);
    last = checkInstant(version(), { rules: {} }, last);
    return fixes();
  };
  expect(fixes()).toEqual(['move-to-plan']);
  expect(key(0, 'currency: CNY\n')).toBeUndefined();
  expect(key(1, '')).toEqual(['move-to-plan']);
});

test('of a long chain the four nearest are told, and the last critical task drives the finish itself', () => {
  const names = [...'abcdef'];
  const tasks = names.map(
    (name, index) => `  ${name}: { duration: 5d${index === 0 ? '' : `, after: ${names[index - 1]}`}`,
  );
  const related = (text: string, id: string) =>
    checkInstant({ ...analysed(text), nowMinute: 29_551_680 }, { rules: {} })
      .findings.find(({ rule }) => rule === id)
      ?.related?.map(({ args }) => args.task);
  const late = `start: 2026-03-02\ntasks:\n${tasks.join(' }\n')}, deadline: 2026-03-10 }\n`;
  expect(related(late, 'missed-deadline')).toEqual(['b', 'c', 'd', 'e']);
  const finish = `start: 2026-03-02\nfinish: 2026-03-10\ntasks:\n${tasks.join(' }\n')} }\n`;
  expect(related(finish, 'negative-slack')).toEqual(['b', 'c', 'd', 'e', 'f']);
});

test('what was meant by a name is told as the names are after each key', () => {
  const first = analysed(
    'start: 2026-03-02\nteam:\n  zhang: 张伟\ntasks:\n  a: { name: Dig, duration: 2d }\n  b: { duration: 1d, after: cut, owner: 张伟 }\n  c: { duration: 1d, after: Dig it FS }\n',
  );
  let { tree, plan, schedule: dates } = first;
  const version = () => ({ tree, plan, schedule: dates, nowMinute: 29_551_680 });
  let last = checkInstant(version(), { rules: {} });
  const meant = () => last.findings.filter(({ rule }) => /^(unknown|invalid)-/.test(rule)).map((each) => each.meant);
  const key = (line: number, from: number, to: number, text: string) => {
    tree = tree.edit([{ range: { start: { line, character: from }, end: { line, character: to } }, text }]);
    plan = bind(tree, () => undefined, plan);
    const context = { holidays: noCountryHolidays, nowMinute: 0, external: () => undefined, criticalSlackMinutes: 0 };
    dates = schedule(plan, context, dates);
    last = checkInstant(version(), { rules: {} }, last);
    return meant();
  };
  const underlined = () =>
    last.findings.flatMap(({ place }) => ('from' in place ? [[place.from, place.to]] : [])).at(-1);
  expect(meant()).toEqual([undefined, 'zhang', undefined]);
  expect(key(4, 13, 16, 'Cut')).toEqual(['a', 'zhang', undefined]);
  expect(key(2, 10, 11, '力')).toEqual(['a', undefined, undefined]);
  expect(key(4, 13, 16, 'Dig')).toEqual([undefined, undefined, undefined]);
  expect(key(4, 16, 16, ' it')).toEqual([undefined, undefined, 'a']);
  expect(underlined()).toEqual([0, 6]);
  expect(key(4, 19, 19, ' FS')).toEqual([undefined, undefined, 'a']);
  expect(underlined()).toEqual([0, 9]);
});
