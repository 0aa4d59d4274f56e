// Somebody or something with an id, in words: a person, a calendar, a risk, a goal.

import { type Analysis, onOurClocks, type Subplan } from '../analysis.ts';
import type { Definition } from '../plan/plan.ts';
import { wholeWork } from '../schedule/whole-work.ts';
import { editorWords } from '../words/editor.ts';
import { taskName } from '../words/task-names.ts';
import { say, type Wording, word } from '../words/words.ts';
import { lines, plain } from './markdown.ts';
import { finishText, startText } from './work-dates.ts';

/** More than these aren't listed. */
const namedUses = 8;

/** Markdown: what it is, what its entry says in single values, and which tasks use it. */
export function definitionHover(analysis: Analysis, definition: Definition, wording: Wording): string {
  const { plan } = analysis;
  const kind = definition.kind === 'task' ? editorWords.task : editorWords[definition.kind];
  const { node } = definition;
  const pairs = node.kind === 'map' ? node.pairs : [];
  const said = pairs.flatMap(({ key, value }) =>
    value.kind === 'scalar' && value.text !== '' ? [{ key: key.text, text: value.text }] : [],
  );
  const subplan = definition.kind === 'subplan' ? analysis.subplans.get(definition.id) : undefined;
  const path = node.kind === 'scalar' ? node.text : undefined;
  const ownName = subplan && (subplan.plan.name || definition.id);
  const name = ownName ?? path ?? said.find(({ key }) => key === 'name' || key === 'statement')?.text;
  const rest = said.filter(({ text }) => text !== name).map(({ key, text }) => `${plain(key)}: ${plain(text)}`);
  const users = new Set(
    plan
      .referencesTo(definition)
      .flatMap(({ task }) => plan.tasks[task] ?? [])
      .map((one) => taskName(one, wording)),
  );
  return lines(
    `**${plain(name || definition.id)}** · ${say(kind, {}, wording)}`,
    ...(subplan ? [plain(path ?? ''), ...workOf(analysis, subplan, wording)] : []),
    rest.join('  \n'),
    users.size === 0
      ? undefined
      : say(editorWords['used-by'], { tasks: { list: [...users].slice(0, namedUses).map(plain) } }, wording),
  );
}

/** When another plan is worked on, on this plan's clocks, and how far it is. */
function workOf({ plan }: Analysis, subplan: Subplan, wording: Wording): readonly string[] {
  const work = wholeWork(subplan);
  if (work === undefined) return [];
  const [start, finish] = [work.start, work.finish].map((minute) => onOurClocks(plan, subplan, minute));
  const { calendar } = subplan.schedule;
  const dates = `${startText(start ?? 0, calendar, wording)} → ${finishText(finish ?? 0, calendar, wording)}`;
  return [
    `${dates} · ${word({ workingMinutes: work.length }, wording)}`,
    say(editorWords.progress, { progress: { percent: work.progress } }, wording),
  ];
}
