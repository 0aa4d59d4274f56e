// The schedule assessment of a plan, worded: the fourteen points as a table for a terminal, as Markdown, and as JSON.
import stringWidth from 'string-width';
import type { Analysis } from '../analysis.ts';
import { fewestForShare } from '../rules/counted-work.ts';
import type { Severity } from '../rules/finding.ts';
import { countedLinks } from '../rules/network-quality.ts';
import { ruleById } from '../rules/registry.ts';
import {
  type HealthPoint,
  type Measure,
  type Offender,
  scheduleHealth,
  type Threshold,
} from '../rules/schedule-health.ts';
import { effectiveRules } from '../rules/settings.ts';
import { SharedFacts } from '../rules/shared-facts.ts';
import { wordingFor } from '../words/findings.ts';
import { healthPointWords, scheduleHealthWords } from '../words/schedule-health.ts';
import { type Paint, printable } from '../words/terminal.ts';
import { type Locale, nameOf, type Phrase, say, type Wording, word } from '../words/words.ts';

/** The assessment of one file. */
export interface AssessedFile {
  readonly path: string;
  readonly name: string;
  /** Unfinished work and counted links: what the shares are taken of. */
  readonly work: number;
  readonly links: number;
  readonly points: readonly HealthPoint[];
  readonly wording: Wording;
}

/** The fourteen points of an analysed file, by the parameters that hold for it. */
export function assess(path: string, { tree, plan, schedule, snapshot }: Analysis, locale: Locale): AssessedFile {
  const { context } = new SharedFacts({ tree, plan, schedule, nowMinute: snapshot.nowMinute });
  const { effective } = effectiveRules(ruleById, tree, plan, snapshot.settings);
  const severityOf = (rule: string): Severity => ruleById.get(rule)?.severity ?? 'warning';
  return {
    path,
    name: plan.name,
    work: context.facts.unfinished.length,
    links: countedLinks(context).length,
    points: scheduleHealth(context, effective, severityOf),
    wording: wordingFor(plan, locale),
  };
}

type Words = (key: keyof typeof scheduleHealthWords, args?: Parameters<typeof say>[1]) => string;

function wordsOf({ wording }: AssessedFile): Words {
  return (key, args = {}) => say(scheduleHealthWords[key], args, wording);
}

/** One block a file: a table, and what could not be computed. */
export function healthTable(files: readonly AssessedFile[], paint: Paint): string {
  return files.map((file) => `${block(file, paint)}\n`).join('\n');
}

function block(file: AssessedFile, paint: Paint): string {
  const words = wordsOf(file);
  const header = headers.map((key) => words(key));
  const cells = file.points.map((point) => rowOf(point, file).map((cell) => printable(cell)));
  const widths = header.map((title, column) =>
    Math.max(stringWidth(title), ...cells.map((row) => stringWidth(row[column] ?? ''))),
  );
  const line = (row: readonly string[]) =>
    row
      .map((text, column) => text + ' '.repeat(Math.max(0, (widths[column] ?? 0) - stringWidth(text))))
      .join('  ')
      .trimEnd();
  const styles = { fail: 'red', pass: 'green', reported: 'blue', 'not-computed': 'dim' } as const;
  const rows = cells.map((row, index) => paint(styles[file.points[index]?.verdict ?? 'reported'], line(row)));
  return [
    paint('bold', printable(words('title', { name: file.name }))),
    ...above(file, words),
    '',
    paint('dim', line(header)),
    ...rows,
    '',
    ...below(file, words),
  ].join('\n');
}

const headers = [
  'header-point',
  'header-threshold',
  'header-measured',
  'header-share',
  'header-verdict',
  'header-worst',
] as const;

/** What the shares are of; and that few tasks make no share. */
function above({ work, links }: AssessedFile, words: Words): readonly string[] {
  const counted = words('counted', { work, links });
  return work < fewestForShare ? [counted, words('few', { least: fewestForShare })] : [counted];
}

function below({ points }: AssessedFile, words: Words): readonly string[] {
  const judged = points.filter(({ verdict }) => verdict === 'pass' || verdict === 'fail');
  const passed = judged.filter(({ verdict }) => verdict === 'pass').length;
  const missing = points.filter(({ verdict }) => verdict === 'not-computed').map(({ point }) => String(point));
  const total = words('total', { passed, judged: judged.length });
  return missing.length === 0 ? [total] : [total, words('missing', { points: { list: missing } })];
}

