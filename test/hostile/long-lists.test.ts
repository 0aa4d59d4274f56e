// Lists that hold more than a call takes arguments, wherever a stranger's text may bring them.
import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/analysis.ts';
import { hover } from '../../server/editor/hover.ts';
import { code } from '../../server/editor/markdown.ts';
import { formatEdits } from '../../server/edits/format.ts';
import { planFromTemplate } from '../../server/edits/new-plan.ts';
import { diffTable } from '../../server/exchange/diff-table.ts';
import { readMermaid } from '../../server/exchange/mermaid/read.ts';
import { type ScheduleRow, scheduleDocument } from '../../server/exchange/schedule-rows.ts';
import { scheduleTable } from '../../server/exchange/schedule-table.ts';
import { writeTaskjuggler } from '../../server/exchange/taskjuggler.ts';
import { openTree } from '../../server/text/open-tree.ts';
import { plain } from '../../server/words/terminal.ts';
import { plainWording } from '../../server/words/words.ts';
import { english } from '../unit/editor/analysed.ts';
import { snapshotOf } from '../unit/incremental-shape.ts';

/** More than any engine takes as arguments of one call. */
const many = 130_000;
const wording = plainWording('en');

const plan = 'name: x\nstart: 2026-03-02\n';
const analysed = (text: string) => analyse(snapshotOf(openTree(text)));

const answers: Readonly<Record<string, () => unknown>> = {
  'comments behind content': () =>
    formatEdits(openTree(`x-list:\n  - 1 # x\n${'  - 22 # x\n'.repeat(many)}`), { indent: 2 }),
  'dates in a template': () => planFromTemplate(`${plan}x-dates:\n${'  - 2026-03-02\n'.repeat(many)}`, 30_000),
  'items in a file that is included': () => {
    const files = () => ({ path: '/b.plan.yaml', text: `x-list:\n${'  - y\n'.repeat(many)}` });
    const { plan } = analyse({ ...snapshotOf(openTree('include: b.plan.yaml\n')), files });
    return plan.includes.map(({ tree: { root } }) => root && plan.fileOf(root))[0];
  },
  'keys of what is hovered over': () => {
    const text = `team:\n  li:\n${Array.from({ length: many }, (_, index) => `    k${index}: 1\n`).join('')}`;
    return hover(analysed(text), text.indexOf('li'), english);
  },
  'leave in TaskJuggler': () =>
    writeTaskjuggler(
      analysed(`${plan}team:\n  li:\n    leave:\n${'      - 2026-03-04\n'.repeat(many)}tasks: { a: 1d }\n`),
      wording,
    ),
  'days off in Mermaid': () =>
    readMermaid(`gantt\n  dateFormat YYYY-MM-DD\n  excludes ${'2026-03-04 '.repeat(many)}\n  a :a, 2026-03-02, 1d\n`),
  'links in Mermaid': () =>
    readMermaid(`gantt\n  dateFormat YYYY-MM-DD\n  a :a, 2026-03-02, 1d\n  b :b, after${' a'.repeat(many)}, 1d\n`),
  'ends in Mermaid': () =>
    readMermaid(
      `gantt\n  dateFormat YYYY-MM-DD\n  a :a, 2026-03-02, 1d\n  b :b, 2026-03-01, until${' a'.repeat(many)}\n`,
    ),
  'rows of a schedule': () => {
    const { tasks, ...document } = scheduleDocument(analysed(`${plan}tasks: { a: 1d }\n`), wording);
    const rows: readonly ScheduleRow[] = new Array(many).fill(tasks[0]);
    return scheduleTable({ ...document, tasks: rows }, new Array(many).fill('a'), wording, plain);
  },
  'rows of a comparison': () => {
    const { name, ...span } = { name: 'x', start: '', finish: '' };
    const row = {
      id: 'a',
      name,
      before: span,
      now: span,
      startMinutes: 0,
      lengthMinutes: 1,
      finishMinutes: 1,
      elapsed: false,
    };
    const moved = new Array(many).fill({ ...row, root: 'a', because: '' });
    const document = {
      name,
      before: span,
      now: span,
      finishMinutes: 0,
      elapsed: false,
      moved,
      added: [],
      removed: [],
      cancelled: [],
      resumed: [],
    };
    return diffTable(document, wording, plain);
  },
  'backticks in a name': () => code('` '.repeat(many)),
};

describe('a list of very many is answered for', () => {
  test.each(Object.entries(answers))('%s', (_, answer) => {
    expect(answer()).toBeDefined();
  });
});
