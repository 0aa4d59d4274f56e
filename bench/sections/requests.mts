// Hover and completion: from the request to its answer, at random places of an analysed plan.
import { percentile, percentiles } from '../figures/percentiles.mts';
import { Editor } from '../language-servers/editor.mts';
import { withPeer } from '../language-servers/peer-attempt.mts';
import type { LanguageServer } from '../language-servers/servers.mts';
import { planOf } from '../plans/measured-plans.mts';
import { chanceOf } from '../random.mts';
import type { Asked, Result, Row, Section, Table } from '../section.mts';
import { type Position, TextLines } from '../typing/text-lines.mts';

const methods = ['textDocument/hover', 'textDocument/completion'] as const;
type Method = (typeof methods)[number];

const seed = 11;
const places = 100;
/** Peers may take seconds for an answer. */
const peerPlaces = 10;
const atMostMilliseconds = 8_000;
const unmeasured = 5;

interface Answered {
  readonly tasks: number;
  readonly server: string;
  readonly method: Method;
  readonly times: readonly number[];
}

export const requests: Section = {
  name: 'requests',
  about: 'hover and completion at random places',
  measure: async (asked) => {
    const answered: Answered[] = [];
    for (const tasks of asked.sizes) {
      answered.push(...(await askAbout(tasks, asked.ours, places)));
      answered.push(...((await withPeer(asked.peer, (peer) => askAbout(tasks, peer, peerPlaces))) ?? []));
    }
    return resultOf(answered, asked);
  },
};

async function askAbout(tasks: number, server: LanguageServer, count: number): Promise<Answered[]> {
  const { text } = planOf(tasks);
  const editor = await Editor.start(server, 'push');
  await editor.open(text);
  const answered: Answered[] = [];
  for (const method of methods) {
    const times: number[] = [];
    const end = performance.now() + atMostMilliseconds;
    for (const position of positions(new TextLines(text), count + unmeasured)) {
      times.push(await editor.ask(method, position));
      if (times.length > unmeasured && performance.now() > end) break;
    }
    answered.push({ tasks, server: server.name, method, times: times.slice(unmeasured) });
  }
  await editor.stop();
  return answered;
}

/** Places inside what is written. */
function* positions(text: TextLines, count: number): Iterable<Position> {
  const chance = chanceOf(seed);
  for (let found = 0; found < count; ) {
    const line = chance.number(text.count);
    const { length } = text.line(line);
    const indent = length - text.line(line).trimStart().length;
    if (length === indent) continue;
    yield { line, character: indent + 1 + chance.number(length - indent) };
    found++;
  }
}

function resultOf(answered: readonly Answered[], { ours, peer }: Asked): Result {
  const rows = answered
    .filter(({ server }) => server === ours.name)
    .map(({ tasks, method, times }): Row => {
      const theirs = answered.find(
        (each) => each.server === peer?.name && each.tasks === tasks && each.method === method,
      );
      return {
        what: `${nameOf(method)}, ${tasks.toLocaleString('en')} tasks: p95`,
        unit: 'ms',
        figure: percentile(times, 0.95),
        ...(theirs && { peer: { name: theirs.server, figure: percentile(theirs.times, 0.95) } }),
      };
    });
  const table: Table = {
    title: 'Requests, in ms',
    head: ['tasks', 'server', 'request', 'places', 'p50', 'p95', 'p99', 'worst'],
    rows: answered.map(({ tasks, server, method, times }) => {
      const { count, p50, p95, p99, worst } = percentiles(times);
      const cells = [p50, p95, p99, worst].map((each) => each.toFixed(1));
      return [tasks.toLocaleString('en'), server, nameOf(method), String(count), ...cells];
    }),
  };
  return { rows, tables: [table] };
}

function nameOf(method: Method): string {
  return method.replace('textDocument/', '');
}
