// The door to the terminal: words on the command line become a command, its outcome an exit code.
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { viewNames } from './charts/view.ts';
import { chart, chartFormats } from './cli/chart.ts';
import { type CheckOptions, check, checkFormats } from './cli/check.ts';
import { helpLayout, helpWording, usageProblem } from './cli/command-help.ts';
import { convert, largestForeignFile } from './cli/convert.ts';
import { diff, diffFormats } from './cli/diff.ts';
import { fmt } from './cli/fmt.ts';
import { reports } from './cli/health-report.ts';
import { level, levelFormats } from './cli/level.ts';
import { newPlan } from './cli/new.ts';
import { withRuleFlag } from './cli/rule-flags.ts';
import { rules, rulesFormats } from './cli/rules.ts';
import { schedule, scheduleFormats } from './cli/schedule.ts';
import { simulate, simulateFormats } from './cli/simulate.ts';
import { type InputOptions, pathIn, withInput } from './cli/standard-input.ts';
import { type ExitCode, exitCodes, type Terminal } from './cli/terminal.ts';
import { version } from './cli/version.ts';
import type { PlanDate } from './plan/scalar.ts';
import { parseDate } from './plan/scalars/date.ts';
import { severityOrder } from './report/report.ts';
import { ruleSets, useKey } from './rules/rule-sets.ts';
import type { SettingsLayer } from './rules/settings.ts';
import { commandLineWords } from './words/command-line.ts';
import { localeOf, plainWording, say } from './words/words.ts';

// An empty variable says nothing, here as anywhere; where none says anything, as on Windows, the system does.
const { PLAN_LANG, LC_ALL, LC_MESSAGES, LANG, NO_COLOR, FORCE_COLOR } = process.env;
const locale = localeOf(PLAN_LANG || LC_ALL || LC_MESSAGES || LANG || Intl.DateTimeFormat().resolvedOptions().locale);
const isForced = !['', '0', 'false'].includes(FORCE_COLOR ?? '');
const help = helpWording(locale);
const terminal: Terminal = {
  locale,
  colour: !NO_COLOR && (process.stdout.isTTY || isForced),
  folder: process.cwd(),
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
};

function ruleFlag(text: string, before: SettingsLayer): SettingsLayer {
  const outcome = withRuleFlag(before, text, locale);
  if ('problem' in outcome) throw new InvalidArgumentError(outcome.problem);
  return outcome.settings;
}

/** More runs make no figure better, and their finishes have to be kept. */
const mostRuns = 1_000_000;

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new InvalidArgumentError(say(commandLineWords['no-number'], { text }, plainWording(locale)));
}

function runs(text: string): number {
  const number = wholeNumber(text);
  if (number <= mostRuns) return number;
  throw new InvalidArgumentError(say(commandLineWords['many-runs'], { text, most: mostRuns }, plainWording(locale)));
}

function dateFlag(text: string): PlanDate {
  const read = parseDate(text);
  if (read.ok) return read.value;
  throw new InvalidArgumentError(say(commandLineWords['no-date'], { text }, plainWording(locale)));
}

let outcome: ExitCode = exitCodes.clean;
const stdinFilename = () => new Option('--stdin-filename <path>', help('stdin-filename'));

/** Runs a command with what comes in by standard input, where one of these names says so. */
async function reading(
  names: readonly string[],
  options: InputOptions,
  command: (terminal: Terminal) => Promise<ExitCode>,
): Promise<ExitCode> {
  const withWhatCame = await withInput(names, options, terminal);
  return withWhatCame === undefined ? exitCodes.usage : command(withWhatCame);
}

const format = <F extends string>(formats: readonly F[], first: F) =>
  new Option('-f, --format <format>', help('format')).choices(formats).default(first);

const program: Command = new Command('plan')
  .description(help('plan'))
  .version(version, '-V, --version', help('version'))
  .helpOption('-h, --help', help('help'))
  .helpCommand('help [command]', help('help-command'))
  .exitOverride()
  .configureHelp(helpLayout(locale))
  .configureOutput({
    writeOut: terminal.out,
    writeErr: terminal.error,
    outputError: (text, write) => write(usageProblem(text, program, locale)),
  });

