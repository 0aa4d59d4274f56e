// Memory of the server's process: after opening, after a thousand edits, after closing; each after a collection.
import { setTimeout as pause } from 'node:timers/promises';
import { Editor, type Usage } from '../language-servers/editor.mts';
import { withPeer } from '../language-servers/peer-attempt.mts';
import type { LanguageServer } from '../language-servers/servers.mts';
import { planOf } from '../plans/measured-plans.mts';
import type { Asked, Result, Row, Section } from '../section.mts';
import { TextLines } from '../typing/text-lines.mts';
import { typing } from '../typing/typist.mts';

/** Of the heap, in MB, for this many tasks; what a thousand edits may add is what the garbage of a collection may leave. */
const bounded = { tasks: 10_000, heap: 150, growth: 10 };
const mostEdits = 1_000;
/** Larger plans are edited less often, so that a run doesn't take all day. */
const editsOf = (tasks: number): number => Math.min(mostEdits, Math.round(10_000_000 / tasks));
const peerEdits = 10;
const restMilliseconds = 2_000;
const seed = 13;

interface Held {
  readonly started: Usage;
  readonly opened: Usage;
  readonly edited: Usage;
  readonly closed: Usage;
}

export const memory: Section = {
  name: 'memory',
  about: `memory after opening, after ${mostEdits.toLocaleString('en')} edits and after closing`,
  measure: async (asked) => {
    const rows: Row[] = [];
    for (const tasks of asked.sizes) rows.push(...(await measureSize(tasks, asked)));
    return { rows } satisfies Result;
  },
};

async function measureSize(tasks: number, { ours, peer }: Asked): Promise<Row[]> {
  const edits = editsOf(tasks);
  const own = await hold(ours, tasks, edits);
  const theirs = await withPeer(peer, (server) => hold(server, tasks, peerEdits));
  const size = `${tasks.toLocaleString('en')} tasks`;
  const isBounded = tasks === bounded.tasks;
  const beside = (figure: ((held: Held) => number) | undefined): Pick<Row, 'peer'> =>
    peer && theirs && figure ? { peer: { name: peer.name, figure: figure(theirs) } } : {};
  const row = (what: string, figure: (held: Held) => number, bound?: number, hasPeer = true): Row => ({
    what: `${what}, ${size}`,
    unit: 'MB',
    figure: figure(own),
    ...(isBounded && bound !== undefined && { bound }),
    ...beside(hasPeer ? figure : undefined),
  });
  return [
    row('heap after opening', ({ opened }) => heap(opened), bounded.heap),
    row('resident set after opening', ({ opened }) => megabytes(opened.rss)),
    row(`heap after ${edits} edits`, ({ edited }) => heap(edited), bounded.heap, false),
    row(`heap that ${edits} edits add`, ({ opened, edited }) => heap(edited) - heap(opened), bounded.growth, false),
    row(`resident set after ${edits} edits`, ({ edited }) => megabytes(edited.rss), undefined, false),
    row('heap that stays after closing', ({ started, closed }) => heap(closed) - heap(started)),
  ];
}

/** Once what was put off for a pause is done: until then it holds what it works on. */
async function atRest(editor: Editor): Promise<Usage> {
  await pause(restMilliseconds);
  return editor.usage();
}

async function hold(server: LanguageServer, tasks: number, count: number): Promise<Held> {
  const { text } = planOf(tasks);
  const editor = await Editor.start(server, 'push');
  // What is loaded for the first plan stays for the next ones.
  await editor.open('start: 2026-03-02\ntasks: { a: 1d }\n');
  await editor.close();
  const started = await atRest(editor);
  await editor.open(text);
  const opened = await atRest(editor);
  let typed = 0;
  for (const { change } of typing(new TextLines(text), seed)) {
    await editor.type(change);
    if (++typed === count) break;
  }
  const edited = await atRest(editor);
  await editor.close();
  const closed = await atRest(editor);
  await editor.stop();
  return { started, opened, edited, closed };
}

/** Objects, and what they hold outside the heap of V8: typed arrays. In MB. */
function heap({ heapUsed, external }: Usage): number {
  return megabytes(heapUsed + external);
}

function megabytes(bytes: number): number {
  return bytes / 1e6;
}
