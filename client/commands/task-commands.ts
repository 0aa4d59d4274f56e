// The commands of a task in the tree of the plan: each goes to its text, and most do there what the editor does with an id.
import { commands, Disposable, env, type TextEditor } from 'vscode';
import type { PlanTree, PlanTreeNode } from '../around/plan-tree.ts';
import { showTask } from '../around/show-task.ts';
import type { PlanSource } from '../preview/plan-source.ts';

/** Command → the editor's own, run on the task's id. */
const editorCommands: Readonly<Record<string, string | undefined>> = {
  'planAsCode.task.showText': undefined,
  'planAsCode.task.rename': 'editor.action.rename',
  'planAsCode.task.showUses': 'editor.action.goToReferences',
  'planAsCode.task.showCallHierarchy': 'editor.showCallHierarchy',
  'planAsCode.task.showOnChart': 'planAsCode.openPreviewToSide',
};

/** Registers them. Menus give the row, the keyboard doesn't: then it is the one that is selected. */
export function registerTaskCommands(source: PlanSource, tree: PlanTree): Disposable {
  const planIdOf = (node: PlanTreeNode | undefined): string | undefined =>
    node?.kind === 'task' ? node.path.at(-1) : undefined;
  const show = async (node: PlanTreeNode | undefined): Promise<TextEditor | undefined> => {
    const planId = planIdOf(node);
    return node && planId !== undefined ? showTask(source, node.uri, planId, { takesFocus: true }) : undefined;
  };
  return Disposable.from(
    ...Object.entries(editorCommands).map(([id, then]) =>
      commands.registerCommand(id, async (asked?: PlanTreeNode) => {
        const editor = await show(asked ?? tree.selected);
        if (editor !== undefined && then !== undefined) await commands.executeCommand(then);
      }),
    ),
    commands.registerCommand('planAsCode.task.copyId', async (asked?: PlanTreeNode) => {
      const planId = planIdOf(asked ?? tree.selected);
      if (planId !== undefined) await env.clipboard.writeText(planId);
    }),
  );
}
