// A link in words: what it binds, and how much time it leaves.
import type { Analysis } from '../analysis.ts';
import type { PlanLink } from '../plan/plan.ts';
import { durationMinutes } from '../plan/scalars/duration.ts';
import type { MessageArgument } from '../rules/finding.ts';
import { linkSlack } from '../schedule/link-slack.ts';
import { editorWords } from '../words/editor.ts';
import { taskName } from '../words/task-names.ts';
import { say, type Wording, word } from '../words/words.ts';
import { lines, plain } from './markdown.ts';

/** Markdown. A task of another plan is called as the link calls it. */
export function linkHover(analysis: Analysis, link: PlanLink, wording: Wording): string {
  const { plan } = analysis;
  const predecessor = plan.tasks[link.predecessor];
  const successor = plan.tasks[link.successor];
  const ends = predecessor ? taskName(predecessor, wording) : link.external;
  if (ends === undefined || !successor) return '';
  const lag = lagOf(analysis, link);
  const form = !lag || lag.minutes === 0 ? '' : lag.minutes < 0 ? '-lead' : '-lag';
  const args = {
    predecessor: `**${plain(ends)}**`,
    successor: `**${plain(taskName(successor, wording))}**`,
    lag: lag ? lagText(lag, wording) : '',
  };
  return lines(say(editorWords[`link-${link.type}${form}`], args, wording), leavesText(analysis, link, wording));
}

interface LagMinutes {
  /** Signed. */
  readonly minutes: number;
  readonly elapsed: boolean;
  /** Where it is written as a share of the predecessor. */
  readonly percent?: number;
}

function lagOf({ plan, schedule }: Analysis, link: PlanLink): LagMinutes | undefined {
  const { lag, predecessor } = link;
  if (!lag) return undefined;
  if (lag.kind === 'time') {
    const { elapsed } = lag.duration;
    return { minutes: lag.sign * durationMinutes(lag.duration, plan.units), elapsed };
  }
  if (predecessor < 0) {
    const found = linkSlack(plan, schedule, link);
    return { minutes: found?.lagMinutes ?? 0, elapsed: lag.elapsed, percent: lag.percent };
  }
  const elapsed = lag.elapsed || plan.tasks[predecessor]?.record.duration?.value.elapsed === true;
  return { minutes: ((schedule.durationMinutes[predecessor] ?? 0) * lag.percent) / 100, elapsed, percent: lag.percent };
}

function lagText({ minutes, elapsed, percent }: LagMinutes, wording: Wording): string {
  const size = Math.abs(minutes);
  const time: MessageArgument = elapsed ? { elapsedMinutes: size } : { workingMinutes: size };
  if (percent === undefined) return word(time, wording);
  return say(editorWords['percent-lag'], { percent: { percent: Math.abs(percent) }, time }, wording);
}

/** From the moment that the link allows to the moment that it binds, in the successor's working time. */
function leavesText({ plan, schedule }: Analysis, link: PlanLink, wording: Wording): string {
  const found = linkSlack(plan, schedule, link);
  if (found === undefined || !Number.isFinite(found.slackMinutes)) return '';
  const { slackMinutes: slack, drives } = found;
  if (slack < 0) return say(editorWords['link-broken'], { slack: { workingMinutes: -slack } }, wording);
  if (slack > 0) return say(editorWords['link-leaves'], { slack: { workingMinutes: slack } }, wording);
  return say(editorWords[drives ? 'link-drives' : 'link-tight'], {}, wording);
}
