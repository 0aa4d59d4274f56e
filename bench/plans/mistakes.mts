// Mistakes that people leave standing in a plan, so that findings stand while they type.

/** Keys of a task that say something wrong, instead of or beside its own. */
export type Mistake = Readonly<Record<string, string>>;

/** One row each: a value of a wrong kind, a name that nobody has, a promise that isn't kept. */
export const mistakes: readonly Mistake[] = [
  { duration: 'two weeks' },
  { owner: 'nobody-here' },
  { descripton: 'A key with a slip' },
  { deadline: '2026-03-03' },
  { skills: '[diving]' },
  { priority: 'very' },
  { calendar: 'nights' },
  { link: 'not an address' },
];
