// The words of findings, kept: what stays from one version of a plan to the next is worded once.
import { editorWords } from '../words/editor.ts';
import { message } from '../words/findings.ts';
import { say, type Wording } from '../words/words.ts';

type Worded = Parameters<typeof message>[0];

/** Messages in one wording. Belongs to who shows findings, and goes with them. */
export class FindingWords {
  readonly #wording: Wording;
  readonly #said = new WeakMap<Worded, string>();

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

  more(count: number): string {
    return say(editorWords['more-findings'], { count }, this.#wording);
  }
}
