// What the schedule had to leave out because the text can't be meant as it stands: links into summaries, calendars without working time, work for nobody.
import type { Conflict } from '../schedule/schedule.ts';
import type { Report } from './finding.ts';
import type { RuleContext } from './rule.ts';

/** The rule that tells of each kind of conflict; the other kinds have rules of their own. */
const ruleOf: Readonly<Partial<Record<Conflict['kind'], string>>> = {
  'summary-link-refused': 'invalid-link',
  'no-working-time': 'schema',
  'nobody-there': 'schema',
};

/** The conflicts that are reported under this rule. */
export function refusals(rule: string, context: RuleContext): readonly Report[] {
  if (!Object.values(ruleOf).includes(rule)) return [];
  return context.schedule.conflicts.flatMap((conflict) =>
    ruleOf[conflict.kind] === rule ? (tell(conflict, context) ?? []) : [],
  );
}

function tell(conflict: Conflict, context: RuleContext): Report | undefined {
  const { plan } = context;
  switch (conflict.kind) {
    case 'summary-link-refused':
      return intoSummary(conflict.link, context);
    case 'no-working-time': {
      const calendar = plan.define('calendar', conflict.calendar);
      if (calendar === undefined || calendar.file !== undefined) return undefined;
      return { message: 'schema.no-working-time', args: { id: calendar.id }, place: { node: calendar.key } };
    }
    case 'nobody-there': {
      const task = plan.tasks[conflict.task];
      if (task === undefined) return undefined;
      const node = task.record.effort?.node ?? task.key;
      return { message: 'schema.nobody-there', args: { task: task.name }, place: { node } };
    }
    default:
      return undefined;
  }
}

/** FF and SF say when the summary ends, which only the tasks inside can. */
function intoSummary(index: number, { plan }: RuleContext): Report | undefined {
  const link = plan.linkAt(index);
  const summary = link && plan.tasks[link.successor];
  if (link === undefined || summary === undefined) return undefined;
  const { node, type } = link;
  const from = node.kind === 'scalar' ? node.text.toUpperCase().lastIndexOf(` ${type}`) + 1 : 0;
  const predecessor = plan.tasks[link.predecessor]?.name ?? link.external ?? '';
  return {
    message: 'invalid-link.into-summary',
    args: { summary: summary.name, predecessor, type },
    place: from > 0 ? { node, from, to: from + type.length } : { node },
  };
}
