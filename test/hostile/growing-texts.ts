// Texts of any length that are made of the same over and over.

export function repeated(line: string, length: number): string {
  return line.repeat(Math.floor(length / line.length));
}

/** Lines that differ in a number, until there is enough text. */
export function numbered(line: (index: number) => string, length: number): string {
  return Array.from({ length: Math.floor(length / line(1_000).length) }, (_, index) => line(index)).join('');
}

type Texts = Readonly<Record<string, (length: number) => string>>;

/** Plans that can be read, by what they are made of: each of about so many UTF-16 units. */
export const readable: Texts = {
  'tasks with links': (n) => `tasks:\n${numbered((i) => `  t${i}: { duration: 2d, after: [t${i >> 1}] }\n`, n)}`,
  'tasks with a key a line': (n) => `tasks:\n${numbered((i) => `  t${i}:\n    name: T\n    duration: 2d\n`, n)}`,
  'unknown links on one line': (n) => `tasks:\n  a: { after: [${repeated('x, ', n)}] }\n`,
  'broken links on one line': (n) => `tasks:\n  a: { after: [${repeated('x +, ', n)}] }\n`,
  'unknown keys in one task': (n) => `tasks:\n  a: { ${numbered((i) => `nmae${i}: 1, `, n)} }\n`,
  'tasks on one line': (n) => `tasks: { ${numbered((i) => `t${i}: { nam: 1 }, `, n)} }\n`,
  'the same id': (n) => `tasks:\n${repeated('  a: { name: x }\n', n)}`,
  'the same id in phases': (n) => `phases:\n${numbered((i) => `  p${i}: { tasks: { a: 1d } }\n`, n)}`,
  'links to a shared id': (n) =>
    `phases:\n${numbered((i) => `  p${i}:\n    tasks: { a: 1d, b${i}: { after: a } }\n`, n)}`,
  'links to a shared id from elsewhere': (n) =>
    `phases:\n${numbered((i) => `  p${i}: { tasks: { a: 1d } }\n  q${i}: { tasks: { b${i}: { after: a } } }\n`, n)}`,
  'links into a phase': (n) =>
    `phases:\n${numbered((i) => `  p${i}:\n    tasks: { a: 1d, b${i}: { after: p${i >> 1}/a } }\n`, n)}`,
  'unknown people': (n) => `team: { x: {} }\ntasks:\n${numbered((i) => `  t${i}: { owner: y${i} }\n`, n)}`,
  'work of one person': (n) =>
    `team: { x: {} }\nstart: 2026-01-05\ntasks:\n${numbered((i) => `  t${i}: { owner: x, duration: 3d }\n`, n)}`,
  'milestones and deadlines': (n) =>
    `start: 2026-01-05\ntasks:\n${numbered((i) => `  t${i}: { milestone: true, deadline: 2026-01-06, after: t${i - 1} }\n`, n)}`,
  'levels of tasks': (n) =>
    `tasks:\n${numbered((i) => `${' '.repeat(2 * (i % 40) + 2)}t${i}: { tasks: { u: 1d } }\n`, n)}`,
  baselines: (n) =>
    `start: 2026-01-05\ntasks: { a: 1d }\nbaselines:\n  b: { date: 2026-01-05, tasks: { ${numbered((i) => `t${i}: { start: 2026-01-05, finish: 2026-01-06 }, `, n)} } }\n`,
  'links in a list': (n) => `tasks:\n  a:\n    after:\n${repeated('      - x\n', n)}`,
  goals: (n) => `goals:\n${numbered((i) => `  g${i}: win\n`, n)}`,
  'a loop of links': (n) => `tasks:\n${numbered((i) => `  t${i}: { after: [t${i + 1}, t0] }\n`, n)}`,
  'tasks that merge': (n) => `x: &x { duration: 1d }\ntasks:\n${numbered((i) => `  t${i}: { <<: *x }\n`, n)}`,
  people: (n) => `team:\n${numbered((i) => `  p${i}: { rate: x }\n`, n)}`,
  leave: (n) =>
    `team:\n  a: { leave: [${repeated('2026-01-01..2026-01-02, ', n)}] }\ntasks: { x: { owner: a, duration: 3d } }\n`,
  'silencing comments': (n) => `tasks:\n${numbered((i) => `  # plan-ignore: x\n  a${i}: 1d # plan-ignore: y\n`, n)}`,
  'silencing comments alone': (n) => `tasks:\n${repeated('# plan-ignore: x\n', n)}`,
  'tags on one line': (n) => `tasks:\n  a: { name: &word hi, tags: [${repeated('y,', n)} *word] }\n`,
  'links to a known task on one line': (n) => `tasks:\n  a: 1d\n  b: { duration: 1d, after: [${repeated('a,', n)}] }\n`,
  'links to a known task in a list': (n) => `tasks:\n  a: 1d\n  b:\n    after:\n${repeated('      - a\n', n)}`,
  'aliases in a list': (n) => `tasks:\n  a:\n    name: &word hi\n    tags:\n${repeated('      - *word\n', n)}`,
  'comments behind content': (n) =>
    `tasks:\n${numbered((i) => `  t${i}: ${(i % 9) + 1}d # ${'x'.repeat(i % 7)}\n`, n)}`,
  'people on one line': (n) => `team: { ${numbered((i) => `p${i}: {}, `, n)} }\ntasks: { a: { owner: p1 } }\n`,
  holidays: (n) => `calendars:\n  standard: { holidays: [${repeated('2026-01-01, ', n)}] }\ntasks: { a: 1d }\n`,
  'the same line': (n) => `tasks:\n  a: 1d\nx-list:\n${repeated('  - y\n', n)}`,
};

