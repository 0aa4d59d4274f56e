// What a reader wants of a chart beside rows and folding, and what that means to the server: filter, comparison, list of what moved, overview.
import { type Disposable, type Uri, window } from 'vscode';
import type { ChartParams } from '../../server/protocol.ts';
import type { AgainstChoice, ToPage, Want } from '../page/messages.ts';
import { Earlier, NoEarlierText } from './earlier.ts';
import type { PlanSource } from './plan-source.ts';

type Question = Pick<ChartParams, 'against' | 'changes' | 'overview'>;

export class Wanted implements Disposable {
  readonly #earlier: Earlier;
  readonly #say: (message: ToPage) => void;
  #want: Want = {};

  /** `changed` hears that what is compared with is something else now. */
  constructor(source: PlanSource, changed: () => void, say: (message: ToPage) => void) {
    this.#earlier = new Earlier(source, changed);
    this.#say = say;
  }

  set(want: Want): void {
    this.#want = want;
  }

  compare(against: AgainstChoice): void {
    this.#want = { ...this.#want, against, changes: against.kind !== 'nothing' };
    this.#say({ type: 'against', against });
  }

  /** Another plan: nothing is filtered, and it is compared as plans are by themselves. */
  begin(): void {
    const { changes } = this.#want;
    this.#want = changes === undefined ? {} : { changes };
  }

  /** The server may know nothing any more. */
  forget(): void {
    this.#earlier.forget();
  }

  get shown(): Pick<ChartParams, 'filter'> {
    const { filter } = this.#want;
    return filter === undefined ? {} : { filter };
  }

  /** What the server is asked for a plan; what can't be compared with is said, and nothing is compared then. */
  async question(uri: Uri): Promise<Question> {
    const { changes, overview } = this.#want;
    const against = await this.#against(uri);
    return {
      ...(against === undefined ? {} : { against }),
      ...(changes === undefined ? {} : { changes }),
      ...(overview === undefined ? {} : { overview }),
    };
  }

  dispose(): void {
    this.#earlier.dispose();
  }

  async #against(uri: Uri): Promise<Question['against']> {
    try {
      return await this.#earlier.against(uri, this.#want.against);
    } catch (error) {
      if (!(error instanceof NoEarlierText)) throw error;
      void window.showWarningMessage(error.message);
      this.compare({ kind: 'nothing' });
      return { kind: 'nothing' };
    }
  }
}
