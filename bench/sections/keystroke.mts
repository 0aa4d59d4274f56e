// Keystroke → diagnostics: from sending the change until the diagnostics of that version have arrived.
import { growthExponent } from '../figures/growth.mts';
import { type Percentiles, percentile, percentiles } from '../figures/percentiles.mts';
import { Editor } from '../language-servers/editor.mts';
import { withPeer } from '../language-servers/peer-attempt.mts';
import type { LanguageServer, Way } from '../language-servers/servers.mts';
import { type Timed, typeInto } from '../language-servers/typing-session.mts';
import { type MeasuredPlan, manyFindings, planOf, realPlans } from '../plans/measured-plans.mts';
import type { Asked, Result, Row, Section, Table } from '../section.mts';
import { type Reach, reaches } from '../typing/gestures.mts';
import { TextLines } from '../typing/text-lines.mts';

/** p95 in milliseconds, by tasks and what the keystroke reaches; from design and issue: never to be loosened. */
const bounds: Readonly<Record<number, Readonly<Partial<Record<Reach, number>>>>> = {
  1000: { inside: 5 },
  10000: { inside: 16, structural: 50 },
  50000: { inside: 100, structural: 100 },
};

const seed = 7;

interface Run {
  readonly server: LanguageServer;
  readonly plan: MeasuredPlan;
  readonly way: Way;
  readonly timed: readonly Timed[];
  readonly cpu: number;
  readonly standing: number;
}

export const keystroke: Section = {
  name: 'keystroke',
  about: 'keystroke → diagnostics, pushed and pulled',
  measure: async (asked) => {
    const runs: Run[] = [];
    for (const plan of plansOf(asked)) {
      for (const way of asked.ours.ways) runs.push(await run(asked.ours, plan, way, asked));
      const theirs = await withPeer(asked.peer, (peer) => run(peer, plan, 'push', asked));
      if (theirs) runs.push(theirs);
    }
    return resultOf(runs, asked);
  },
};

function plansOf({ sizes }: Asked): MeasuredPlan[] {
  const many = sizes.includes(10_000) ? [planOf(10_000, manyFindings)] : [];
  return [...sizes.map((size) => planOf(size)), ...many, ...realPlans()];
}

async function run(server: LanguageServer, plan: MeasuredPlan, way: Way, { ours, keystrokes }: Asked): Promise<Run> {
  const editor = await Editor.start(server, way);
  const opened = await editor.open(plan.text);
  const options =
    server === ours
      ? { seed, warmUp: 40, keystrokes, atMost: 30_000, least: 20 }
      : { seed, warmUp: 2, keystrokes: 60, atMost: 8_000, least: 2 };
  const { timed, cpu } = await typeInto(editor, new TextLines(plan.text), options);
  await editor.stop();
  return { server, plan, way, timed, cpu, standing: opened.diagnostics.length };
}

function resultOf(runs: readonly Run[], { ours, peer }: Asked): Result {
  const own = runs.filter(({ server }) => server === ours);
  const rows = own.flatMap((each) =>
    reaches.map((reach) =>
      rowOf(
        each,
        reach,
        runs.find(({ plan, server }) => server === peer && plan === each.plan),
      ),
    ),
  );
  return { rows: [...rows, ...growthRows(own, ours.ways)], tables: [byServer(runs), byGesture(own)] };
}

function rowOf({ plan, way, timed }: Run, reach: Reach, peer: Run | undefined): Row {
  const bound = plan.tasks === undefined ? undefined : bounds[plan.tasks]?.[reach];
  return {
    what: `keystroke ${reach === 'inside' ? 'inside an entry' : 'structural'}, ${plan.name}, ${way}: p95`,
    unit: 'ms',
    figure: percentile(times(timed, reach), 0.95),
    ...(bound !== undefined && { bound }),
    ...(peer && {
      peer: {
        name: `${peer.server.name} without its wait of ${peer.server.waits} ms`,
        figure: percentile(times(peer.timed, reach), 0.95) - peer.server.waits,
      },
    }),
  };
}

function growthRows(own: readonly Run[], ways: readonly Way[]): Row[] {
  return reaches.flatMap((reach) =>
    ways.flatMap((way): Row[] => {
      const points = own
        .filter((each) => each.way === way && each.plan.findings === planOf(1).findings)
        .map(({ plan, timed }) => ({ size: plan.tasks ?? 0, cost: percentile(times(timed, reach), 0.5) }));
      if (points.length < 2) return [];
      const what = `keystroke ${reach}, ${way}: growth of p50 over ${points.map(({ size }) => size.toLocaleString('en')).join(', ')} tasks`;
      return [{ what, unit: 'exponent', figure: growthExponent(points) }];
    }),
  );
}

function byServer(runs: readonly Run[]): Table {
  return {
    title: 'Keystroke → diagnostics, in ms',
    head: [
      'plan',
      'server',
      'way',
      'reach',
      'findings shown',
      'keys',
      'p50',
      'p95',
      'p99',
      'worst',
      'processor time a key',
    ],
    rows: runs.flatMap(({ server, plan, way, timed, cpu, standing }) =>
      reaches.map((reach) => [
        plan.name,
        server.name,
        way,
        reach,
        String(standing),
        ...cells(percentiles(times(timed, reach))),
        cpu.toFixed(1),
      ]),
    ),
  };
}

/** Where to look first. */
function byGesture(own: readonly Run[]): Table {
  const largest = own.filter(({ plan, way }) => plan.tasks !== undefined && way === 'push');
  return {
    title: 'Our keystrokes by what is typed, pushed, in ms',
    head: ['plan', 'what is typed', 'keys', 'p50', 'p95', 'p99', 'worst'],
    rows: largest.flatMap(({ plan, timed }) =>
      [...new Set(timed.map(({ keystroke: { gesture } }) => gesture))].toSorted().map((name) => {
        const of = timed.filter(({ keystroke: { gesture } }) => gesture === name);
        return [plan.name, name, ...cells(percentiles(of.map(({ milliseconds }) => milliseconds)))];
      }),
    ),
  };
}

function times(timed: readonly Timed[], reach: Reach): number[] {
  return timed.filter(({ keystroke }) => keystroke.reach === reach).map(({ milliseconds }) => milliseconds);
}

function cells({ count, p50, p95, p99, worst }: Percentiles): string[] {
  return [String(count), ...[p50, p95, p99, worst].map((each) => each.toFixed(1))];
}
