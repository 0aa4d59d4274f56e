// `npm run soak -- EDITS SEED`: random edits, a million of them if not told otherwise, until one leaves something that differs from a fresh analysis.
import { analysisProperty } from '../unit/incremental-edits.ts';
import { checkEdits, type EditProperty, treeProperty } from '../unit/text/edit-sequences.ts';

const [edits = 1_000_000, seed = Math.floor(Math.random() * 0x3fff_ffff)] = process.argv.slice(2).map(Number);
if (!(edits > 0) || !Number.isInteger(seed)) {
  console.error('npm run soak -- [number of edits] [seed]');
  process.exit(2);
}

// Thousands of syntax errors are made a second, and nobody looks at where.
Error.stackTraceLimit = 0;

type Turn = readonly [what: string, property: EditProperty, edits: number, again: string];

/** What is compared after how many edits at a time, turn by turn; the test in which a seed is tried again. */
const turns: readonly [Turn, Turn] = [
  ['texts', treeProperty, 10_000, 'PLAN_TREE_SEED=SEED npx vitest run test/unit/text/property.test.ts'],
  ['whole plans', analysisProperty, 1_000, 'PLAN_ANALYSIS_SEED=SEED npx vitest run test/unit/incremental.test.ts'],
];

const begun = Date.now();
let done = 0;
const made = new Map<string, number>();
console.log(`${edits} edits from seed ${seed}`);
for (let turn = 0; done < edits; turn++) {
  const [what, property, most, again] = turns[turn % turns.length] ?? turns[0];
  const before = done;
  // A turn has at most some hundred rounds, and each round has the next seed.
  const turnSeed = seed + turn * 1_000;
  try {
    checkEdits(property, Math.min(most, edits - done), turnSeed, (edited) => {
      done = before + edited;
      tellProgress();
    });
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : error}\n\nTo try again: ${again}`);
    process.exit(1);
  }
  made.set(what, (made.get(what) ?? 0) + done - before);
}
const each = [...made].map(([what, count]) => `${count} of ${what}`).join(', ');
console.log(`\n${done} edits (${each}) in ${seconds()} s, and none of them made a difference`);

function tellProgress(): void {
  const line = `${done} edits, ${Math.floor((done / edits) * 100)} %, ${seconds()} s`;
  if (process.stdout.isTTY) process.stdout.write(`\r${line} `);
  else console.log(line);
}

function seconds(): number {
  return Math.round((Date.now() - begun) / 1000);
}
