// The findings of all plans of the workspace, open or not, for an editor that asks for them: those that it knows are not sent again.
import type {
  CancellationToken,
  Diagnostic,
  WorkspaceDiagnosticParams,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Analysis } from '../analysis.ts';
import { diagnostics } from '../editor/diagnostics.ts';
import type { Basis } from '../workspace/closed-plans.ts';
import { isPlanPath } from '../workspace/file-source.ts';
import { normalUri } from '../workspace/path.ts';
import { hasFindings } from '../workspace/schemes.ts';
import type { House } from './house.ts';

/** The findings of one plan, and their name: the same name stands for the same findings. */
export interface NamedFindings {
  readonly resultId: string;
  readonly items: () => Diagnostic[];
}

export class WorkspaceFindings {
  readonly #house: House;
  readonly #ofOpen: (analysis: Analysis) => NamedFindings;
  /** Names of what was found in plans that aren't open. */
  readonly #names = new WeakMap<Basis, string>();

  constructor(house: House, ofOpen: (analysis: Analysis) => NamedFindings) {
    this.#house = house;
    this.#ofOpen = ofOpen;
  }

  /** Reports plan by plan; `send` gets each at once. What the editor reported before and is gone is reported as clean. */
  async report(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    send: (report: WorkspaceDocumentDiagnosticReport) => void,
  ): Promise<void> {
    const { workspace, client } = this.#house;
    if (!client.watchesFiles) workspace.listAgain();
    const previous = new Map(previousResultIds.map(({ uri, value }) => [normalUri(uri), { uri, value }]));
    const wanted = (): boolean => !token.isCancellationRequested;
    const files = workspace.closedPlans.files();
    const listed = (await workspace.listedFiles()).filter(isPlanPath);
    const open = [...workspace.documents()].map(({ uri }) => uri).filter(hasFindings);
    const done = new Set<string>();
    for (const uri of [...open, ...listed]) {
      const path = normalUri(uri);
      if (done.has(path)) continue;
      if (!wanted()) return;
      done.add(path);
      const known = previous.get(path)?.value;
      const report = (await this.#ofOpenPlan(uri, known)) ?? (await this.#ofClosedPlan(uri, known, files, wanted));
      if (report) send(report);
    }
    for (const [path, { uri }] of previous) if (!done.has(path)) send({ kind: 'full', uri, version: null, items: [] });
  }

  /** The findings of a plan that isn't open; undefined where it is none of the workspace's. */
  async ofClosed(uri: string, token: CancellationToken): Promise<NamedFindings | undefined> {
    const { workspace } = this.#house;
    const path = normalUri(uri);
    if (!(await workspace.listedFiles()).some((each) => isPlanPath(each) && normalUri(each) === path)) return undefined;
    return this.#analysed(uri, workspace.closedPlans.files(), () => !token.isCancellationRequested);
  }

  async #ofOpenPlan(uri: string, known: string | undefined): Promise<WorkspaceDocumentDiagnosticReport | undefined> {
    const { workspace } = this.#house;
    const analysis = await workspace.analysis(uri);
    return analysis && reportOf(uri, analysis.snapshot.version, this.#ofOpen(analysis), known);
  }

  async #ofClosedPlan(
    uri: string,
    known: string | undefined,
    files: ReturnType<House['workspace']['closedPlans']['files']>,
    wanted: () => boolean,
  ): Promise<WorkspaceDocumentDiagnosticReport | undefined> {
    const basis = this.#house.workspace.closedPlans.basisOf(uri);
    const resultId = basis && this.#names.get(basis);
    if (resultId !== undefined && resultId === known) return { kind: 'unchanged', uri, version: null, resultId };
    const found = await this.#analysed(uri, files, wanted);
    return found && reportOf(uri, null, found, known);
  }

  async #analysed(
    uri: string,
    files: ReturnType<House['workspace']['closedPlans']['files']>,
    wanted: () => boolean,
  ): Promise<NamedFindings | undefined> {
    const { workspace, client } = this.#house;
    const made = await workspace.closedPlans.analyse(uri, files, wanted);
    if (!made) return undefined;
    const items = made.analysis ? diagnostics(made.analysis, client.reader) : [];
    const resultId = nameOf(items);
    this.#names.set(made.basis, resultId);
    return { resultId, items: () => items };
  }
}

function reportOf(
  uri: string,
  version: number | null,
  { resultId, items }: NamedFindings,
  known: string | undefined,
): WorkspaceDocumentDiagnosticReport {
  return resultId === known
    ? { kind: 'unchanged', uri, version, resultId }
    : { kind: 'full', uri, version, resultId, items: items() };
}

/** A name made of the findings themselves, so that a plan that is read again has the same (FNV-1a, 2 × 32 bits). */
function nameOf(items: readonly Diagnostic[]): string {
  const text = JSON.stringify(items);
  let [one, other] = [0x811c9dc5, 0x01000193];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x85ebca6b);
  }
  return `closed.${text.length}.${(one >>> 0).toString(36)}${(other >>> 0).toString(36)}`;
}
