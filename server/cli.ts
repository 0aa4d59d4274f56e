// The door to the terminal: words on the command line become a command, its outcome an exit code.
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { viewNames } from './charts/view.ts';
import { chart, chartFormats } from './cli/chart.ts';
import { check, checkFormats } from './cli/check.ts';
import { convert } from './cli/convert.ts';
import { diff, diffFormats } from './cli/diff.ts';
import { fmt } from './cli/fmt.ts';
import { reports } from './cli/health-report.ts';
import { level, levelFormats } from './cli/level.ts';
import { newPlan } from './cli/new.ts';
import { withRuleFlag } from './cli/rule-flags.ts';
import { rules, rulesFormats } from './cli/rules.ts';
import { schedule, scheduleFormats } from './cli/schedule.ts';
import { simulate, simulateFormats } from './cli/simulate.ts';
import { type ExitCode, exitCodes, type Terminal } from './cli/terminal.ts';
import { version } from './cli/version.ts';
import type { PlanDate } from './plan/scalar.ts';
import { parseDate } from './plan/scalars/date.ts';
import { severityOrder } from './report/report.ts';
import { ruleSets, useKey } from './rules/rule-sets.ts';
import type { SettingsLayer } from './rules/settings.ts';
import { commandLineWords } from './words/command-line.ts';
import { localeOf, plainWording, say } from './words/words.ts';

const locale = localeOf(process.env.PLAN_LANG ?? process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG);
const terminal: Terminal = {
  locale,
  colour: process.env.NO_COLOR === undefined && (process.stdout.isTTY || process.env.FORCE_COLOR !== undefined),
  folder: process.env.INIT_CWD ?? process.cwd(),
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
};

function ruleFlag(text: string, before: SettingsLayer): SettingsLayer {
  const outcome = withRuleFlag(before, text, locale);
  if ('problem' in outcome) throw new InvalidArgumentError(outcome.problem);
  return outcome.settings;
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new InvalidArgumentError(say(commandLineWords['no-number'], { text }, plainWording(locale)));
}

function dateFlag(text: string): PlanDate {
  const read = parseDate(text);
  if (read.ok) return read.value;
  throw new InvalidArgumentError(say(commandLineWords['no-date'], { text }, plainWording(locale)));
}

let outcome: ExitCode = exitCodes.clean;
const format = <F extends string>(formats: readonly F[], first: F) =>
  new Option('-f, --format <format>', 'how to print it').choices(formats).default(first);

const program = new Command('plan')
  .description('Checks, schedules and draws project plans written in YAML (*.plan.yaml).')
  .version(version)
  .exitOverride()
  .configureOutput({ writeOut: terminal.out, writeErr: terminal.error });

program
  .command('check')
  .description('findings in files, folders and globs; exit code 0 clean, 1 findings, 2 wrong usage or unreadable')
  .argument('<files...>', 'plans, folders that hold them, or globs')
  .addOption(format(checkFormats, 'pretty'))
  .addOption(
    new Option('--fail-on <severity>', 'the least severity that makes the exit code 1')
      .choices(severityOrder)
      .default('error'),
  )
  .addOption(
    new Option('--report <report>', 'prints the fourteen points of a schedule assessment instead of findings').choices(
      reports,
    ),
  )
  .option('--fix', 'mends slips that can be read in one way only, and reports what is left')
  .option('--simulate', 'simulates three-point estimates and judges the promised finish by that')
  .addOption(new Option('--rules <set>', 'the set of rules to begin with').choices(ruleSets))
  .option(
    '--rule <id=severity>',
    'sets a rule, whatever the plan says, or id.parameter=value; may be repeated',
    ruleFlag,
    {},
  )
  .action(async (files, options) => {
    outcome = await check(
      files,
      {
        format: options.format,
        failOn: options.failOn,
        fix: options.fix === true,
        ...(options.report !== undefined && { report: options.report }),
        rules: { ...options.rule, ...(options.rules !== undefined && { [useKey]: options.rules }) },
        ...(options.simulate === true && { simulation: {} }),
      },
      terminal,
    );
  });

