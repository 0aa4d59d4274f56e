// The tree view of the plan: its milestones that are due, its phases and tasks. It follows the active plan and the cursor in it.
import {
  Disposable,
  EventEmitter,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  type Uri,
  window,
} from 'vscode';
import { type TreeAnswer, type TreeKind, type TreeRow, type TreeState, treeRequest } from '../../server/protocol.ts';
import { AfterPause } from '../after-pause.ts';
import { askAbout } from '../ask.ts';
import { type LanguageServer, ServerGivenUp } from '../language-server.ts';
import { fileName } from '../preview/plan-documents.ts';
import type { PlanSource } from '../preview/plan-source.ts';
import { clientText } from '../words.ts';
import type { PlanInView } from './plan-in-view.ts';

/** A line of the tree. `path`: the tasks around it and itself, the outermost first; the list of milestones is flat. */
export type PlanTreeNode =
  | { readonly kind: 'milestones'; readonly uri: Uri; readonly count: number }
  | {
      readonly kind: 'task';
      readonly uri: Uri;
      readonly path: readonly string[];
      readonly isListed: boolean;
      /** Undefined in a node that only says where something is. */
      readonly row?: TreeRow;
    };

export const planTreeView = 'planAsCode.plan';

/** What is drawn before a name: what it is, unless its state says more. */
const kindIcons: Readonly<Record<TreeKind, string>> = {
  phase: 'symbol-namespace',
  summary: 'list-tree',
  task: 'circle-large',
  milestone: 'debug-breakpoint-conditional-unverified',
  buffer: 'shield',
  gate: 'law',
};
const stateIcons: Readonly<Partial<Record<TreeState, readonly [icon: string, colour: string]>>> = {
  done: ['pass-filled', 'testing.iconPassed'],
  late: ['warning', 'list.warningForeground'],
  blocked: ['circle-slash', 'list.errorForeground'],
  'on-hold': ['debug-pause', 'list.deemphasizedForeground'],
  cancelled: ['close', 'list.deemphasizedForeground'],
};

/** After so many the next move of the cursor finds it. */
const mostMisses = 10;

