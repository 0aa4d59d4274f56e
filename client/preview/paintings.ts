// Pictures that a preview's page is asked for, until they are there.
import type { Uri } from 'vscode';
import type { ChartParams, ViewParams } from '../../server/protocol.ts';
import type { FromPage, PictureFormat, ToPage } from '../page/messages.ts';
import { clientText } from '../words.ts';
import type { PlanSource } from './plan-source.ts';

type Painted = Extract<FromPage, { readonly type: 'painted' }>;

/** An SVG's text or the bytes of a PNG; `unwelcome`: why the clipboard did not take it. */
export interface Picture {
  readonly content: string | Uint8Array;
  readonly unwelcome?: string;
}

interface Waiting {
  readonly resolve: (picture: Picture) => void;
  readonly reject: (reason: Error) => void;
}

/** A page that does not answer in this time won't, in milliseconds: pictures of thousands of rows take seconds. */
const patience = 120_000;

export class Paintings {
  readonly #source: PlanSource;
  readonly #tell: (message: ToPage) => void;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;

  constructor(source: PlanSource, tell: (message: ToPage) => void) {
    this.#source = source;
    this.#tell = tell;
  }

  /** The picture of a whole chart. Rejects, in words, where there is none. */
  async chart(
    format: PictureFormat,
    uri: Uri,
    question: Pick<ChartParams, 'folding' | 'filter' | 'against'>,
  ): Promise<Picture> {
    const chart = await this.#source.wholeChart(uri, question);
    if (chart === undefined) throw new Error(clientText('no-picture'));
    return this.#ask((request) => ({ type: 'paint', request, format, ...chart }));
  }

  /** The same of another view. */
  async view(format: PictureFormat, uri: Uri, question: Omit<ViewParams, 'uri'>): Promise<Picture> {
    const view = await this.#source.wholeView(uri, question);
    if (view === undefined) throw new Error(clientText('no-picture'));
    return this.#ask((request) => ({ type: 'paint-view', request, format, view }));
  }

  hear({ request, svg, png, failure, unwelcome }: Painted): void {
    const waiting = this.#give(request);
    const content = svg ?? (png === undefined ? undefined : new Uint8Array(png));
    if (content === undefined) waiting?.reject(new Error(failure ?? clientText('no-picture')));
    else waiting?.resolve({ content, ...(unwelcome === undefined ? {} : { unwelcome }) });
  }

  /** The page is gone: what it was asked for won't come. */
  close(): void {
    for (const request of [...this.#waiting.keys()]) this.#give(request)?.reject(new Error(clientText('no-picture')));
  }

  #ask(message: (request: number) => ToPage): Promise<Picture> {
    this.#asked += 1;
    const request = this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(request, { resolve, reject });
      setTimeout(() => this.#give(request)?.reject(new Error(clientText('no-picture'))), patience);
      this.#tell(message(request));
    });
  }

  #give(request: number): Waiting | undefined {
    const waiting = this.#waiting.get(request);
    this.#waiting.delete(request);
    return waiting;
  }
}
