// Three times as much of anything takes about three times as many steps to answer about: counted for all that the server offers.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { positionAt } from '../lsp/editor.ts';
import { readable } from './growing-texts.ts';
import { questionsAbout, questionsAt } from './questions.ts';
import { ServerHere } from './server-here.ts';
import { WorkCounter } from './work.ts';

/** In UTF-16 units. */
const size = 3_000;
const more = 3;
/** Nine times would be quadratic. */
const most = 4.5;
/** A chart that is too long for Mermaid is made once more, folded. */
const mostOfExport = 8;
/** Fewer steps hurt nobody. */
const few = 150_000;
/** The same of the line above the place, which may stand forty levels deep in one text and at the left edge in the other. */
const fewAtLine = 1_500_000;

const counter = new WorkCounter();
let server: ServerHere;
beforeAll(async () => {
  server = await ServerHere.start();
  await counter.start();
  // The first answers fill tables that all later ones use.
  const [make] = Object.values(readable);
  if (make) await stepsFor(make(size), () => false);
});
afterAll(() => counter.stop());

const uri = 'file:///hostile.plan.yaml';

/** What can be asked about a text, by what it is called here. */
function questionsOf(text: string) {
  const questions = [
    ...questionsAt(uri, positionAt(text, text.length >> 1)),
    ...questionsAbout(uri, positionAt(text, text.length)),
  ];
  return questions.map(([method, params]) => ({
    name: method + ('view' in params ? ` ${params.view}` : ''),
    ask: () => server.ask(method, params),
  }));
}

/** How many steps each answer takes about a text. All are asked, and those counted that matter. */
async function stepsFor(
  text: string,
  matters: (question: string) => boolean = () => true,
): Promise<ReadonlyMap<string, number>> {
  await server.open(uri, text);
  const steps = new Map<string, number>();
  let isCounting = false;
  for (const { name, ask } of questionsOf(text)) {
    const counts = matters(name);
    if (counts) steps.set(name, await (isCounting ? counter.next(ask) : counter.of(ask)));
    else await ask();
    isCounting = counts;
  }
  await server.close(uri);
  return steps;
}

describe('three times as much takes about three times as many steps to answer', () => {
  test.each(Object.entries(readable))('%s', async (_, make) => {
    const all = await stepsFor(make(size * more));
    const many = [...all].filter(
      ([question, steps]) => steps > (question === 'textDocument/onTypeFormatting' ? fewAtLine : few),
    );
    const some = await stepsFor(make(size), (question) => many.some(([name]) => name === question));
    const steep = many.filter(([question, steps]) => {
      const times = question === 'plan/export' ? mostOfExport : most;
      return steps > times * (some.get(question) ?? 0);
    });
    expect(steep).toEqual([]);
  });
});
