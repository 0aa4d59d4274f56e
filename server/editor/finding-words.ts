// The words of findings, kept: what stays from one version of a plan to the next is worded once.
import type { Diagnostic, Range } from 'vscode-languageserver-types';
import type { Finding, Place } from '../rules/finding.ts';
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

/** Messages of one document's findings in one wording. Belongs to who shows findings, and goes with them. */
export class FindingWords {
  readonly #wording: Wording;
  readonly #said = new WeakMap<Worded, string>();
  readonly #shown = new WeakMap<Finding, Shown>();
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

  /** What is shown of a finding: the same object as in an earlier version where it stands on the same lines. */
  shown(finding: Finding, tree: Tree, make: () => Diagnostic): Diagnostic {
    const { pieceLines } = tree;
    const known = this.#shown.get(finding);
    if (known?.pieceLines === pieceLines) return known.diagnostic;
    const { place, related = [] } = finding;
    if (known?.lines.every((line, index) => line === lineOf(index === 0 ? place : related[index - 1]?.place, tree))) {
      known.pieceLines = pieceLines;
      return known.diagnostic;
    }
    const diagnostic = make();
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
