// `plan rules`: the table of all rules, or the page of one.
import stringWidth from 'string-width';
import { rules as allRules } from '../rules/registry.ts';
import { commandLineWords } from '../words/command-line.ts';
import { reportWords } from '../words/report.ts';
import { ruleTitle } from '../words/rule-titles.ts';
import { colour, plain, printable } from '../words/terminal.ts';
import { plainWording, say } from '../words/words.ts';
import { rulePage } from './rule-page.ts';
import { type ExitCode, exitCodes, type Terminal } from './terminal.ts';

export const rulesFormats = ['pretty', 'json'] as const;

export interface RulesOptions {
  readonly format: (typeof rulesFormats)[number];
}

export function rules(id: string | undefined, { format }: RulesOptions, terminal: Terminal): ExitCode {
  const named = allRules.find((rule) => rule.id === id);
  if (format === 'json' && (id === undefined || named !== undefined)) {
    terminal.out(json(named === undefined ? allRules : [named], terminal));
    return exitCodes.clean;
  }
  if (id !== undefined) return page(id, terminal);
  terminal.out(table(terminal));
  return exitCodes.clean;
}

function page(id: string, terminal: Terminal): ExitCode {
  const text = rulePage(id);
  if (text === undefined) {
    terminal.error(`${say(commandLineWords['no-rule'], { id: printable(id) }, plainWording(terminal.locale))}\n`);
    return exitCodes.usage;
  }
  terminal.out(text);
  return exitCodes.clean;
}

function table({ locale, colour: coloured }: Terminal): string {
  const paint = coloured ? colour : plain;
  const rows = allRules.map(({ id, severity, recommended }) => [
    id,
    recommended ? say(reportWords[severity], {}, plainWording(locale)) : 'off',
    ruleTitle(id, locale),
  ]);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => stringWidth(row[column] ?? ''))));
  const pad = (text: string, width = 0): string => text + ' '.repeat(Math.max(0, width - stringWidth(text)));
  return rows
    .map(
      ([id = '', severity = '', title = '']) =>
        `${paint('bold', pad(id, widths[0]))}  ${pad(severity, widths[1])}  ${title}\n`,
    )
    .join('');
}

function json(told: typeof allRules, { locale }: Terminal): string {
  const rows = told.map(({ id, family, severity, parameters, recommended, timing, source }) => ({
    id,
    title: ruleTitle(id, locale),
    family,
    severity,
    recommended,
    timing,
    source: source ?? null,
    parameters: Object.fromEntries(Object.entries(parameters).map(([name, parameter]) => [name, parameter.default])),
  }));
  return `${JSON.stringify({ rules: rows }, null, 2)}\n`;
}
