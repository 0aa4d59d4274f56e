// The findings of all plans of the workspace, open or not: those that the editor knows are not told again.
import type {
  CancellationToken,
  Diagnostic,
  PreviousResultId,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Analysis } from '../analysis.ts';
import { diagnostics } from '../editor/diagnostics.ts';
import type { Basis } from '../workspace/closed-plans.ts';
import { isPlanPath } from '../workspace/file-source.ts';
import type { LoadedFiles } from '../workspace/loaded-files.ts';
import { normalUri } from '../workspace/path.ts';
import { hasFindings } from '../workspace/schemes.ts';
import { shortPrint } from '../workspace/short-print.ts';
import type { House } from './house.ts';

/** The findings of one plan, and their name: the same name stands for the same findings. */
export interface NamedFindings {
  readonly resultId: string;
  readonly items: () => Diagnostic[];
}

export class WorkspaceFindings {
  readonly #house: House;
  readonly #ofOpen: ((analysis: Analysis) => NamedFindings) | undefined;
  /** Names of what was found in plans that aren't open. */
  readonly #names = new WeakMap<Basis, string>();

  /** Without `ofOpen`, those of open plans are nobody's business here. */
  constructor(house: House, ofOpen?: (analysis: Analysis) => NamedFindings) {
    this.#house = house;
    this.#ofOpen = ofOpen;
  }

  /** Reports plan by plan; `send` gets each at once. What the editor knows (`previous`) and is gone is reported as clean. */
  async report(
    previous: readonly PreviousResultId[],
    wanted: () => boolean,
    send: (report: WorkspaceDocumentDiagnosticReport) => void,
  ): Promise<void> {
    const { workspace } = this.#house;
    const known = new Map(previous.map(({ uri, value }) => [normalUri(uri), { uri, value }]));
    const files = workspace.closedPlans.files();
    const listed = (await workspace.listedFiles()).filter(isPlanPath);
    const open = [...workspace.documents()].map(({ uri }) => uri).filter(hasFindings);
    const done = new Set<string>();
    for (const uri of [...open, ...listed]) {
      const path = normalUri(uri);
      if (done.has(path)) continue;
      if (!wanted()) return;
      done.add(path);
      if (!this.#ofOpen && workspace.document(uri)) continue;
      const before = known.get(path)?.value;
      const report = (await this.#ofOpenPlan(uri, before)) ?? (await this.#ofClosedPlan(uri, before, files, wanted));
      if (report) send(report);
    }
    for (const [path, { uri }] of known) if (!done.has(path)) send({ kind: 'full', uri, version: null, items: [] });
  }

  /** The findings of a plan that isn't open; undefined where it is none of the workspace's. */
  async ofClosed(uri: string, token: CancellationToken): Promise<NamedFindings | undefined> {
    const { workspace } = this.#house;
    const path = normalUri(uri);
    if (!(await workspace.listedFiles()).some((each) => isPlanPath(each) && normalUri(each) === path)) return undefined;
    return this.#analysed(uri, workspace.closedPlans.files(), () => !token.isCancellationRequested);
  }

  async #ofOpenPlan(uri: string, known: string | undefined): Promise<WorkspaceDocumentDiagnosticReport | undefined> {
    const ofOpen = this.#ofOpen;
    const analysis = ofOpen && (await this.#house.workspace.analysis(uri));
    return analysis && reportOf(uri, analysis.snapshot.version, ofOpen(analysis), known);
  }

  async #ofClosedPlan(
    uri: string,
    known: string | undefined,
    files: LoadedFiles,
    wanted: () => boolean,
  ): Promise<WorkspaceDocumentDiagnosticReport | undefined> {
    const basis = await this.#house.workspace.closedPlans.basisOf(uri, files);
    const resultId = basis && this.#names.get(basis);
    if (resultId !== undefined && resultId === known) return { kind: 'unchanged', uri, version: null, resultId };
    const found = await this.#analysed(uri, files, wanted);
    return found && reportOf(uri, null, found, known);
  }

  async #analysed(uri: string, files: LoadedFiles, wanted: () => boolean): Promise<NamedFindings | undefined> {
    const { workspace, client } = this.#house;
    const made = await workspace.closedPlans.analyse(uri, files, wanted);
    if (!made) return undefined;
    const items = made.analysis ? diagnostics(made.analysis, client.reader) : [];
    // Made of the findings themselves, so that a plan that is read again has the same name.
    const resultId = `closed.${shortPrint(JSON.stringify(items))}`;
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
