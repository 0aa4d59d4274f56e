// A plan analysed, and the analysis as plain data, so that two of them can be compared.
import type { Analysis, Snapshot } from '../../server/analysis.ts';
import { daysOffBetween } from '../../server/charts/days-off.ts';
import type { FileLookup } from '../../server/plan/plan.ts';
import { spanOf } from '../../server/rules/check.ts';
import type { Finding, Place } from '../../server/rules/finding.ts';
import { noCountryHolidays } from '../../server/schedule/country-holidays.ts';
import type { Node } from '../../server/text/node.ts';
import { PlacedNode } from '../../server/text/placed-node.ts';
import type { Tree } from '../../server/text/tree.ts';
import { everyPart } from './every-part.ts';
import { files as others } from './plan/edited-plans.ts';

const team = 'team:\n  wang: { name: 王芳, skills: [law] }\n  li: { name: Li, leave: [2026-03-09..2026-03-10] }\n';
const files: FileLookup = (path, from) => (path === 'team.plan.yaml' ? { path, text: team } : others(path, from));

const settings = { rules: {} };

/** A plan at a fixed time, with other files beside it. */
export function snapshotOf(tree: Tree): Snapshot {
  const nowMinute = 29_551_680;
  return {
    uri: 'file:///plan',
    version: 1,
    tree,
    files,
    holidays: noCountryHolidays,
    settings,
    nowMinute,
  };
}

function isNode(thing: object): thing is Node {
  return PlacedNode.entryOf(thing) !== undefined;
}

function isSeries(thing: object): thing is Iterable<unknown> {
  return Symbol.iterator in thing;
}

/** Where plan and schedule keep what the next version may take over. */
const takenOver = 'kept';

/** Anything as plain data: nodes become their places, in whichever text they stand. */
function plain(value: unknown, { tree, plan }: Analysis): unknown {
  const placed = (node: Node): string => {
    const own = [tree, ...plan.includes.map((file) => file.tree)].find((each) => each.has(node));
    if (!own) throw new Error('a node of an older text');
    const { start, end } = own.spanOf(node);
    return `${own === tree ? '' : 'file '}${start}–${end}`;
  };
  const walk = (thing: unknown): unknown => {
    if (typeof thing === 'function') return undefined;
    if (typeof thing === 'number') return Number.isFinite(thing) ? thing : String(thing);
    if (typeof thing !== 'object' || thing === null) return thing;
    if (isNode(thing)) return placed(thing);
    if (isSeries(thing)) return Array.from(thing, walk);
    const said = Object.entries(thing).filter(([key]) => key !== takenOver);
    return Object.fromEntries(said.map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(value);
}

/** Findings with their places. */
export function findingsOf(analysis: Analysis, findings: readonly Finding[]): unknown {
  const spans = (place: Place) => spanOf(place, analysis);
  const placed = findings.map((finding) => ({
    ...finding,
    span: spans(finding.place),
    around: (finding.related ?? []).map(({ place }) => spans(place)),
  }));
  return plain(placed, analysis);
}

/** All that an analysis says. */
export function everythingOf(analysis: Analysis): unknown {
  const { plan, schedule, findings } = analysis;
  const { includes: _includes, counters: _counters, columns: _columns, ...ownPlan } = everyPart(plan);
  const { calendar: _calendar, ...numbers } = everyPart(schedule);
  const tasks = plan.tasks.map((_, task) => task);
  const said = {
    plan: { ...ownPlan, includes: plan.includes.map(({ path, node }) => ({ path, node })) },
    found: plan.tasks.map(({ id, key }) => [plan.findTask(id, -1)?.index, plan.taskOf(key)?.index]),
    schedule: numbers,
    asked: tasks.map((task) => [schedule.driver(task), schedule.drivingChain(task).length]),
    calendars: tasks.map((task) => schedule.calendarOf(task).nextWorking(29_551_680)),
    firstMinute: schedule.calendar.nextWorking(29_551_680),
    daysOff: daysOffBetween(schedule.calendar, schedule.planStart, schedule.planFinish),
  };
  return [plain(said, analysis), findingsOf(analysis, findings)];
}
