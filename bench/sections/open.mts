// Open → first diagnostics, in a server that has just started, beside a bare parse of the same text in a process that has just started.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { growthExponent } from '../figures/growth.mts';
import { percentile } from '../figures/percentiles.mts';
import { Editor } from '../language-servers/editor.mts';
import { withPeer } from '../language-servers/peer-attempt.mts';
import type { LanguageServer } from '../language-servers/servers.mts';
import { type MeasuredPlan, planOf, realPlans } from '../plans/measured-plans.mts';
import type { Asked, Result, Row, Section } from '../section.mts';

/** Tasks of the plan that the bound is about, and how many bare parses it may take. */
const bounded = { tasks: 10_000, parses: 2 };
/** Each run has processes of its own; they take turns, so that all meet the same machine. */
const runs = 3;
const peerRuns = 1;

interface Opened {
  readonly plan: MeasuredPlan;
  /** All in milliseconds. */
  readonly ours: number;
  readonly parse: number;
  readonly peer: number | undefined;
}

export const open: Section = {
  name: 'open',
  about: 'open → first diagnostics, beside a bare parse by the yaml library',
  measure: async (asked) => {
    const opened: Opened[] = [];
    for (const plan of [...asked.sizes.map((size) => planOf(size)), ...realPlans()])
      opened.push(await measurePlan(plan, asked));
    return resultOf(opened, asked);
  },
};

async function measurePlan(plan: MeasuredPlan, { ours, peer, folder }: Asked): Promise<Opened> {
  const file = join(folder, 'parsed.plan.yaml');
  writeFileSync(file, plan.text);
  const own: number[] = [];
  const parses: number[] = [];
  const peers: number[] = [];
  for (let run = 0; run < runs; run++) {
    parses.push(bareParse(file));
    own.push(await firstDiagnostics(ours, plan));
    if (run >= peerRuns) continue;
    const theirs = await withPeer(peer, async (server) => (await firstDiagnostics(server, plan)) - server.waits);
    if (theirs !== undefined) peers.push(theirs);
  }
  return {
    plan,
    ours: percentile(own, 0.5),
    parse: percentile(parses, 0.5),
    peer: peers.length > 0 ? percentile(peers, 0.5) : undefined,
  };
}

async function firstDiagnostics(server: LanguageServer, { text }: MeasuredPlan): Promise<number> {
  const editor = await Editor.start(server, 'push');
  const { milliseconds } = await editor.open(text);
  await editor.stop();
  return milliseconds;
}

/** In milliseconds. */
function bareParse(file: string): number {
  const script = join(import.meta.dirname, '../plans/bare-parse.mts');
  return Number(execFileSync(process.execPath, [script, file], { encoding: 'utf8' }));
}

function resultOf(opened: readonly Opened[], { peer }: Asked): Result {
  const rows = opened.map(
    ({ plan, ours, parse, peer: peerTime }): Row => ({
      what: `open, ${plan.name}: first diagnostics`,
      unit: 'ms',
      figure: ours,
      ...(plan.tasks === bounded.tasks && { bound: bounded.parses * parse }),
      ...(peer && peerTime !== undefined && { peer: { name: `${peer.name} without its wait`, figure: peerTime } }),
      note: `a bare parse: ${parse.toFixed(0)} ms, so ${(ours / parse).toFixed(2)} of them`,
    }),
  );
  const points = opened.flatMap(({ plan: { tasks }, ours }) =>
    tasks === undefined ? [] : [{ size: tasks, cost: ours }],
  );
  const growth: Row = { what: 'open: growth over these sizes', unit: 'exponent', figure: growthExponent(points) };
  return { rows: points.length > 1 ? [...rows, growth] : rows };
}
