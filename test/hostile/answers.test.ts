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
});
afterAll(() => counter.stop());

/** How many steps each answer takes about a text. */
async function stepsFor(text: string): Promise<ReadonlyMap<string, number>> {
  const uri = 'file:///hostile.plan.yaml';
  await server.open(uri, text);
  const steps = new Map<string, number>();
  const questions = [
    ...questionsAt(uri, positionAt(text, text.length >> 1)),
    ...questionsAbout(uri, positionAt(text, text.length)),
  ];
  for (const [method, params] of questions) {
    const view = 'view' in params ? ` ${params.view}` : '';
    steps.set(method + view, await counter.of(() => server.ask(method, params)));
  }
  await server.close(uri);
  return steps;
}

describe('three times as much takes about three times as many steps to answer', () => {
  test.each(Object.entries(readable))('%s', async (_, make) => {
    const some = await stepsFor(make(size));
    const all = await stepsFor(make(size * more));
    const steep = [...all].filter(([question, steps]) => {
      const times = question === 'plan/export' ? mostOfExport : most;
      const least = question === 'textDocument/onTypeFormatting' ? fewAtLine : few;
      return steps > Math.max(least, times * (some.get(question) ?? 0));
    });
    expect(steep).toEqual([]);
  });
});