program
  .command('schedule')
  .description('computed dates, slack and the critical path')
  .argument('<file>', 'a plan')
  .addOption(format(scheduleFormats, 'table'))
  .option('--as-of <date>', "the day up to which progress is reported, in place of the plan's status date", dateFlag)
  .option('--baseline <id>', 'the baseline that JSON compares with and measures earned value by; else the newest')
  .option('--level', 'the dates after levelling: nobody and nothing is needed for more at once than there is')
  .action(async (file, options) => {
    outcome = await schedule(file, options, terminal);
  });

program
  .command('level')
  .description('resource levelling: the dates after it, the edits that make them, or the file with them made')
  .argument('<file>', 'a plan')
  .addOption(format(levelFormats, 'table'))
  .option('--edits', 'prints the edits of the text as JSON', false)
  .option('--write', 'makes the edits in the file', false)
  .action(async (file, options) => {
    outcome = await level(file, options, terminal);
  });

program
  .command('simulate')
  .description('when the plan is likely to finish, from its three-point estimates')
  .argument('<file>', 'a plan')
  .addOption(format(simulateFormats, 'table'))
  .option('--runs <number>', 'how many runs', wholeNumber, 1000)
  .option('--seed <number>', 'equal seeds give equal answers', wholeNumber, 1)
  .action(async (file, options) => {
    outcome = await simulate(file, options, terminal);
  });

program
  .command('chart')
  .description('the chart of a plan')
  .argument('<file>', 'a plan')
  .addOption(
    new Option(
      '-f, --format <format>',
      'how to draw it; svg and png with an installed browser; by the ending of the file, else mermaid',
    ).choices(chartFormats),
  )
  .addOption(new Option('--view <view>', 'what to draw').choices(viewNames).default('gantt'))
  .option('-o, --output <file>', 'writes a file instead of printing')
  .action(async (file, options) => {
    outcome = await chart(file, options, terminal);
  });

program
  .command('convert')
  .description('a file of another program becomes a plan, or a plan a file of another program, by their endings')
  .argument('<in>', 'what to read')
  .argument('<out>', 'what to write')
  .option('--force', 'overwrites a file that is there', false)
  .action(async (source, target, options) => {
    outcome = await convert(source, target, options, terminal);
  });

program
  .command('diff')
  .description('what moved between two versions of a plan, and what that did to the finish')
  .argument('<older>', 'a file, REVISION:FILE of Git, or a revision alone')
  .argument('<newer>', 'a file, or REVISION:FILE')
  .addOption(format(diffFormats, 'table'))
  .action(async (older, newer, options) => {
    outcome = await diff(older, newer, options, terminal);
  });

program
  .command('new')
  .description('a plan out of a template, its dates moved; without a template: which there are')
  .argument('[template]', 'a template')
  .option('--start <date>', 'the day on which it starts; else next Monday', dateFlag)
  .option('-o, --output <file>', 'writes a file instead of printing')
  .option('--force', 'overwrites a file that is there', false)
  .action(async (template, options) => {
    outcome = await newPlan(template, options, terminal);
  });

program
  .command('fmt')
  .description('puts the text of plans in order: indentation, spaces, blank lines, columns of comments')
  .argument('<files...>', 'plans, folders that hold them, or globs')
  .option('--check', 'writes nothing, names what would change; exit code 1 where something would', false)
  .option('--sort-keys', 'brings keys into the order of the reference, too', false)
  .action(async (files, options) => {
    outcome = await fmt(files, options, terminal);
  });

program
  .command('rules')
  .description('all rules, or the page of one')
  .argument('[id]', 'a rule')
  .addOption(format(rulesFormats, 'pretty'))
  .action((id, options) => {
    outcome = rules(id, options, terminal);
  });

program
  .command('lsp')
  .description('the language server, for any editor')
  .requiredOption('--stdio', 'speaks over standard input and output')
  .action(async () => {
    await import('./main.node.ts');
  });

// A reader that has enough (`| head`) closes the pipe: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(exitCodes.clean);
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