/** Texts that are hard to read, or can't be. */
export const unreadable: Texts = {
  'errors on one line': (n) => `tasks:\n  a: { name: ${repeated('@ [ ', n)}\nb: 1\n`,
  'bad values on one line': (n) => `tasks:\n  a: { ${repeated('name: @, ', n)}}\n`,
  'unknown aliases on one line': (n) => `tasks:\n  a: { after: [${repeated('*x, ', n)}] }\n`,
  'wide colons': (n) => `tasks:\n${repeated('  a：{ name: x }\n', n)}`,
  'wide colons on one line': (n) => `tasks: { ${repeated('a：1，', n)}}\n`,
  'comments that cut': (n) => `tasks:\n${numbered((i) => `  a${i}: { name: x #1 }\n`, n)}`,
  tabs: (n) => `tasks:\n${repeated('\ta: 1\n', n)}`,
  'half a line': (n) => `tasks:\n${repeated('  half\n', n)}`,
  'half a line at the left edge': (n) => `a: 1\n${repeated('half\n', n)}`,
  'two colons': (n) => `tasks:\n${repeated('  a: b: c\n', n)}`,
  'open quotes': (n) => `tasks:\n${repeated('  a: "x\n', n)}`,
  'open brackets': (n) => `tasks:\n${repeated('  a: [x\n', n)}`,
  'values beside children': (n) => `tasks:\n${repeated('  a: 1\n    b: 2\n', n)}`,
  conflicts: (n) => `tasks:\n${repeated('<<<<<<< a\n  b: 1d\n=======\n  b: 2d\n>>>>>>> c\n', n)}`,
  'document markers': (n) => `tasks:\n${repeated('--- \n a: 1\n', n)}`,
  'merge keys': (n) => `x: &x { duration: 1d }\ntasks:\n  a:\n${repeated('    <<: *x\n', n)}`,
  'members of objects': (n) => `tasks:\n${repeated('  __proto__: { after: constructor }\n', n)}`,
  'a long duration': (n) => `tasks:\n  a: ${repeated('1d ', n)}\n`,
  'long ids': (n) => `tasks:\n${numbered((i) => `  ${'a'.repeat(195)}${i}: { after: ${'b'.repeat(195)}${i} }\n`, n)}`,
};
