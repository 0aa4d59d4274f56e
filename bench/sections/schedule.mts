// The whole schedule of a plan: both passes, slack, critical path, cost, all from nothing; text and tasks have been read before.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { bind } from '../../server/plan/bind.ts';
import { schedule as compute } from '../../server/schedule/compute.ts';
import { noCountryHolidays } from '../../server/schedule/country-holidays.ts';
import type { Schedule } from '../../server/schedule/schedule.ts';
import { openTree } from '../../server/text/open-tree.ts';
import { growthExponent } from '../figures/growth.mts';
import { percentile, percentiles } from '../figures/percentiles.mts';
import { planOf } from '../plans/measured-plans.mts';
import { taskJugglerText } from '../plans/task-juggler-text.mts';
import type { Asked, Result, Row, Section, Table } from '../section.mts';

/** Milliseconds for this many tasks, and how it may grow: linear is 1; memory that gets further away may add a tenth. */
const bounded = { tasks: 10_000, milliseconds: 10, exponent: 1.1 };
const sizes = [1_000, 10_000, 30_000, 100_000];
/** Of the peer, which takes minutes for more. */
const peerTasks = 1_000;

export const schedule: Section = {
  name: 'schedule',
  about: 'the whole schedule in one process, nothing known of it before',
  measure: async (asked) => {
    const measured: Scheduled[] = [];
    for (const tasks of sizes) measured.push(await scheduled(tasks));
    const peer = taskJuggler(asked);
    return resultOf(measured, peer);
  },
};

interface Scheduled {
  readonly tasks: number;
  readonly links: number;
  /** In milliseconds. */
  readonly times: readonly number[];
  /** Of the processor: what a busy machine hardly changes. In milliseconds. */
  readonly processor: readonly number[];
}

/** Other threads still sweep when a collection has returned, and take the cores from what is measured: the time that they get, in milliseconds. */
const sweeping = 50;

/** Collects garbage, so that none of reading the plan is collected while the schedule is measured. */
async function collect(): Promise<void> {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  await pause(sweeping);
}

/** Parts of a schedule are made when they are asked for. (They are getters of its class: no listing of its members asks for them.) */
function askAll(made: Schedule): readonly unknown[] {
  const { freeSlackMinutes, progress, critical, criticalPath, promises, conflicts, unknownHolidays, cost, actualCost } =
    made;
  return [freeSlackMinutes, progress, critical, criticalPath, promises, conflicts, unknownHolidays, cost, actualCost];
}

async function scheduled(tasks: number): Promise<Scheduled> {
  const tree = openTree(planOf(tasks).text);
  // Each run has a plan of its own: nothing that an earlier schedule found can help.
  const runs = Math.max(8, Math.min(40, Math.round(400_000 / tasks)));
  const times: number[] = [];
  const processor: number[] = [];
  let links = 0;
  for (let run = 0; run < runs; run++) {
    const plan = bind(tree, () => undefined);
    links = plan.links.length;
    await collect();
    const before = process.threadCpuUsage();
    const start = performance.now();
    const made = compute(plan, { holidays: noCountryHolidays, nowMinute: 0, external: () => undefined });
    askAll(made);
    times.push(performance.now() - start);
    const { user, system } = process.threadCpuUsage(before);
    processor.push((user + system) / 1000);
  }
  // The first ones compile the code.
  const compiled = Math.floor(runs / 4);
  return { tasks, links, times: times.slice(compiled), processor: processor.slice(compiled) };
}

interface Peer {
  readonly name: string;
  readonly milliseconds?: number;
}

/** The same tasks, durations and links in TaskJuggler, where that is installed. */
function taskJuggler({ folder, peer }: Asked): Peer | undefined {
  if (!peer) return undefined;
  const file = join(folder, 'plan.tjp');
  writeFileSync(file, taskJugglerText(planOf(peerTasks).text));
  try {
    execFileSync('tj3', ['--version'], { stdio: 'ignore' });
  } catch {
    return { name: 'TaskJuggler (tj3) is not installed' };
  }
  const start = performance.now();
  try {
    execFileSync('tj3', ['--silent', file], { cwd: folder, stdio: 'pipe' });
  } catch (error) {
    return { name: `TaskJuggler (tj3) failed: ${error}` };
  }
  return { name: 'tj3', milliseconds: performance.now() - start };
}

function resultOf(measured: readonly Scheduled[], peer: Peer | undefined): Result {
  const rows = measured.map(({ tasks, links, times }): Row => {
    const theirs = peer?.milliseconds;
    return {
      what: `schedule, ${tasks.toLocaleString('en')} tasks, ${links.toLocaleString('en')} links, 2 calendars: median`,
      unit: 'ms',
      figure: percentile(times, 0.5),
      ...(tasks === bounded.tasks && { bound: bounded.milliseconds }),
      ...(peer && theirs !== undefined && tasks === peerTasks && { peer: { name: peer.name, figure: theirs } }),
    };
  });
  const points = measured.map(({ tasks, times }) => ({ size: tasks, cost: percentile(times, 0.5) }));
  const growth: Row = {
    what: `schedule: growth to ${sizes.at(-1)?.toLocaleString('en')} tasks`,
    unit: 'exponent',
    figure: growthExponent(points),
    bound: bounded.exponent,
  };
  const table: Table = {
    title: 'Whole schedules, in ms',
    head: ['tasks', 'runs', 'p50', 'p95', 'worst', 'processor time, p50'],
    rows: measured.map(({ tasks, times, processor }) => {
      const { count, p50, p95, worst } = percentiles(times);
      const cells = [p50, p95, worst, percentile(processor, 0.5)].map((each) => each.toFixed(1));
      return [tasks.toLocaleString('en'), String(count), ...cells];
    }),
  };
  const notes = peer && peer.milliseconds === undefined ? [`${peer.name}: nothing to compare the schedule with.`] : [];
  return { rows: [...rows, growth], tables: [table], notes };
}
