// What becomes of a plan, at a glance: its finish, what is left until the promised one, how many findings there are.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import { formatMinutes } from '../plan/scalars/duration.ts';
import type { Severity } from '../rules/finding.ts';
import type { CommittedDate } from '../schedule/schedule.ts';
import { isLeftOut } from '../schedule/series.ts';
import { aroundWords } from '../words/around.ts';
import { taskName } from '../words/task-names.ts';
import { isoDay, say, type Wording, word } from '../words/words.ts';
import { lines, plain } from './markdown.ts';
import { lastDayOf, milestoneText } from './work-dates.ts';

export interface Outlook {
  readonly version: number;
  readonly name: string;
  /** `YYYY-MM-DD`: the last day of work, in the plan's time zone; left out where there is no work. */
  readonly finish?: string;
  /** What is left until the promised finish, as a plan writes lengths; left out where nothing is promised. */
  readonly slack?: { readonly text: string; readonly isLate: boolean };
  readonly findings: Readonly<Record<Severity, number>>;
  /** Markdown. */
  readonly details: string;
  /** The same on one line, for screen readers. */
  readonly spoken: string;
}

const severities = [
  { severity: 'error', one: 'one-error', many: 'errors' },
  { severity: 'warning', one: 'one-warning', many: 'warnings' },
  { severity: 'info', one: 'one-info', many: 'infos' },
  { severity: 'hint', one: 'one-hint', many: 'hints' },
] as const;

/** The outlook of the plan as it stands; the slower rules may not have judged it yet. */
export function outlook(analysis: Analysis, wording: Wording): Outlook {
  const { plan, schedule, snapshot } = analysis;
  const day = finishDay(analysis);
  const promise = day === undefined ? undefined : schedule.promises.find(({ kind }) => kind === 'plan-finish');
  const findings = findingCounts(analysis);
  const said = [
    day === undefined ? say(aroundWords['no-work'], {}, wording) : say(aroundWords.finish, { date: { day } }, wording),
    promise &&
      `${say(aroundWords.promised, { date: { day: lastDayOf(0, promise.minute) } }, wording)} · ${spareText(promise, wording)}`,
    day === undefined ? undefined : criticalText(analysis, wording),
    nextMilestone(analysis, wording),
    findingsText(findings, wording),
  ].filter((text) => text !== undefined);
  return {
    version: snapshot.version,
    name: plan.name,
    ...(day !== undefined && { finish: isoDay(day) }),
    ...(promise && {
      slack: {
        text: formatMinutes(Math.abs(Math.round(promise.slackMinutes)), promise.elapsed, plan.units),
        isLate: promise.slackMinutes < 0,
      },
    }),
    findings,
    details: lines(`**${plain(plan.name)}**`, ...said.map(plain)),
    spoken: [plan.name, ...said].join(', '),
  };
}

/** The last day of work, as days since 1970-01-01. */
function finishDay({ plan, schedule }: Analysis): number | undefined {
  const { planStart, planFinish } = schedule;
  return plan.tasks.length > 0 && Number.isFinite(planStart + planFinish)
    ? lastDayOf(planStart, planFinish)
    : undefined;
}

function spareText({ slackMinutes, elapsed }: CommittedDate, wording: Wording): string {
  const minutes = Math.abs(slackMinutes);
  const key = slackMinutes < 0 ? 'too-late' : slackMinutes > 0 ? 'to-spare' : 'on-the-day';
  return say(aroundWords[key], { slack: elapsed ? { elapsedMinutes: minutes } : { workingMinutes: minutes } }, wording);
}

function criticalText({ plan, schedule }: Analysis, wording: Wording): string {
  const count = plan.tasks.filter(({ index, kind }) => kind === 'task' && schedule.critical[index] === 1).length;
  return say(aroundWords['critical-tasks'], { count }, wording);
}

/** The first milestone that is still to be reached. */
function nextMilestone({ plan, schedule }: Analysis, wording: Wording): string | undefined {
  const finishOf = ({ index }: PlanTask) => schedule.finish[index] ?? Number.NaN;
  const ahead = plan.tasks.filter(
    (task) =>
      task.kind === 'milestone' &&
      !isLeftOut(schedule, task.index) &&
      Number.isFinite(finishOf(task)) &&
      (schedule.progress[task.index] ?? 0) < 100,
  );
  const next = ahead.reduce<PlanTask | undefined>(
    (first, task) => (first === undefined || finishOf(task) < finishOf(first) ? task : first),
    undefined,
  );
  if (next === undefined) return undefined;
  const date = milestoneText(finishOf(next), schedule.calendarOf(next.index), wording);
  return say(aroundWords['next-milestone'], { name: taskName(next, wording), date }, wording);
}

function findingCounts({ findings }: Analysis): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

function findingsText(counts: Readonly<Record<Severity, number>>, wording: Wording): string {
  const parts = severities.flatMap(({ severity, one, many }) => {
    const count = counts[severity];
    return count === 0 ? [] : [say(aroundWords[count === 1 ? one : many], { count }, wording)];
  });
  return parts.length === 0
    ? say(aroundWords['no-findings'], {}, wording)
    : say(aroundWords.findings, { findings: word({ list: parts }, wording) }, wording);
}
