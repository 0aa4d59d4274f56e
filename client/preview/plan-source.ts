// What a preview asks about a plan: its chart, its tasks' places in the text and back, and the editor's hover text.
import { type Position, type Range, type TextDocument, type Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type ChartAnswer,
  type ChartParams,
  chartRequest,
  type LocateAnswer,
  type LocateParams,
  locateRequest,
  type TaskAtAnswer,
  type TaskAtParams,
  taskAtRequest,
} from '../../server/protocol.ts';

/** A task's place: its id, and its whole entry. */
export interface TaskPlace {
  readonly document: TextDocument;
  readonly key: Range;
}

export class PlanSource {
  readonly #client: BaseLanguageClient;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
  }

  /** The chart; the document is opened where it isn't, so that the server knows it. Undefined where the answer is of no use any more. */
  async chart(uri: Uri, folded: readonly string[] | undefined): Promise<ChartAnswer | undefined> {
    await workspace.openTextDocument(uri);
    return this.#ask<ChartParams, ChartAnswer>(chartRequest, {
      uri: this.#written(uri),
      view: 'gantt',
      ...(folded === undefined ? {} : { folded }),
    });
  }

  /** Where a task is written; undefined where it isn't any more. */
  async place(uri: Uri, planId: string): Promise<TaskPlace | undefined> {
    const document = await workspace.openTextDocument(uri);
    // While somebody types, an answer may be for a text that is gone; one more question is enough for those that matter.
    for (let tries = 0; tries < 3; tries++) {
      const place = await this.#ask<LocateParams, LocateAnswer>(locateRequest, { uri: this.#written(uri), planId });
      if (place === undefined) return undefined;
      if (place.version === document.version) {
        return { document, key: this.#client.protocol2CodeConverter.asRange(place.key) };
      }
    }
    return undefined;
  }

  /** The names of the task at a position and of those that hold it, the outermost first; none outside the work. */
  async path(uri: Uri, position: Position): Promise<readonly string[]> {
    const answer = await this.#ask<TaskAtParams, TaskAtAnswer>(taskAtRequest, {
      uri: this.#written(uri),
      position: this.#client.code2ProtocolConverter.asPosition(position),
    });
    return answer?.path ?? [];
  }

  /** The hover text of a task's id, as the editor shows it: Markdown. */
  async hover(uri: Uri, planId: string): Promise<string | undefined> {
    const place = await this.place(uri, planId);
    if (place === undefined) return undefined;
    const hover = await this.#ask<unknown, { readonly contents: unknown }>('textDocument/hover', {
      textDocument: { uri: this.#written(uri) },
      position: this.#client.code2ProtocolConverter.asPosition(place.key.start),
    });
    const contents = hover?.contents;
    return typeof contents === 'object' &&
      contents !== null &&
      'value' in contents &&
      typeof contents.value === 'string'
      ? contents.value
      : undefined;
  }

  /** Whether a notification's `uri` means this document. */
  means(written: string, uri: Uri): boolean {
    return this.#client.protocol2CodeConverter.asUri(written).toString() === uri.toString();
  }

  #written(uri: Uri): string {
    return this.#client.code2ProtocolConverter.asUri(uri);
  }

  /** An answer that the server took back, because the text has changed or the question was withdrawn, is none. */
  async #ask<Params, Answer>(method: string, params: Params): Promise<Answer | undefined> {
    try {
      return (await this.#client.sendRequest<Answer | null>(method, params)) ?? undefined;
    } catch (error) {
      if (typeof error === 'object' && error !== null && 'code' in error && withdrawn.has(error.code)) return undefined;
      throw error;
    }
  }
}

/** LSP: content modified, server cancelled, request cancelled. */
const withdrawn: ReadonlySet<unknown> = new Set([-32801, -32802, -32800]);
