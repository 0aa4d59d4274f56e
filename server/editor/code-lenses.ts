// Code lenses: what comes out of a phase, above it; what comes out of the plan, above its name.
import type { CodeLens, Command } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import { annotationWords } from '../words/annotations.ts';
import { say, type Wording } from '../words/words.ts';
import { joined, slackLabel } from './annotations.ts';
import { nodeRange } from './place.ts';
import { type Reader, wordingOf } from './reader.ts';
import { datesOf, lastDayOf } from './work-dates.ts';

/** The command of an editor that can open the preview. */
const openPreview = 'planAsCode.openPreviewToSide';

/** One lens for each phase and one for the plan; with `opensPreview` one more that opens it. */
export function codeLenses(analysis: Analysis, reader: Reader): CodeLens[] {
  const { tree, plan } = analysis;
  const wording = wordingOf(analysis, reader);
  const top = topOfPlan(analysis);
  const phases = plan.tasks.flatMap((task) =>
    task.isPhase && task.synthetic === undefined && tree.has(task.key)
      ? [{ range: nodeRange(tree, task.key), command: told(phaseTitle(analysis, task, wording)) }]
      : [],
  );
  if (!top) return phases;
  const range = nodeRange(tree, top);
  const open = { title: say(annotationWords['open-preview'], {}, wording), command: openPreview };
  const title = planTitle(analysis, wording);
  return [
    ...(title === '' ? [] : [{ range, command: told(title) }]),
    ...(reader.opensPreview ? [{ range, command: open }] : []),
    ...phases,
  ].filter(({ command }) => command.title !== '');
}

/** A title that does nothing. */
function told(title: string): Command {
  return { title, command: '' };
}

/** The key `name`, else the first one. */
function topOfPlan({ tree }: Analysis) {
  const root = tree.root && tree.resolve(tree.root);
  if (root?.kind !== 'map') return undefined;
  return (root.pairs.find(({ key }) => key.text === 'name') ?? root.pairs[0])?.key;
}

function phaseTitle(analysis: Analysis, task: PlanTask, wording: Wording): string {
  const { schedule } = analysis;
  const progress = schedule.progress[task.index] ?? 0;
  const cost = schedule.cost[task.index] ?? Number.NaN;
  return joined(
    datesOf(analysis, task),
    progress > 0 ? say(annotationWords.progress, { progress: { percent: Math.round(progress) } }, wording) : '',
    slackLabel(analysis, task, wording),
    cost > 0 ? say(annotationWords.cost, { cost: { money: cost } }, wording) : '',
  );
}

function planTitle({ plan, schedule }: Analysis, wording: Wording): string {
  const { planStart, planFinish } = schedule;
  if (plan.tasks.length === 0 || !Number.isFinite(planStart + planFinish)) return '';
  const count = plan.tasks.filter(
    ({ index, kind, synthetic }) => kind === 'task' && synthetic === undefined && schedule.critical[index] === 1,
  ).length;
  return joined(
    say(annotationWords.finish, { date: { day: lastDayOf(planStart, planFinish) } }, wording),
    count === 0 ? '' : say(annotationWords[count === 1 ? 'one-critical' : 'many-critical'], { count }, wording),
  );
}
