// Pictures that a preview's page is asked for, until they are there.
import type { FromPage, ToPage } from '../page/messages.ts';
import { clientText } from '../words.ts';
import type { WholeAnswer } from './plan-source.ts';

type Painted = Extract<FromPage, { readonly type: 'painted' }>;

interface Waiting {
  readonly resolve: (picture: string | Uint8Array) => void;
  readonly reject: (reason: Error) => void;
}

/** A page that does not answer in this time won't, in milliseconds: pictures of thousands of rows take seconds. */
const patience = 120_000;

export class Paintings {
  readonly #tell: (message: ToPage) => void;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;

  constructor(tell: (message: ToPage) => void) {
    this.#tell = tell;
  }

  /** The picture of a chart: an SVG's text, or the bytes of a PNG. */
  ask(format: 'svg' | 'png', { head, blocks }: WholeAnswer): Promise<string | Uint8Array> {
    this.#asked += 1;
    const request = this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(request, { resolve, reject });
      setTimeout(() => this.#give(request)?.reject(new Error(clientText('no-picture'))), patience);
      this.#tell({ type: 'paint', request, format, head, blocks });
    });
  }

  hear({ request, svg, png, failure }: Painted): void {
    const waiting = this.#give(request);
    const picture = svg ?? (png === undefined ? undefined : new Uint8Array(png));
    if (picture === undefined) waiting?.reject(new Error(failure ?? clientText('no-picture')));
    else waiting?.resolve(picture);
  }

  /** The page is gone: what it was asked for won't come. */
  close(): void {
    for (const request of [...this.#waiting.keys()]) this.#give(request)?.reject(new Error(clientText('no-picture')));
  }

  #give(request: number): Waiting | undefined {
    const waiting = this.#waiting.get(request);
    this.#waiting.delete(request);
    return waiting;
  }
}
