// The head of a generated plan: calendars, people, a goal.
import { goalId, personId } from './ids.mts';

/** The lines before the phases. */
export function rootLines(people: number): string[] {
  return [
    '# A plan for measuring: nobody has to read it.',
    'name: Wind farm and grid connection',
    'start: 2026-03-02',
    'order: sequential',
    'calendar: office',
    'calendars:',
    '  office:',
    '    days: mon-fri',
    '    hours: [09:00-12:00, 13:00-18:00]',
    '    holidays:',
    ...holidays.map((holiday) => `      ${holiday}`),
    '  site: { extends: office, days: mon-sat, workdays: [2026-05-10] } # Saturdays too',
    'team:',
    ...Array.from(
      { length: people },
      (_, group) => `  ${personId(group)}: { role: lead of part ${group + 1}, skills: [${skill}] }`,
    ),
    'kpis:',
    '  turbines: { name: Turbines at work, from: 0, target: 24 }',
    'goals:',
    `  ${goalId}: { statement: 24 turbines feed the grid, metric: turbines, due: 2036-03-02, owner: ${personId(0)} }`,
    'phases:',
  ];
}

/** What everybody on the team can do. */
export const skill = 'planning';

const years = [2026, 2027, 2028, 2029, 2030];
const holidays = years.flatMap((year) => [
  `${year}-05-01: Labour day`,
  `${year}-10-01..${year}-10-07: Golden week`,
  `${year}-12-25..${year}-12-31: Winter break`,
]);
