// Measures the speed of everything beside its bound and its peer: `npm run bench`, or `npm run bench -- SECTION… --sizes 1000`.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Options, optionsOf } from './asked.mts';
import { ownServer, yamlLanguageServer } from './language-servers/servers.mts';
import { load, machine } from './machine.mts';
import { isHeld, markdown, rowsTable } from './printing.mts';
import type { Asked, Row } from './section.mts';
import { sections } from './sections.mts';

const names = sections.map(({ name }) => name);
try {
  process.exit(await bench(optionsOf(process.argv.slice(2), names)));
} catch (error) {
  console.error(error);
  // Whatever still runs ends with us.
  process.exit(1);
}

async function bench(options: Options): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'plan-bench-'));
  const texts = [machine()];
  const all: Row[] = [];
  try {
    const asked: Asked = {
      ...options,
      folder,
      ours: await ownServer(folder),
      peer: options.peers ? yamlLanguageServer : undefined,
    };
    for (const section of sections.filter(({ name }) => options.names.length === 0 || options.names.includes(name))) {
      console.error(`${section.name}: ${section.about} …`);
      const start = performance.now();
      const { rows, tables = [], notes = [] } = await section.measure(asked);
      const text = [
        `## ${section.name}: ${section.about}\n`,
        `Load of the machine at the end: ${load()}.\n`,
        ...notes.map((note) => `${note}\n`),
        markdown(rowsTable('Bounds and figures', rows)),
        ...tables.map(markdown),
      ].join('\n');
      console.log(text);
      console.error(`${section.name}: ${((performance.now() - start) / 1000).toFixed(0)} s\n`);
      texts.push(text);
      all.push(...rows);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const missed = all.filter((row) => isHeld(row) === false);
  const sum = `${all.filter(isHeld).length} bounds held, ${missed.length} not held`;
  console.log([sum, ...missed.map(({ what }) => `- ${what}`)].join('\n'));
  // What was measured in part says nothing about the whole.
  if (process.argv.length === 2 || (process.argv.length === 3 && options.strict))
    writeFileSync(join(import.meta.dirname, 'results.md'), [`# Results\n`, ...texts, sum, ''].join('\n'));
  return options.strict && missed.length > 0 ? 1 : 0;
}
