// A task in words: when, how long, how much slack, what drives it, what follows, who answers for it.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import type { MessageArguments } from '../rules/finding.ts';
import { isElapsed } from '../schedule/at-work.ts';
import type { Driver } from '../schedule/schedule.ts';
import { editorWords } from '../words/editor.ts';
import { taskName } from '../words/task-names.ts';
import { nameOf, say, type Wording, word } from '../words/words.ts';
import { lines, plain } from './markdown.ts';
import { baselineText, lateChainText } from './task-why.ts';
import { spanText } from './work-dates.ts';

/** More successors than this are counted, not named. */
const namedSuccessors = 5;

/** Markdown. */
export function taskHover(analysis: Analysis, task: PlanTask, wording: Wording): string {
  const { schedule } = analysis;
  const sayIt = (key: keyof typeof editorWords, args: MessageArguments = {}): string =>
    say(editorWords[key], args, wording);
  const kind = sayIt(task.isPhase ? 'phase' : task.kind);
  const progress = schedule.progress[task.index] ?? 0;
  const deadline = task.record.deadline?.value;
  const cancelled = task.record.status?.state?.value === 'cancelled';
  const owner = task.record.owner?.value;
  return lines(
    `**${plain(taskName(task, wording))}** · ${kind}${cancelled ? ` · ${sayIt('cancelled')}` : ''}`,
    whenText(analysis, task, wording),
    slackText(analysis, task, wording),
    lateChainText(analysis, task, wording),
    baselineText(analysis, task, wording),
    driverText(analysis, schedule.driver(task.index), wording),
    successorsText(analysis, task, wording),
    owner === undefined ? undefined : sayIt('owner', { owner: plain(personName(analysis, owner)) }),
    progress > 0 ? sayIt('progress', { progress: { percent: progress } }) : undefined,
    deadline === undefined ? undefined : sayIt('deadline', { date: { day: deadline.day } }),
  );
}

/** Dates and length; empty where the schedule knows none. */
function whenText(analysis: Analysis, task: PlanTask, wording: Wording): string {
  const span = spanText(analysis, task, wording);
  if (span === '' || task.kind === 'milestone') return span;
  return `${span} · ${lengthText(analysis.schedule.durationMinutes[task.index] ?? 0, task, wording)}`;
}

/** Minutes of a task's own kind of time. */
function lengthText(minutes: number, task: PlanTask, wording: Wording): string {
  return word(isElapsed(task.record) ? { elapsedMinutes: minutes } : { workingMinutes: minutes }, wording);
}

function slackText({ schedule }: Analysis, task: PlanTask, wording: Wording): string {
  const slack = schedule.totalSlackMinutes[task.index] ?? Number.NaN;
  if (!Number.isFinite(slack) || (schedule.progress[task.index] ?? 0) >= 100) return '';
  if (slack < 0) return say(editorWords['slack-negative'], { slack: lengthText(-slack, task, wording) }, wording);
  if (schedule.critical[task.index] === 1) return say(editorWords.critical, {}, wording);
  return say(editorWords.slack, { slack: lengthText(slack, task, wording) }, wording);
}

function driverText({ plan }: Analysis, driver: Driver, wording: Wording): string {
  if (driver.kind === 'actual' && plan.tasks[driver.task]?.record.actual === undefined)
    return say(editorWords['driver-past'], {}, wording);
  if (driver.kind === 'plan-start') return say(editorWords['driver-plan-start'], {}, wording);
  if (driver.kind !== 'link')
    return say(
      editorWords[`driver-${driver.kind}`],
      { task: plain(nameOf(plan.tasks[driver.task]?.name ?? '', wording)) },
      wording,
    );
  const link = plan.linkAt(driver.link);
  const name = link && (plan.tasks[link.predecessor]?.name ?? link.external);
  return name === undefined ? '' : say(editorWords['driver-link'], { task: plain(nameOf(name, wording)) }, wording);
}

/** Tasks that wait for this one; what a phase's own buffer and gate wait for goes without saying. */
function successorsText({ plan }: Analysis, task: PlanTask, wording: Wording): string {
  const links = plan.links.filter(({ predecessor, origin }) => predecessor === task.index && origin !== 'reserve');
  const names = [...new Set(links.map(({ successor }) => successor))]
    .flatMap((index) => plan.tasks[index] ?? [])
    .map((one) => plain(taskName(one, wording)));
  if (names.length === 0) return '';
  const more = names.length - namedSuccessors;
  if (more <= 0) return say(editorWords.successors, { tasks: { list: names } }, wording);
  const named = names.slice(0, namedSuccessors).join(say(editorWords.comma, {}, wording));
  return say(editorWords['successors-more'], { tasks: named, count: more }, wording);
}

function personName({ plan }: Analysis, id: string): string {
  const people = [...(plan.root.team?.value ?? []), ...(plan.root.stakeholders?.value ?? [])];
  return people.find((person) => person.id === id)?.value.name?.value ?? id;
}
