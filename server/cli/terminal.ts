// What a command gets of the world it runs in, and how it ends.
import type { Locale } from '../words/words.ts';
import type { FileFailure } from '../workspace/file-source.ts';

/** Findings at or over the threshold make 1; wrong usage and files that can't be read make 2; a mistake of ours 70 (EX_SOFTWARE). */
export const exitCodes = { clean: 0, findings: 1, usage: 2, broken: 70 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What came in by standard input, and where it would lie. */
export interface StandardInput {
  /** As it was said: of the working folder, or absolute. */
  readonly path: string;
  readonly content: { readonly bytes: Uint8Array } | { readonly failure: FileFailure };
}

export interface Terminal {
  readonly locale: Locale;
  readonly colour: boolean;
  /** Absolute path. */
  readonly folder: string;
  /** Where the command reads it. */
  readonly input?: StandardInput;
  out(text: string): void;
  error(text: string): void;
}