/** Markdown: a heading and a table a file. */
export function healthMarkdown(files: readonly AssessedFile[]): string {
  return files
    .map((file) => {
      const words = wordsOf(file);
      const row = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |`;
      const marks = { fail: '❌ ', pass: '✅ ', reported: '', 'not-computed': '' } as const;
      const rows = file.points.map((point) =>
        row(rowOf(point, file).map((cell, column) => (column === 4 ? `${marks[point.verdict]}${cell}` : cell))),
      );
      return [
        `## ${escaped(words('title', { name: file.name }))}`,
        '',
        ...above(file, words).map((text) => `${text}  `),
        '',
        row(headers.map((key) => words(key))),
        row(headers.map(() => '---')),
        ...rows,
        '',
        ...below(file, words).map((text) => `${text}  `),
        '',
      ].join('\n');
    })
    .join('\n');
}

/** A plan comes from a stranger: nothing in a name is markup. */
function escaped(text: string): string {
  return printable(text).replaceAll(/[\\`*_{}[\]<>#|!~]/g, (sign) => (text === '---' ? sign : `\\${sign}`));
}

/** `{ files: [{ path, name, points: [{ point, title, rules, threshold, measured, verdict, offenders }] }] }` */
export function healthJson(files: readonly AssessedFile[]): string {
  const document = {
    files: files.map((file) => ({
      path: file.path,
      name: file.name,
      unfinishedTasks: file.work,
      links: file.links,
      points: file.points.map(({ point, rules, threshold, measured, verdict, offenders }) => ({
        point,
        title: say(titleOf(point), {}, file.wording),
        rules,
        threshold: threshold ?? null,
        measured: measured ?? null,
        verdict,
        offenders: offenders.map((offender) => ({
          name: offenderName(offender.name, file.wording),
          figure: offender.figure === undefined ? null : word(offender.figure, file.wording),
        })),
      })),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function titleOf(point: number): Phrase {
  return healthPointWords[point - 1] ?? { en: String(point), 'zh-cn': String(point) };
}

/** Point, threshold, counts, figure, verdict, worst. */
function rowOf({ point, threshold, measured, verdict, offenders }: HealthPoint, file: AssessedFile): readonly string[] {
  const words = wordsOf(file);
  return [
    `${String(point).padStart(2)} ${say(titleOf(point), {}, file.wording)}`,
    threshold === undefined ? '' : limit(threshold, file.wording),
    measured?.kind === 'share' ? words('of', { count: measured.count, total: measured.total }) : '',
    measured === undefined ? '' : figure(measured, file.wording, words),
    words(verdict),
    named(offenders, file.wording, words),
  ];
}

function limit({ kind, limit: value, unit }: Threshold, wording: Wording): string {
  return `${kind === 'most' ? '≤' : '≥'} ${unit === 'percent' ? word({ percent: value }, wording) : word(value, wording)}`;
}

function figure(measured: Measure, wording: Wording, words: Words): string {
  if (measured.kind === 'test') return words(measured.passes ? 'reaches' : 'lost');
  // Two places are what a limit is compared with: 4.996 % is not 5 %.
  return measured.kind === 'share' ? word({ percent: measured.percent }, wording) : word(measured.index, wording);
}

/** A task's name, or those of both ends of a link. */
function offenderName(name: Offender['name'], wording: Wording): string {
  if (typeof name === 'string' || 'made' in name) return nameOf(name, wording);
  return `${nameOf(name.predecessor, wording)} → ${nameOf(name.successor, wording)}`;
}

/** More than these nobody reads in a table. */
const mostNamed = 3;

function named(offenders: readonly Offender[], wording: Wording, words: Words): string {
  const names = offenders
    .slice(0, mostNamed)
    .map(({ name, figure }) => {
      const said = offenderName(name, wording);
      return figure === undefined ? said : `${said} (${word(figure, wording)})`;
    })
    .join(wording.locale === 'en' ? ', ' : '、');
  const count = offenders.length - mostNamed;
  return count > 0 ? words('more', { names, count }) : names;
}
