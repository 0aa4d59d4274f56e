// The picture of the work breakdown: from the whole down to the tasks, folded where a plan is large.
import { viewWords } from '../words/views.ts';
import { say, type Wording } from '../words/words.ts';
import type { Boxes } from './boxes.ts';
import { type Folding, fitting, foldedTasks, visibleTasks } from './folding.ts';
import { clip, labelText, oneLine } from './mermaid-text.ts';
import type { Element, ViewContent } from './view.ts';

/** A plan opens folded so that about this many boxes are drawn. */
const comfortable = 60;
/** More boxes than these are not drawn. */
const mostNodes = 300;

/** The picture of a plan's boxes; all of the view but its table. */
export function breakdownDrawing(
  plan: Boxes,
  { folding = fitting }: { readonly folding?: Folding },
  wording: Wording,
): Omit<ViewContent, 'tables'> {
  const ids = plan.tasks.map(({ planId }) => planId);
  const folded = foldedTasks(plan, ids, folding, comfortable);
  const all = visibleTasks(plan, folded).tasks;
  const drawn = all.slice(0, mostNodes);
  const lines = ['mindmap', `  n0("${labelText(plan.name, say(viewWords.plan, {}, wording), 60)}")`];
  const elements: Element[] = [{ id: '0', label: oneLine(plan.name), target: { kind: 'key', id: 'name' } }];
  for (const [index, task] of drawn.entries()) {
    const { name, planId } = task;
    const isFolded = folded.has(task.index);
    const count = isFolded ? ` (${task.end - task.index - 1})` : '';
    lines.push(`${'  '.repeat(task.depth + 2)}n${index + 1}["${labelText(`${clip(name, 60)}${count}`, task.id)}"]`);
    elements.push({
      id: String(index + 1),
      label: name,
      target: { kind: 'task', id: planId },
      ...(task.children.length > 0 ? { folds: planId } : {}),
      signs: [
        ...(isFolded ? (['folded'] as const) : []),
        ...(task.isDone ? (['done'] as const) : []),
        ...(task.isCritical ? (['critical'] as const) : []),
        ...(task.kind === 'milestone' ? (['milestone'] as const) : []),
      ],
    });
  }
  const left = all.length - drawn.length;
  const legend = (['critical', 'done', 'folded'] as const)
    .filter((sign) => elements.some(({ signs }) => signs?.includes(sign)))
    .map((sign) => ({ sign, text: say(viewWords[`sign-${sign}`], {}, wording) }));
  return {
    drawings: plan.tasks.length === 0 ? [] : [{ diagram: 'mindmap', mermaid: `${lines.join('\n')}\n`, elements }],
    legend,
    ...(left > 0 ? { notes: [say(viewWords['left-out-boxes'], { count: left, shown: drawn.length }, wording)] } : {}),
  };
}
