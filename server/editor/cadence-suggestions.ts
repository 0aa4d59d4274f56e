// What can follow the first words of a cadence.

/** The first row that what stands before the cursor fits. */
const rows: readonly (readonly [before: RegExp, words: readonly string[]])[] = [
  [/^(?:weekly|biweekly|every \d+w)$/i, ['on mon', 'on tue', 'on wed', 'on thu', 'on fri']],
  [/^(?:monthly|quarterly|every \d+mo)$/i, ['on last fri', 'on first mon', 'on 1', 'on 15']],
  [/^every$/i, ['2w on fri', '2w on mon', '3w on mon', '2mo on last fri']],
  [/^(?:weekly|biweekly|every \d+w) on$/i, ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']],
  [/^(?:monthly|quarterly|every \d+mo) on$/i, ['last fri', 'first mon', '1', '15']],
  [
    /^(?:monthly|quarterly|every \d+mo) on (?:first|second|third|fourth|fifth|last)$/i,
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
  ],
  // With its day said, the time is left.
  [
    /^(?:daily|(?:weekly|biweekly|monthly|quarterly|every \d+(?:w|mo)) on [^:]+)$/i,
    ['09:00', '10:00', '14:00', '16:00'],
  ],
];

export function cadenceWords(before: string): readonly string[] {
  return rows.find(([pattern]) => pattern.test(before))?.[1] ?? [];
}
