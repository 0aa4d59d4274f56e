// Findings of the plans that nobody opened, for an editor that waits for them: in the pauses of who types, plan by plan, and no plan twice.
import { normalUri } from '../workspace/path.ts';
import type { House } from './house.ts';
import { WorkspaceFindings } from './workspace-findings.ts';

export class PushedClosed {
  readonly #house: House;
  readonly #findings: WorkspaceFindings;
  readonly #run: (round: { readonly number: number }) => Promise<void>;
  /** What the editor shows of closed plans, by normal URI, with the name of those findings. */
  readonly #shown = new Map<string, { readonly uri: string; readonly value: string }>();
  /** Only the newest round goes on. */
  #round = 0;
  #isDue = false;
  #hasBegun = false;

  constructor(house: House) {
    this.#house = house;
    this.#findings = new WorkspaceFindings(house);
    this.#run = house.runner.run('findings of closed plans', ({ number }) => this.#push(number));
  }

  begin(): void {
    this.#hasBegun = true;
    this.putOff();
  }

  /** Looks at all of them in the next pause. */
  look(): void {
    this.#isDue = true;
    if (!this.#hasBegun) return;
    const number = ++this.#round;
    this.#house.inPause(() => void this.#run({ number }));
  }

  /** Somebody types: that comes first. */
  putOff(): void {
    if (this.#isDue) this.look();
  }

  /** What is shown of a plan is told by its document from now on. */
  opened(uri: string): void {
    const path = normalUri(uri);
    const shown = this.#shown.get(path);
    this.#shown.delete(path);
    if (shown && shown.uri !== uri) this.#send(shown.uri, []);
  }

  /** What was shown of a document stays until its file was looked at. */
  closed(uri: string): void {
    this.#shown.set(normalUri(uri), { uri, value: '' });
    this.look();
  }

  async #push(round: number): Promise<void> {
    const wanted = (): boolean => this.#round === round;
    if (!wanted()) return;
    try {
      await this.#findings.report([...this.#shown.values()], wanted, (report) => {
        if (report.kind === 'unchanged' || this.#house.workspace.document(report.uri)) return;
        const path = normalUri(report.uri);
        const { uri, resultId, items } = { ...report, uri: this.#shown.get(path)?.uri ?? report.uri };
        // Of a plan without findings nothing needs to be said, unless something is shown.
        if (items.length > 0 || this.#shown.has(path)) this.#send(uri, items);
        if (resultId === undefined) this.#shown.delete(path);
        else this.#shown.set(path, { uri, value: resultId });
      });
    } finally {
      if (wanted()) this.#isDue = false;
    }
  }

  #send(uri: string, diagnostics: Parameters<House['connection']['sendDiagnostics']>[0]['diagnostics']): void {
    void this.#house.connection.sendDiagnostics({ uri, diagnostics });
  }
}
