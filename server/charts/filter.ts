// Which work a reader wants to see: by text, person, tag, criticality and time. The server asks it of a plan's tasks, an exported page of its rows.

/** What is wanted, all of it at once; what isn't said filters nothing. */
export interface Filter {
  /** Words that a name or id has all of, in any case. */
  readonly text?: string;
  /** The id of somebody who owns or does it. */
  readonly person?: string;
  readonly tag?: string;
  readonly critical?: boolean;
  /** Work that touches the next so many weeks: from the status date on, else from today. */
  readonly weeks?: number;
}

/** What a filter asks of a piece of work. Times are in minutes. */
export interface Facts {
  readonly name: string;
  readonly id: string;
  /** Index of the summary that holds it, which comes before it; -1 at the top. */
  readonly parent: number;
  readonly isSummary: boolean;
  readonly people: readonly string[];
  readonly tags: readonly string[];
  readonly critical: boolean;
  readonly start: number;
  readonly finish: number;
}

export interface Filtered {
  /** By index: it is wanted, or holds something that is. */
  readonly keeps: readonly boolean[];
  /** Work that is wanted, and all work; summaries are not counted. */
  readonly shown: number;
  readonly of: number;
}

const weekMinutes = 7 * 1440;

/** Whether a filter filters nothing. */
export function isEmpty({ text, person, tag, critical, weeks }: Filter): boolean {
  return !text?.trim() && person === undefined && tag === undefined && critical !== true && weeks === undefined;
}

/**
 * What is wanted of all the work. What is said of a summary by name, person or tag holds for what is inside it; criticality and time are each
 * one's own. `from`: the minute at which the next weeks begin.
 */
export function filtered(work: readonly Facts[], filter: Filter, from: number): Filtered {
  const words = filter.text?.toLowerCase().split(/\s+/).filter(Boolean) ?? [];
  const until = filter.weeks === undefined ? Number.POSITIVE_INFINITY : from + filter.weeks * weekMinutes;
  const asked: readonly ((facts: Facts) => boolean)[] = [
    ({ name, id }) => {
      const said = `${name}\n${id}`.toLowerCase();
      return words.every((word) => said.includes(word));
    },
    ({ people }) => filter.person === undefined || people.includes(filter.person),
    ({ tags }) => filter.tag === undefined || tags.includes(filter.tag),
  ];
  // By question, then by index: whether the answer holds here or somewhere around.
  const answers = asked.map((isSo) => {
    const holds: boolean[] = [];
    for (const facts of work) holds.push((facts.parent >= 0 && holds[facts.parent] === true) || isSo(facts));
    return holds;
  });
  const keeps = work.map(({ isSummary, critical, start, finish }, index) => {
    const isTimely = filter.weeks === undefined || (start < until && finish >= from);
    const isWanted = isTimely && (filter.critical !== true || critical);
    return !isSummary && isWanted && answers.every((holds) => holds[index] === true);
  });
  const shown = keeps.filter(Boolean).length;
  for (let index = work.length - 1; index >= 0; index--) {
    const parent = work[index]?.parent ?? -1;
    if (keeps[index] === true && parent >= 0) keeps[parent] = true;
  }
  return { keeps, shown, of: work.filter(({ isSummary }) => !isSummary).length };
}
