// Fixtures of rules: plans whose wanted findings are marked in comments under the line that they stand on.
//
//   deadline: 2026-02-30
//#            ^^^^^^^^^^ invalid-date: no day 30
//
// The carets stand under the underlined text (to the end of its first line); behind them the rule, and, if the fixture cares, a part
// of the English message (`rule=severity: …` where the severity matters as well). Text in columns 0 and 1, which the `#` and its blank cover,
// is marked `#@0-4 rule`. A fixture lists all its findings.
import { type Analysis, analyse } from '../../server/analysis.ts';
import type { FileLookup, LoadedFile } from '../../server/plan/plan.ts';
import { spanOf } from '../../server/rules/check.ts';
import { noCountryHolidays } from '../../server/schedule/country-holidays.ts';
import { openTree } from '../../server/text/open-tree.ts';
import { message, wordingFor } from '../../server/words/findings.ts';

export interface Marked {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly rule: string;
  /** Undefined where the fixture does not care. */
  readonly severity: string | undefined;
  readonly says: string;
}

const finding = `(?<rule>[a-z\u4e00-\u9fff-]+)(?:=(?<severity>[a-z]+))?(?:: (?<says>.*))?$`;
const caret = new RegExp(String.raw`^#(?<blanks> *)(?<carets>\^+) ${finding}`);
const columns = new RegExp(String.raw`^#@(?<from>\d+)-(?<to>\d+) ${finding}`);

/** The findings that a fixture's comments want, in the order of the text. */
export function wanted(text: string): readonly Marked[] {
  const marks: Marked[] = [];
  let line = -1;
  for (const [index, source] of text.split(/\r?\n/).entries()) {
    const groups = caret.exec(source)?.groups ?? columns.exec(source)?.groups;
    if (groups === undefined) {
      line = index;
      continue;
    }
    const { blanks = '', carets = '', rule = '', severity, says = '' } = groups;
    const from = Number(groups.from ?? blanks.length + 1);
    marks.push({ line, from, to: Number(groups.to ?? from + carets.length), rule, severity, says });
  }
  return marks.sort((a, b) => a.line - b.line || a.from - b.from || a.to - b.to || a.rule.localeCompare(b.rule));
}

/** The analysis of a text, with the files that it may name (the text itself is `fixture.plan.yaml`); others are not there, or can't be read as `failure` says. Now is 2026-03-02 12:00. */
export function analysed(
  text: string,
  files: Readonly<Record<string, string>> = {},
  failure: NonNullable<LoadedFile['failure']> = 'missing',
): Analysis {
  const uri = 'file:///fixture.plan.yaml';
  const lookup: FileLookup = (path) => {
    if (path === 'fixture.plan.yaml') return { path: uri, text };
    const found = Object.hasOwn(files, path) ? files[path] : undefined;
    return found === undefined ? { path, text: undefined, failure } : { path, text: found };
  };
  return analyse({
    uri,
    version: 1,
    tree: openTree(text),
    files: lookup,
    holidays: noCountryHolidays,
    settings: { rules: {} },
    // Plans without three-point estimates have nothing to simulate.
    simulation: { runs: 200, seed: 1 },
    nowMinute: Date.UTC(2026, 2, 2, 12) / 60_000,
  });
}

/** The findings of an analysis in the form in which fixtures mark them, with the English message. */
export function found(analysis: Analysis): readonly Marked[] {
  const { tree } = analysis;
  const wording = wordingFor(analysis.plan, 'en');
  return analysis.findings
    .map((finding) => {
      const span = spanOf(finding.place, analysis);
      const [start, end] = [tree.positionAt(span.start), tree.positionAt(span.end)];
      const to = end.line === start.line ? end.character : tree.line(start.line).length;
      const { rule, severity } = finding;
      return { line: start.line, from: start.character, to, rule, severity, says: message(finding, wording) };
    })
    .sort((a, b) => a.line - b.line || a.from - b.from || a.to - b.to || a.rule.localeCompare(b.rule));
}
