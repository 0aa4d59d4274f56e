// What stands around the text, as a feature of the extension: the status-bar item, the tree of the plan, their commands.
import { commands, Disposable, type ExtensionContext } from 'vscode';
import { registerNewPlanCommands } from '../commands/new-plan-commands.ts';
import { registerPlanCommands } from '../commands/plan-commands.ts';
import { registerTaskCommands } from '../commands/task-commands.ts';
import type { LanguageServer } from '../language-server.ts';
import { PlanSource } from '../preview/plan-source.ts';
import { PlanInView } from './plan-in-view.ts';
import { PlanTree } from './plan-tree.ts';
import { statusBarItem } from './status-bar.ts';

/** Registers them; nothing is asked of the server before a plan is in view. */
export function registerAround(context: ExtensionContext, server: LanguageServer): Disposable {
  const plan = new PlanInView();
  const source = new PlanSource(server);
  const tree = new PlanTree(server, source, plan);
  // The view is offered where the extension is of use: in workspaces with plans, or once one was opened.
  void commands.executeCommand('setContext', 'planAsCode.isActive', true);
  return Disposable.from(
    plan,
    tree,
    statusBarItem(server, plan),
    registerTaskCommands(source, tree),
    registerPlanCommands(server, source, plan),
    registerNewPlanCommands(context, server),
  );
}
