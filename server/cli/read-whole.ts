// What of a plan could not be read: said before anything is printed of the rest.
import type { Analysis } from '../analysis.ts';
import { reportBlocks } from '../report/pretty.ts';
import { reportFile } from '../report/report.ts';
import { ruleById } from '../rules/registry.ts';
import { commandLineWords } from '../words/command-line.ts';
import { colour, plain } from '../words/terminal.ts';
import { plainWording, say } from '../words/words.ts';
import { type ExitCode, exitCodes, type Terminal } from './terminal.ts';

/** More than these are counted. */
const mostShown = 10;

/** Errors of the document, which leave something out of what is computed; a check of one's own that can't run leaves nothing out. */
function isLeftOut({ rule, severity }: { readonly rule: string; readonly severity: string }): boolean {
  return severity === 'error' && rule !== 'check-invalid' && ruleById.get(rule)?.family === 'document';
}

/** How a command ends that has printed what it could. */
export function codeFor({ findings }: Analysis): ExitCode {
  return findings.some(isLeftOut) ? exitCodes.findings : exitCodes.clean;
}

/** Says what could not be read, and where; false where no task is left to print anything of. */
export function isReadable(path: string, analysis: Analysis, terminal: Terminal): boolean {
  const wording = plainWording(terminal.locale);
  const hasTasks = analysis.plan.tasks.length > 0;
  const file = reportFile(path, analysis, terminal.locale);
  const leftOut = file.findings.filter(isLeftOut);
  if (leftOut.length === 0) {
    if (!hasTasks) terminal.error(`${say(commandLineWords['no-tasks'], { path }, wording)}\n`);
    return true;
  }
  const shown = { ...file, findings: leftOut.slice(0, mostShown) };
  const more = leftOut.length - mostShown;
  const title = hasTasks ? (leftOut.length === 1 ? 'left-out-one' : 'left-out') : 'nothing-readable';
  terminal.error(
    [
      `${say(commandLineWords[title], { path, count: leftOut.length }, wording)}\n\n`,
      ...reportBlocks(shown, wording, terminal.colour ? colour : plain),
      more > 0 ? `${say(commandLineWords['more-left-out'], { path, count: more }, wording)}\n` : '',
    ].join(''),
  );
  return hasTasks;
}
