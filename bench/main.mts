// Measures the speed of everything beside its bound and its peer: `npm run bench`, or `npm run bench -- SECTION… --sizes 1000`.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Options, optionsOf } from './asked.mts';
import { ownServer, yamlLanguageServer } from './language-servers/servers.mts';
import { load, machine } from './machine.mts';
import { isHeld, markdown, rowsTable } from './printing.mts';
import type { Asked, Row, Section } from './section.mts';
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
  const before = machine();
  const measured: Measured[] = [];
  try {
    const asked: Asked = {
      ...options,
      folder,
      ours: await ownServer(folder),
      peer: options.peers ? yamlLanguageServer : undefined,
    };
    for (const section of sections.filter(({ name }) => options.names.length === 0 || options.names.includes(name)))
      measured.push(await measure(section, asked));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const sum = summary(measured);
  console.log(sum);
  // A section alone says nothing about the whole.
  if (options.names.length === 0)
    writeFileSync(
      join(import.meta.dirname, 'results.md'),
      ['# Results\n', before, sum, ...measured.map(({ text }) => text)].join('\n'),
    );
  const failed = measured.some((each) => each.failed);
  const missed = measured.some(({ rows }) => rows.some((row) => isHeld(row) === false));
  return failed || (options.strict && missed) ? 1 : 0;
}

interface Measured {
  readonly text: string;
  readonly rows: readonly Row[];
  /** It could not be measured: that is said, and the others are measured all the same. */
  readonly failed: boolean;
}

async function measure(section: Section, asked: Asked): Promise<Measured> {
  const title = `## ${section.name}: ${section.about}\n`;
  console.error(`${section.name}: ${section.about} …`);
  const start = performance.now();
  try {
    const { rows, tables = [], notes = [] } = await section.measure(asked);
    const text = [
      title,
      `Load of the machine at the end: ${load()}.\n`,
      ...notes.map((note) => `${note}\n`),
      markdown(rowsTable('Bounds and figures', rows)),
      ...tables.map(markdown),
    ].join('\n');
    console.log(text);
    return { text, rows, failed: false };
  } catch (error) {
    console.error(error);
    return { text: `${title}\nCould not be measured: ${error}\n`, rows: [], failed: true };
  } finally {
    console.error(`${section.name}: ${((performance.now() - start) / 1000).toFixed(0)} s\n`);
  }
}

function summary(measured: readonly Measured[]): string {
  const rows = measured.flatMap((each) => each.rows);
  const missed = rows.filter((row) => isHeld(row) === false);
  return [
    `${rows.filter(isHeld).length} bounds held, ${missed.length} not held${missed.length > 0 ? ':\n' : ''}`,
    ...missed.map(({ what }) => `- ${what}`),
    '',
  ].join('\n');
}
