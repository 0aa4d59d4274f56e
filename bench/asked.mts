// Reads the command line of the bench.
import { parseArgs } from 'node:util';

export interface Options {
  /** Names of sections; empty: all. */
  readonly names: readonly string[];
  readonly sizes: readonly number[];
  readonly keystrokes: number;
  readonly peers: boolean;
  /** Exit code 1 where a bound is missed. */
  readonly strict: boolean;
}

/** Throws, saying what would work, where something else was written. */
export function optionsOf(args: readonly string[], known: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      sizes: { type: 'string', default: '100,1000,10000,50000' },
      keystrokes: { type: 'string', default: '360' },
      'no-peers': { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`No such section: ${unknown.join(', ')}. There are ${known.join(', ')}.`);
  return {
    names: positionals,
    sizes: values.sizes.split(',').map((size) => wholeNumber('--sizes', size)),
    keystrokes: wholeNumber('--keystrokes', values.keystrokes),
    peers: !values['no-peers'],
    strict: values.strict,
  };
}

function wholeNumber(option: string, written: string): number {
  const number = Number(written);
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`${option}: “${written}” is not a whole number above 0.`);
  return number;
}