export class PlanTree implements TreeDataProvider<PlanTreeNode>, Disposable {
  readonly #server: LanguageServer;
  readonly #source: PlanSource;
  readonly #plan: PlanInView;
  readonly #changed = new EventEmitter<undefined>();
  readonly #view: TreeView<PlanTreeNode>;
  readonly #renewal: AfterPause;
  readonly #following: AfterPause;
  readonly #subscriptions: Disposable;
  #shown: Uri | undefined;
  /** How often the cursor's task was looked for in vain since the cursor moved. */
  #misses = 0;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(server: LanguageServer, source: PlanSource, plan: PlanInView) {
    this.#server = server;
    this.#source = source;
    this.#plan = plan;
    this.#view = window.createTreeView(planTreeView, { treeDataProvider: this, showCollapseAll: true });
    this.#renewal = new AfterPause(async () => this.#renew());
    this.#following = new AfterPause(() => this.#reveal());
    const follow = (): void => {
      if (plan.uri?.toString() !== this.#shown?.toString()) this.#renew();
    };
    this.#subscriptions = Disposable.from(
      this.#changed,
      this.#view,
      this.#renewal,
      this.#following,
      plan.onChange(follow),
      server.onAnalysed((uri) => {
        if (this.#view.visible && uri.toString() === plan.uri?.toString()) this.#renewal.ask();
      }),
      server.onRunning(() => this.#renewal.ask()),
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (visible) this.#renewal.ask();
      }),
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor.document.uri.toString() !== plan.uri?.toString()) return;
        this.#misses = 0;
        this.#following.ask();
      }),
    );
  }

  /** What is selected. */
  get selected(): PlanTreeNode | undefined {
    return this.#view.selection[0];
  }

  async getChildren(node?: PlanTreeNode): Promise<PlanTreeNode[]> {
    const uri = node?.uri ?? this.#plan.uri;
    if (uri === undefined) return [];
    try {
      if (node?.kind === 'milestones') return await this.#tasks(uri, 'milestones');
      if (node?.kind === 'task') return await this.#tasks(uri, 'work', node.path);
      const [milestones, work] = await Promise.all([this.#tasks(uri, 'milestones'), this.#tasks(uri, 'work')]);
      return milestones.length === 0 ? work : [{ kind: 'milestones', uri, count: milestones.length }, ...work];
    } catch (error) {
      if (!(error instanceof ServerGivenUp)) this.#server.log.error(`No tree of ${uri.toString(true)}`, error);
      return [];
    }
  }

  getTreeItem(node: PlanTreeNode): TreeItem {
    return node.kind === 'milestones' ? milestonesItem(node) : taskItem(node);
  }

  getParent(node: PlanTreeNode): PlanTreeNode | undefined {
    if (node.kind === 'milestones' || node.isListed || node.path.length < 2) return undefined;
    return { kind: 'task', uri: node.uri, path: node.path.slice(0, -1), isListed: false };
  }

  /** What the editor says of the task when it is pointed at. */
  async resolveTreeItem(item: TreeItem, node: PlanTreeNode): Promise<TreeItem> {
    const planId = node.kind === 'task' ? node.path.at(-1) : undefined;
    const text = planId === undefined ? undefined : await this.#source.hover(node.uri, planId).catch(() => undefined);
    if (text !== undefined) item.tooltip = new MarkdownString(text);
    return item;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #renew(): void {
    this.#shown = this.#plan.uri;
    this.#view.description = this.#shown === undefined ? '' : fileName(this.#shown);
    this.#changed.fire(undefined);
    // What was being revealed may have been in the tree before.
    this.#following.ask();
  }

  async #tasks(uri: Uri, list: 'work' | 'milestones', path: readonly string[] = []): Promise<PlanTreeNode[]> {
    const inside = path.at(-1);
    const question = { list, ...(inside !== undefined && { inside }) };
    // Asked again where the text changed meanwhile: the tree would lose what it has unfolded.
    for (let tries = 0; tries < 5; tries++) {
      const answer = await askAbout<TreeAnswer>(this.#server, uri, treeRequest, question);
      if (answer === null) return [];
      if (answer === undefined) continue;
      return answer.rows.map((row) => ({
        kind: 'task',
        uri,
        path: [...path, row.planId],
        isListed: list === 'milestones',
        row,
      }));
    }
    return [];
  }

  /** The cursor's task is selected in the tree, if that can be seen. */
  async #reveal(): Promise<void> {
    const editor = window.activeTextEditor;
    const uri = this.#plan.uri;
    if (!this.#view.visible || uri === undefined || editor?.document.uri.toString() !== uri.toString()) return;
    try {
      const at = await this.#source.taskAt(uri, editor.selection.active, {});
      if (at === undefined) this.#missed();
      if (!at || this.#plan.uri?.toString() !== uri.toString()) return;
      await this.#view.reveal({ kind: 'task', uri, path: at.path, isListed: false }, { select: true, focus: false });
    } catch (error) {
      this.#server.log.debug(`The cursor's task is not in the tree of ${uri.toString(true)}: ${error}`);
      this.#missed();
    }
  }

  /** Text or tree are being renewed: a little later they may fit. */
  #missed(): void {
    this.#misses += 1;
    if (this.#misses <= mostMisses) this.#following.ask();
  }
}

function milestonesItem({ uri, count }: Extract<PlanTreeNode, { kind: 'milestones' }>): TreeItem {
  const item = new TreeItem(clientText('milestones-due'), TreeItemCollapsibleState.Collapsed);
  item.id = `${uri.toString()}#milestones`;
  item.iconPath = new ThemeIcon('milestone');
  item.description = String(count);
  item.contextValue = 'milestones';
  return item;
}

function taskItem({ uri, path, isListed, row }: Extract<PlanTreeNode, { kind: 'task' }>): TreeItem {
  const planId = path.at(-1) ?? '';
  const holds = row?.hasChildren === true && !isListed;
  const item = new TreeItem(
    row?.name ?? planId,
    holds ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
  );
  item.id = `${uri.toString()}#${isListed ? 'milestone' : 'task'}/${planId}`;
  if (row === undefined) return item;
  item.description = row.detail;
  item.iconPath = iconOf(row);
  item.accessibilityInformation = { label: row.spoken };
  item.contextValue = row.kind;
  item.command = {
    command: 'planAsCode.task.showText',
    title: clientText('show-text'),
    arguments: [{ kind: 'task', uri, path, isListed }],
  };
  return item;
}

function iconOf({ kind, state, isCritical }: TreeRow): ThemeIcon {
  const [icon, colour] = stateIcons[state] ?? [];
  if (icon !== undefined && colour !== undefined) return new ThemeIcon(icon, new ThemeColor(colour));
  const shape = kind === 'task' && state === 'begun' ? 'color-mode' : kindIcons[kind];
  return isCritical ? new ThemeIcon(shape, new ThemeColor('charts.red')) : new ThemeIcon(shape);
}
