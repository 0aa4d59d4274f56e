// What a section of the bench gives: rows with a bound, and tables behind them.
import type { LanguageServer } from './language-servers/servers.mts';

/** One figure beside its bound and its peer's. */
export interface Row {
  readonly what: string;
  readonly unit: 'ms' | 'MB' | '×' | 'exponent';
  readonly figure: number;
  /** The most that it may be; undefined: only printed. */
  readonly bound?: number;
  /** The same measure of somebody else's program in the same run. */
  readonly peer?: { readonly name: string; readonly figure: number };
  /** What else has to be known to read the figure. */
  readonly note?: string;
}

/** Figures behind the rows. */
export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Result {
  readonly rows: readonly Row[];
  readonly tables?: readonly Table[];
  /** What could not be measured here, and why. */
  readonly notes?: readonly string[];
}

/** What was asked for on the command line. */
export interface Asked {
  /** Tasks of the generated plans. */
  readonly sizes: readonly number[];
  /** Measured keystrokes of our server on each plan and way. */
  readonly keystrokes: number;
  /** Our server. */
  readonly ours: LanguageServer;
  /** Its peer; undefined where peers are left out. */
  readonly peer: LanguageServer | undefined;
  /** For what sections write; gone when the bench ends. */
  readonly folder: string;
}

export interface Section {
  readonly name: string;
  /** What it measures, in a line. */
  readonly about: string;
  readonly measure: (asked: Asked) => Promise<Result>;
}
