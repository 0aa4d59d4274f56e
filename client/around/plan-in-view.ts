// Which plan what stands around the text is about: the one in the active editor, or beside the preview that is.
import { Disposable, EventEmitter, TabInputWebview, type Uri, window, workspace } from 'vscode';
import { activePlan, isPlan } from '../preview/plan-documents.ts';

/** The type of the preview's tabs; VS Code puts a name of its own before it. */
const preview = /planAsCode\.preview$/;

export class PlanInView implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: Disposable;
  #uri: Uri | undefined = activePlan();
  #isActive = this.#uri !== undefined;

  /** Fires when one of the two becomes another. */
  readonly onChange = this.#changed.event;

  constructor() {
    this.#subscriptions = Disposable.from(
      this.#changed,
      window.onDidChangeActiveTextEditor(() => this.#look()),
      window.tabGroups.onDidChangeTabs(() => this.#look()),
      window.tabGroups.onDidChangeTabGroups(() => this.#look()),
      workspace.onDidOpenTextDocument(() => this.#look()),
      workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.toString() === this.#uri?.toString()) this.#set(activePlan(), activePlan() !== undefined);
      }),
    );
  }

  /** The plan that was last in the active editor, as long as it is open. */
  get uri(): Uri | undefined {
    return this.#uri;
  }

  /** The same while people are at it: in its text, or in a preview. */
  get activeUri(): Uri | undefined {
    return this.#isActive ? this.#uri : undefined;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #look(): void {
    const plan = activePlan();
    if (plan !== undefined) {
      this.#set(plan, true);
      return;
    }
    const input = window.tabGroups.activeTabGroup.activeTab?.input;
    const isInPreview = input instanceof TabInputWebview && preview.test(input.viewType);
    const known = workspace.textDocuments.some(
      (document) => isPlan(document) && document.uri.toString() === this.#uri?.toString(),
    );
    this.#set(known ? this.#uri : undefined, isInPreview && known);
  }

  #set(uri: Uri | undefined, isActive: boolean): void {
    const isSame = uri?.toString() === this.#uri?.toString() && isActive === this.#isActive;
    this.#uri = uri;
    this.#isActive = isActive;
    if (!isSame) this.#changed.fire();
  }
}
