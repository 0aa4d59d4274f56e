// `plan new`: a plan out of a template, starting next Monday or on a given day; without a template the list of them.
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { mondayAfter, planFromTemplate } from '../edits/new-plan.ts';
import type { PlanDate } from '../plan/scalar.ts';
import { commandLineWords } from '../words/command-line.ts';
import { convertWords } from '../words/convert.ts';
import { isTemplate, templateFile, templateIds, templateTitles } from '../words/templates.ts';
import { plainWording, say } from '../words/words.ts';
import { packageFile } from './package-file.ts';
import { type ExitCode, exitCodes, type Terminal } from './terminal.ts';
import { wallClock } from './wall-clock.ts';

export interface NewOptions {
  /** The file to write; standard output without one. */
  readonly output?: string;
  /** Overwrites a file that is there. */
  readonly force: boolean;
  readonly start?: PlanDate;
}

export async function newPlan(
  template: string | undefined,
  { output, force, start }: NewOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const wording = plainWording(terminal.locale);
  if (template === undefined) {
    terminal.out(templateList(terminal));
    return exitCodes.clean;
  }
  if (!isTemplate(template)) {
    terminal.error(
      `${say(commandLineWords['no-template'], { id: template, known: { list: templateIds() } }, wording)}\n`,
    );
    return exitCodes.usage;
  }
  const text = planFromTemplate(
    readFileSync(packageFile(templateFile(template)), 'utf8'),
    start?.day ?? mondayAfter(Math.floor(wallClock() / 1440)),
  );
  if (output === undefined) {
    terminal.out(text);
    return exitCodes.clean;
  }
  return writeFile(resolve(terminal.folder, output), text, { flag: force ? 'w' : 'wx' }).then(
    () => {
      terminal.error(`${say(commandLineWords.written, { path: output }, wording)}\n`);
      return exitCodes.clean;
    },
    (error: unknown) => {
      const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      const phrase = reason === 'EEXIST' ? convertWords.exists : commandLineWords['cant-write'];
      terminal.error(`${say(phrase, { path: output, reason }, wording)}\n`);
      return exitCodes.usage;
    },
  );
}

/** One line a template: what `plan new` takes, and what it is. */
function templateList({ locale }: Terminal): string {
  const ids = templateIds();
  const width = Math.max(...ids.map((id) => id.length));
  return ids.map((id) => `${id.padEnd(width)}  ${templateTitles[id][locale]}\n`).join('');
}
