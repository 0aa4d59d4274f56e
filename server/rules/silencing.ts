// The comments that silence findings, in one run of the rules: which of them did, and which had nothing to silence.
import type { Ignored, Silence } from './ignore.ts';

/** Silences the finding that a comment silences nothing. */
const ownRule = 'unused-ignore';

export class Silencing {
  readonly #ignored: Ignored;
  readonly #used: Set<Silence>;

  constructor(ignored: Ignored, used: Iterable<Silence> = []) {
    this.#ignored = ignored;
    this.#used = new Set(used);
  }

  /** Goes on from here without this one knowing. */
  copy(): Silencing {
    return new Silencing(this.#ignored, this.#used);
  }

  get isEmpty(): boolean {
    return this.#ignored.size === 0;
  }

  /** Whether a finding on that line is silenced; the comment was of use then. */
  silences(rule: string, line: number): boolean {
    const silences = this.#ignored.get(line)?.get(rule);
    for (const silence of silences ?? []) this.#used.add(silence);
    return silences !== undefined;
  }

  /** What silenced nothing, but for lines where that is silenced too. */
  *idle(): Iterable<Silence> {
    for (const rules of this.#ignored.values()) {
      if (rules.has(ownRule)) continue;
      for (const silences of rules.values()) yield* silences.filter((silence) => !this.#used.has(silence));
    }
  }
}
