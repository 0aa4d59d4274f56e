// A list of tasks to choose from: the text of the one that is pointed at is shown beside it, that of the chosen one is gone to.
import { type QuickPickItem, type Uri, window } from 'vscode';
import type { PlanSource } from '../preview/plan-source.ts';
import { showTask } from './show-task.ts';

/** An item without `planId` is only read. */
export interface TaskPick extends QuickPickItem {
  readonly planId?: string;
}

export interface TaskList {
  readonly title: string;
  readonly placeholder: string;
  readonly items: readonly TaskPick[];
}

/** Shows it, and is over when it is closed and the text that was pointed at last is shown. */
export function pickTask(source: PlanSource, uri: Uri, { title, placeholder, items }: TaskList): Promise<void> {
  const list = window.createQuickPick<TaskPick>();
  list.title = title;
  list.placeholder = placeholder;
  list.items = items;
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  let showing: Promise<unknown> = Promise.resolve();
  return new Promise((resolve, reject) => {
    list.onDidChangeActive(([item]) => {
      if (item?.planId !== undefined) showing = showTask(source, uri, item.planId, { takesFocus: false });
    });
    list.onDidAccept(() => {
      const planId = list.selectedItems[0]?.planId;
      if (planId === undefined) return;
      showing = showTask(source, uri, planId, { takesFocus: true });
      list.hide();
    });
    list.onDidHide(() => {
      list.dispose();
      showing.then(() => resolve(), reject);
    });
    list.show();
  });
}
