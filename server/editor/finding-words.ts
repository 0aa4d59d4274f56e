// The words of findings, kept: what stays from one version of a plan to the next is worded once.
import type { Diagnostic, Range } from 'vscode-languageserver-types';
import type { Finding, Place } from '../rules/finding.ts';
import { commonEnds } from '../text/common-ends.ts';
import type { Tree } from '../text/tree.ts';
import { editorWords } from '../words/editor.ts';
import { message } from '../words/findings.ts';
import { say, type Wording } from '../words/words.ts';

type Worded = Parameters<typeof message>[0];

/** What is shown of a finding, as long as nothing of it moves. */
interface Shown {
  readonly diagnostic: Diagnostic;
  /** Of the newest text in which it stood there. */
  pieceLines: object;
  /** Of its place, then of those beside it: the lines on which their pieces of the text begin. */
  readonly lines: readonly (number | undefined)[];
}

/** What was shown last, in order. */
interface ShownList {
  readonly findings: readonly Finding[];
  readonly diagnostics: readonly Diagnostic[];
  readonly pieceLines: object;
  /** The places in the list of what may move though its lines stay. */
  readonly loose: readonly number[];
}

/** Messages of one document's findings in one wording. Belongs to who shows findings, and goes with them. */
export class FindingWords {
  readonly #wording: Wording;
  readonly #said = new WeakMap<Worded, string>();
  readonly #shown = new WeakMap<Finding, Shown>();
  #last: ShownList = { findings: [], diagnostics: [], pieceLines: {}, loose: [] };
  #more: { readonly count: number; readonly diagnostic: Diagnostic } | undefined;

  constructor(wording: Wording) {
    this.#wording = wording;
  }

  /** Whether words for this wording are the same. */
  fit({ locale, dayMinutes, currency }: Wording): boolean {
    const own = this.#wording;
    return own.locale === locale && own.dayMinutes === dayMinutes && own.currency === currency;
  }

  of(finding: Worded): string {
    let said = this.#said.get(finding);
    if (said === undefined) {
      said = message(finding, this.#wording);
      this.#said.set(finding, said);
    }
    return said;
  }

  /** What is shown of findings: of each the same object as in an earlier version where it stands on the same lines. */
  shown(findings: readonly Finding[], tree: Tree, make: (finding: Finding) => Diagnostic): Diagnostic[] {
    const { pieceLines } = tree;
    const last = this.#last;
    const { head, tail } = last.pieceLines === pieceLines ? commonEnds(last.findings, findings) : { head: 0, tail: 0 };
    const [oldEnd, end] = [last.findings.length - tail, findings.length - tail];
    const diagnostics = last.diagnostics.slice(0, head);
    const loose: number[] = [];
    const show = (at: number): void => {
      const finding = findings[at];
      if (finding === undefined) return;
      diagnostics[at] = this.#shownOf(finding, tree, make);
      if (this.#shown.get(finding)?.pieceLines !== pieceLines) loose.push(at);
    };
    for (let at = head; at < end; at += 1) show(at);
    for (const diagnostic of last.diagnostics.slice(oldEnd)) diagnostics.push(diagnostic);
    for (const at of last.loose) if (at < head || at >= oldEnd) show(at < head ? at : at + end - oldEnd);
    this.#last = { findings, diagnostics, pieceLines, loose };
    return diagnostics;
  }

  #shownOf(finding: Finding, tree: Tree, make: (finding: Finding) => Diagnostic): Diagnostic {
    const { pieceLines } = tree;
    const known = this.#shown.get(finding);
    if (known?.pieceLines === pieceLines) return known.diagnostic;
    const { place, related = [] } = finding;
    if (known?.lines.every((line, index) => line === lineOf(index === 0 ? place : related[index - 1]?.place, tree))) {
      known.pieceLines = pieceLines;
      return known.diagnostic;
    }
    const diagnostic = make(finding);
    const lines = [place, ...related.map((each) => each.place)].map((each) => lineOf(each, tree));
    if (!lines.includes(undefined)) this.#shown.set(finding, { diagnostic, lines, pieceLines });
    return diagnostic;
  }

  /** What is shown of those that are left out: the same object as long as there are as many, and it stands in the same place. */
  more(count: number, range: Range, make: (message: string) => Diagnostic): Diagnostic {
    if (this.#more?.count !== count || this.#more.diagnostic.range !== range)
      this.#more = { count, diagnostic: make(say(editorWords['more-findings'], { count }, this.#wording)) };
    return this.#more.diagnostic;
  }
}

/** Undefined for a place that is not all in one piece; what is empty is shown on the character before, which may be in another one. */
function lineOf(place: Place | undefined, tree: Tree): number | undefined {
  if (place === undefined || !('node' in place)) return undefined;
  const { node, from, to } = place;
  const isEmpty = (node.kind === 'scalar' && node.source === '') || (from !== undefined && from === to);
  return isEmpty ? undefined : tree.pieceLineOf(node);
}
