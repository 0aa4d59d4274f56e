// What a preview asks about a plan: its chart, its tasks' places in the text and back, and the editor's hover text.
import { type Position, Range, type TextDocument, type Uri, workspace } from 'vscode';
import {
  type ChartAnswer,
  type ChartParams,
  chartRequest,
  type GestureAnswer,
  type GestureParams,
  gestureRequest,
  type LocateAnswer,
  type LocateParams,
  locateRequest,
  type TaskAtAnswer,
  type TaskAtParams,
  taskAtRequest,
} from '../../server/protocol.ts';
import type { LanguageServer } from '../language-server.ts';

/** A task's place: its id, and its whole entry. */
export interface TaskPlace {
  readonly document: TextDocument;
  readonly key: Range;
}

export class PlanSource {
  readonly #server: LanguageServer;

  constructor(server: LanguageServer) {
    this.#server = server;
  }

  /** What is new of the chart; the document is opened where it isn't, so that the server knows it. Undefined where the answer is of no use any more. */
  async chart(uri: Uri, question: Omit<ChartParams, 'uri' | 'view'>): Promise<ChartAnswer | undefined> {
    await workspace.openTextDocument(uri);
    const answer = await this.#ask<ChartParams, ChartAnswer>(chartRequest, {
      ...question,
      uri: await this.#written(uri),
      view: 'gantt',
    });
    return answer ?? undefined;
  }

  /** Where a task is written; undefined where it isn't any more. */
  async place(uri: Uri, planId: string): Promise<TaskPlace | undefined> {
    const document = await workspace.openTextDocument(uri);
    // While somebody types, an answer may be for a text that is gone; one more question is enough for those that matter.
    for (let tries = 0; tries < 3; tries++) {
      const place = await this.#ask<LocateParams, LocateAnswer>(locateRequest, {
        uri: await this.#written(uri),
        planId,
      });
      if (!place) return undefined;
      if (place.version === document.version) {
        const { start, end } = place.key;
        return { document, key: new Range(start.line, start.character, end.line, end.character) };
      }
    }
    return undefined;
  }

  /** The task at a position, those that hold it, and the row that stands for it; null outside the work, undefined where the text has changed meanwhile. */
  async taskAt(
    uri: Uri,
    position: Position,
    folding: ChartParams['folding'],
  ): Promise<TaskAtAnswer | null | undefined> {
    return this.#ask<TaskAtParams, TaskAtAnswer>(taskAtRequest, {
      uri: await this.#written(uri),
      position: { line: position.line, character: position.character },
      ...(folding === undefined ? {} : { folding }),
    });
  }

  /** What a gesture on the chart would do; undefined where the text has changed meanwhile. */
  async gesture(uri: Uri, question: Omit<GestureParams, 'uri'>): Promise<GestureAnswer | undefined> {
    const answer = await this.#ask<GestureParams, GestureAnswer>(gestureRequest, {
      ...question,
      uri: await this.#written(uri),
    });
    return answer ?? undefined;
  }

  /** The hover text of a task's id, as the editor shows it: Markdown. */
  async hover(uri: Uri, planId: string): Promise<string | undefined> {
    const place = await this.place(uri, planId);
    if (place === undefined) return undefined;
    const hover = await this.#ask<unknown, { readonly contents: unknown }>('textDocument/hover', {
      textDocument: { uri: await this.#written(uri) },
      position: { line: place.key.start.line, character: place.key.start.character },
    });
    const contents = hover?.contents;
    return typeof contents === 'object' &&
      contents !== null &&
      'value' in contents &&
      typeof contents.value === 'string'
      ? contents.value
      : undefined;
  }

  /** A document's name as the server knows it. */
  async #written(uri: Uri): Promise<string> {
    return (await this.#server.answering()).code2ProtocolConverter.asUri(uri);
  }

  /** An answer that the server took back, because the text has changed or the question was withdrawn, or that died with it, is none: undefined. */
  async #ask<Params, Answer>(method: string, params: Params): Promise<Answer | null | undefined> {
    try {
      return await (await this.#server.answering()).sendRequest<Answer | null>(method, params);
    } catch (error) {
      if (typeof error === 'object' && error !== null && 'code' in error && withdrawn.has(error.code)) return undefined;
      throw error;
    }
  }
}

/** LSP: content modified, server cancelled, request cancelled; and what the client says where the server is gone: connection inactive, pending response rejected. */
const withdrawn: ReadonlySet<unknown> = new Set([-32801, -32802, -32800, -32096, -32097]);