program
  .command('check')
  .description(help('check'))
  .argument('<files...>', help('plans'))
  .addOption(format(checkFormats, 'pretty'))
  .addOption(new Option('--fail-on <severity>', help('fail-on')).choices(severityOrder).default('error'))
  .addOption(new Option('--report <report>', help('report')).choices(reports))
  .option('--fix', help('fix'))
  .option('--simulate', help('simulate-estimates'))
  .addOption(new Option('--rules <set>', help('rules')).choices(ruleSets))
  .option('--rule <id=severity>', help('rule'), ruleFlag, {})
  .addOption(stdinFilename())
  .action(async (files, options) => {
    const asked: CheckOptions = {
      format: options.format,
      failOn: options.failOn,
      fix: options.fix === true,
      ...(options.report !== undefined && { report: options.report }),
      rules: { ...options.rule, ...(options.rules !== undefined && { [useKey]: options.rules }) },
      ...(options.simulate === true && { simulation: {} }),
    };
    outcome = await reading(files, { ...options, writes: asked.fix && '--fix' }, (from) => check(files, asked, from));
  });

program
  .command('schedule')
  .description(help('schedule'))
  .argument('<file>', help('file'))
  .addOption(format(scheduleFormats, 'table'))
  .option('--as-of <date>', help('as-of'), dateFlag)
  .option('--baseline <id>', help('baseline'))
  .option('--level', help('schedule-level'))
  .addOption(stdinFilename())
  .action(async (file, options) => {
    outcome = await reading([file], options, (from) => schedule(file, options, from));
  });

program
  .command('level')
  .description(help('level'))
  .argument('<file>', help('file'))
  .addOption(format(levelFormats, 'table'))
  .option('--edits', help('edits'), false)
  .option('--write', help('write'), false)
  .addOption(stdinFilename())
  .action(async (file, options) => {
    const input = { ...options, writes: options.write && '--write' };
    outcome = await reading([file], input, (from) => level(file, options, from));
  });

program
  .command('simulate')
  .description(help('simulate'))
  .argument('<file>', help('file'))
  .addOption(format(simulateFormats, 'table'))
  .option('--runs <number>', help('runs'), runs, 1000)
  .option('--seed <number>', help('seed'), wholeNumber, 1)
  .addOption(stdinFilename())
  .action(async (file, options) => {
    outcome = await reading([file], options, (from) => simulate(file, options, from));
  });

program
  .command('chart')
  .description(help('chart'))
  .argument('<file>', help('file'))
  .addOption(new Option('-f, --format <format>', help('chart-format')).choices(chartFormats))
  .addOption(new Option('--view <view>', help('view')).choices(viewNames).default('gantt'))
  .option('-o, --output <file>', help('output'))
  .addOption(stdinFilename())
  .action(async (file, options) => {
    outcome = await reading([file], options, (from) => chart(file, options, from));
  });

program
  .command('convert')
  .description(help('convert'))
  .argument('<in>', help('in'))
  .argument('<out>', help('out'))
  .option('--force', help('force'), false)
  .addOption(stdinFilename())
  .action(async (source, target, options) => {
    const input = { ...options, most: largestForeignFile };
    outcome = await reading([source], input, (from) => convert(pathIn(source, from), target, options, from));
  });

program
  .command('diff')
  .description(help('diff'))
  .argument('<older>', help('older'))
  .argument('<newer>', help('newer'))
  .addOption(format(diffFormats, 'table'))
  .addOption(stdinFilename())
  .action(async (older, newer, options) => {
    outcome = await reading([older, newer], options, (from) => diff(older, newer, options, from));
  });

program
  .command('new')
  .description(help('new'))
  .argument('[template]', help('template'))
  .option('--start <date>', help('start'), dateFlag)
  .option('-o, --output <file>', help('output'))
  .option('--force', help('force'), false)
  .action(async (template, options) => {
    outcome = await newPlan(template, options, terminal);
  });

program
  .command('fmt')
  .description(help('fmt'))
  .argument('<files...>', help('plans'))
  .option('--check', help('fmt-check'), false)
  .option('--sort-keys', help('sort-keys'), false)
  .addOption(stdinFilename())
  .action(async (files, options) => {
    outcome = await reading(files, options, (from) => fmt(files, options, from));
  });

program
  .command('rules')
  .description(help('list-rules'))
  .argument('[id]', help('id'))
  .addOption(format(rulesFormats, 'pretty'))
  .action((id, options) => {
    outcome = rules(id, options, terminal);
  });

program
  .command('lsp')
  .description(help('lsp'))
  .requiredOption('--stdio', help('stdio'))
  .action(async () => {
    await import('./main.node.ts');
  });

// A reader that has enough (`| head`) closes the pipe: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(exitCodes.clean);
});
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

program.parseAsync().then(
  () => {
    process.exitCode = outcome;
  },
  (error: unknown) => {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? exitCodes.clean : exitCodes.usage;
    else {
      // A mistake of ours: where it happened, without the bundle's line that an uncaught error would print.
      terminal.error(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.exitCode = exitCodes.broken;
    }
  },
);
