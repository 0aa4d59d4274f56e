// An editor that pulls is not told again what it shows already: only where it typed beside all of it.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { Editor, ServerBundle } from './editor.ts';

const plan = 'file:///w/a.plan.yaml';
const text = 'name: Website\nstart: 2026-03-02\ntasks:\n  design: 10d\n  build: { duration: 15d, after: desing }\n';

let bundle: ServerBundle;
let editor: Editor;

beforeAll(async () => {
  bundle = await ServerBundle.make();
});
afterAll(() => bundle.drop());
afterEach(async () => {
  expect(await editor.stop()).toBe(0);
  expect(editor.log).toEqual([]);
});

it('findings are told again where somebody typed on their lines or above them, not where beside them', async () => {
  editor = await Editor.start(bundle);
  await editor.open(plan, text);
  let { resultId } = await editor.pull(plan);
  const answer = async (): Promise<string> => {
    const { kind, resultId: next, ...rest } = await editor.pull(plan, resultId);
    resultId = next;
    const [found] = 'items' in rest ? rest.items : [];
    return found === undefined ? kind : `${kind}: ${editor.under(plan, found.range)}`;
  };
  await editor.replace(plan, 'Website', 'Web site');
  expect(await answer()).toBe('unchanged');
  await editor.replace(plan, '10d', '11d');
  await editor.replace(plan, '11d', '12d # long');
  expect(await answer()).toBe('unchanged');
  await editor.replace(plan, 'desing }\n', 'desing }\n  test: 2d\n');
  expect(await answer()).toBe('full: desing');
  await editor.replace(plan, '  test: 2d\n', '  test: 2d\n  sell: 1d\n');
  expect(await answer()).toBe('unchanged');
  // Below: on the line of the finding, above it with a new line, and the same text in place of all of it.
  await editor.replace(plan, 'desing }', 'desing } # why');
  expect(await answer()).toBe('full: desing');
  await editor.replace(plan, 'tasks:\n', 'tasks:\n\n');
  expect(await answer()).toBe('full: desing');
  await editor.replace(plan, 'name: Web site\n', 'name: Web\n');
  const all = editor.text(plan);
  await editor.replace(plan, all, all);
  expect(await answer()).toBe('full: desing');
  await editor.replace(plan, 'desing', 'design');
  expect(await answer()).toBe('full');
  await editor.replace(plan, 'design }', 'desing }');
  expect(await answer()).toBe('full: desing');
});
