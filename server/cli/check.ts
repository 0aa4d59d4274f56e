// `plan check`: the findings of files, folders and globs, in a format for people or for a machine.

import type { Analysis } from '../analysis.ts';
import { reportGithub } from '../report/github.ts';
import { reportJson } from '../report/json.ts';
import { reportJunit } from '../report/junit.ts';
import { reportPretty } from '../report/pretty.ts';
import { type ReportedFile, reaches, reportFile } from '../report/report.ts';
import { reportSarif } from '../report/sarif.ts';
import type { Severity } from '../rules/finding.ts';
import { checksKey } from '../rules/rule-sets.ts';
import type { SettingsLayer } from '../rules/settings.ts';
import type { SimulationOptions } from '../schedule/simulation.ts';
import { commandLineWords } from '../words/command-line.ts';
import { ruleTitle } from '../words/rule-titles.ts';
import { colour, plain } from '../words/terminal.ts';
import { plainWording, say } from '../words/words.ts';
import { fixPlan } from './fix-plan.ts';
import { healthReport, type ReportFormat, reportFormats, type reports } from './health-report.ts';
import { analysePlan, failureLine, findPlans } from './plan-files.ts';
import { codeFor, isReadable } from './read-whole.ts';
import { unknownChecks } from './rule-flags.ts';
import { rulePage } from './rule-page.ts';
import { type ExitCode, exitCodes, type Terminal } from './terminal.ts';
import { version } from './version.ts';

const findingFormats = ['pretty', 'json', 'sarif', 'github', 'junit'] as const;
/** Of findings, and of reports. */
export const checkFormats = [...findingFormats, 'markdown'] as const;

export interface CheckOptions {
  readonly format: (typeof checkFormats)[number];
  /** Prints this report instead of findings. */
  readonly report?: (typeof reports)[number];
  /** Findings at or over this severity make the exit code 1. */
  readonly failOn: Severity;
  /** What is set for this run: it wins over the plans. */
  readonly rules: SettingsLayer;
  /** Writes safe fixes into the files before they are reported. */
  readonly fix: boolean;
  /** Simulates the three-point estimates, and judges the promised finish by that. */
  readonly simulation?: SimulationOptions;
}

type Formatter = (files: readonly ReportedFile[], options: CheckOptions, terminal: Terminal) => string;

const formatters: Readonly<Record<(typeof findingFormats)[number], Formatter>> = {
  pretty: (files, _options, { locale, colour: coloured }) =>
    reportPretty(files, plainWording(locale), coloured ? colour : plain),
  json: (files) => reportJson(files),
  sarif: (files, _options, { locale }) =>
    reportSarif(files, version, {
      language: locale === 'en' ? 'en-US' : 'zh-CN',
      titleOf: (rule) => ruleTitle(rule, locale),
      pageOf: rulePage,
    }),
  github: (files) => reportGithub(files),
  junit: (files, { failOn }) => reportJunit(files, failOn),
};

/** Reports every plan that can be read, whatever is wrong with the others. */
export async function check(names: readonly string[], options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const printed = printerOf(options, terminal);
  if (typeof printed === 'string') {
    terminal.error(printed);
    return exitCodes.usage;
  }
  const { paths, failures } = await findPlans(names, terminal);
  for (const failure of failures) terminal.error(failureLine(failure, terminal));
  const analyses: { path: string; analysis: Analysis }[] = [];
  let unreadable = failures.length;
  const analysed = (path: string) =>
    analysePlan(
      path,
      { rules: {}, flags: options.rules },
      terminal,
      options.simulation && { simulation: options.simulation },
    );
  const wrongFlag = await problemOfFlags(paths, options.rules, terminal);
  if (wrongFlag !== undefined) {
    terminal.error(wrongFlag);
    return exitCodes.usage;
  }
  const read = new Map<string, Awaited<ReturnType<typeof analysed>>>();
  let isMended = false;
  for (const path of paths) {
    const analysis = await analysed(path);
    read.set(path, analysis);
    const outcome = 'why' in analysis || !options.fix ? 'same' : await fixPlan(path, analysis, terminal);
    if (outcome === 'failed') unreadable += 1;
    if (outcome === 'changed') isMended = true;
  }
  for (const [path, before] of read) {
    // Plans may speak of one that was mended after them.
    const analysis = isMended ? await analysed(path) : before;
    if ('why' in analysis) {
      unreadable += 1;
      terminal.error(failureLine(analysis, terminal));
    } else analyses.push({ path, analysis });
  }
  // Findings say it themselves; figures of what could be read don't.
  const shown =
    options.report === undefined
      ? analyses
      : analyses.filter(({ path, analysis }) => isReadable(path, analysis, terminal));
  unreadable += analyses.length - shown.length;
  const failed = shown.length > 0 || unreadable === 0 ? printed(shown) : false;
  if (unreadable > 0) return exitCodes.usage;
  const isCut = options.report !== undefined && shown.some(({ analysis }) => codeFor(analysis) !== exitCodes.clean);
  return failed || isCut ? exitCodes.findings : exitCodes.clean;
}

/** Nothing is written before it is known what the flags speak of. */
async function problemOfFlags(
  paths: readonly string[],
  flags: SettingsLayer,
  terminal: Terminal,
): Promise<string | undefined> {
  if (!Object.hasOwn(flags, checksKey)) return undefined;
  const analyses: Analysis[] = [];
  for (const path of paths) {
    const analysis = await analysePlan(path, { rules: {}, flags }, terminal);
    if (!('why' in analysis)) analyses.push(analysis);
  }
  return unknownChecks(flags, analyses, terminal.locale);
}

/** Prints, and says whether something is as grave as asked. */
type Printer = (analyses: readonly { readonly path: string; readonly analysis: Analysis }[]) => boolean;

/** What prints in the format that is asked for; or why nothing does. */
function printerOf(options: CheckOptions, terminal: Terminal): Printer | string {
  const { report, failOn } = options;
  const allowed: readonly string[] = report === undefined ? findingFormats : reportFormats;
  const format = options.format;
  if (report !== undefined && isReportFormat(format))
    return (analyses) => healthReport(analyses, { format, failOn }, terminal);
  if (report === undefined && format !== 'markdown') {
    return (analyses) => {
      const files = analyses.map(({ path, analysis }) => reportFile(path, analysis, terminal.locale));
      terminal.out(formatters[format](files, options, terminal));
      return files.some(({ findings }) => findings.some(({ severity }) => reaches(severity, failOn)));
    };
  }
  const key = report === undefined ? 'no-finding-format' : 'no-report-format';
  return `${say(commandLineWords[key], { format, known: { list: allowed } }, plainWording(terminal.locale))}\n`;
}

function isReportFormat(format: string): format is ReportFormat {
  return reportFormats.some((each) => each === format);
}
