// The preview after a keystroke: server, chart and page in a row, until the new picture is painted.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../build/chromium.mts';
import { percentile, percentiles } from '../figures/percentiles.mts';
import { Editor } from '../language-servers/editor.mts';
import { planOf } from '../plans/measured-plans.mts';
import { mermaidTimes } from '../preview/mermaid-alone.mts';
import { Panel } from '../preview/panel.mts';
import type { Asked, Result, Row, Section, Table } from '../section.mts';
import { TextLines } from '../typing/text-lines.mts';
import { typing } from '../typing/typist.mts';

const boundMilliseconds = 150;
/** With its phases, their gates and groups, a plan of so many tasks has 300 rows, and they are all unfolded. */
const tasks = 256;
const rowHeight = 24;
const windows = [
  { name: 'a window of 620 pixels', height: 620 },
  { name: 'all rows in view', height: 300 * rowHeight + 200 },
];
const pictures = 40;
const warmUp = 5;
const mermaidRuns = 10;
const seed = 17;

export const preview: Section = {
  name: 'preview',
  about: 'keystroke → new picture of 300 rows in a real browser',
  measure: async (asked) => {
    const browser = await launchChromium();
    try {
      const mermaid = asked.peer && (await mermaidTimes(browser, mermaidText(asked), mermaidRuns)).slice(2);
      const measured = [];
      for (const window of windows)
        measured.push({ ...window, ...(await pictureTimes(browser, window.height, asked)) });
      return resultOf(measured, mermaid);
    } finally {
      await browser.close();
    }
  },
};

interface Pictured {
  readonly name: string;
  readonly rows: number;
  readonly times: readonly number[];
}

/** The same plan as Mermaid's text. Some of it can't be read, which the command says on standard error, and ends with 1. */
function mermaidText({ folder }: Asked): string {
  const file = join(folder, 'drawn.plan.yaml');
  writeFileSync(file, planOf(tasks).text);
  const args = ['build/plan.mts', 'chart', file, '--format', 'mermaid'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (!stdout.startsWith('gantt') && !stdout.includes('\ngantt')) throw new Error(stderr);
  return stdout;
}

async function pictureTimes(browser: Browser, height: number, { ours }: Asked): Promise<Omit<Pictured, 'name'>> {
  const { text } = planOf(tasks);
  const editor = await Editor.start(ours, 'push');
  await editor.open(text);
  const panel = await Panel.open(editor, browser, height);
  const rows = panel.rowCount;
  const times: number[] = [];
  for (const { change } of typing(new TextLines(text), seed)) {
    const time = await panel.type(change);
    if (time !== undefined) times.push(time);
    if (times.length === pictures + warmUp) break;
  }
  await panel.close();
  await editor.stop();
  return { rows, times: times.slice(warmUp) };
}

function resultOf(measured: readonly Pictured[], mermaid: readonly number[] | undefined): Result {
  const rows = measured.map(
    ({ name, rows: count, times }): Row => ({
      what: `preview after a keystroke, ${count} rows, ${name}: p95`,
      unit: 'ms',
      figure: percentile(times, 0.95),
      bound: boundMilliseconds,
      ...(mermaid && { peer: { name: 'Mermaid alone, its text at hand', figure: percentile(mermaid, 0.95) } }),
    }),
  );
  const cells = (name: string, times: readonly number[]): string[] => {
    const { count, p50, p95, worst } = percentiles(times);
    return [name, String(count), ...[p50, p95, worst].map((each) => each.toFixed(0))];
  };
  const table: Table = {
    title: 'New pictures, in ms',
    head: ['what', 'pictures', 'p50', 'p95', 'worst'],
    rows: [
      ...measured.map(({ name, times }) => cells(name, times)),
      ...(mermaid ? [cells('Mermaid alone', mermaid)] : []),
    ],
  };
  return { rows, tables: [table] };
}
