// What a preview asks about a plan: its chart, its tasks' places in the text and back, and the editor's hover text.
import { type Position, Range, type TextDocument, type Uri, workspace } from 'vscode';
import {
  type ChartAnswer,
  type ChartParams,
  chartRequest,
  type EarlierAnswer,
  type EarlierParams,
  type ExportAnswer,
  type ExportParams,
  type ExportViewAnswer,
  type ExportViewParams,
  earlierRequest,
  exportRequest,
  exportViewRequest,
  type GestureAnswer,
  type GestureParams,
  gestureRequest,
  type LocateAnswer,
  type LocateParams,
  locateRequest,
  type TaskAtAnswer,
  type TaskAtParams,
  taskAtRequest,
  type ViewAnswer,
  type ViewParams,
  viewRequest,
} from '../../server/protocol.ts';
import { isWithdrawn } from '../ask.ts';
import type { LanguageServer } from '../language-server.ts';

/** A task's place: its id, and its whole entry. */
export interface TaskPlace {
  readonly document: TextDocument;
  readonly key: Range;
}

/** A chart with all of its rows. */
export interface WholeAnswer {
  readonly head: NonNullable<ChartAnswer['head']>;
  readonly blocks: ChartAnswer['blocks'];
}

/** Rows that are asked for at once. */
const rowsAtOnce = 2_000;
/** Answers that may be overtaken by what is typed before it is given up. */
const patience = 20;

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

  /** Gives the server an earlier version of a plan; the files that it names and that the server lacks. */
  async earlier(uri: Uri, version: Omit<EarlierParams, 'uri'>): Promise<readonly string[]> {
    await workspace.openTextDocument(uri);
    for (let failures = 0; failures < patience; failures++) {
      const answer = await this.#ask<EarlierParams, EarlierAnswer>(earlierRequest, {
        ...version,
        uri: await this.#written(uri),
      });
      if (answer !== undefined) return answer?.missing ?? [];
    }
    return [];
  }

  /** All rows of a chart, as they are shown. */
  async wholeChart(
    uri: Uri,
    question: Pick<ChartParams, 'folding' | 'filter' | 'against'>,
  ): Promise<WholeAnswer | undefined> {
    let blocks: ChartAnswer['blocks'] = [];
    let head: WholeAnswer['head'] | undefined;
    let version: number | undefined;
    for (let failures = 0; failures < patience; ) {
      const last = blocks.at(-1);
      const first = last === undefined ? 0 : last.first + last.rows.length;
      if (head !== undefined && first >= head.rowCount) return { head, blocks };
      const answer = await this.chart(uri, { ...question, first, count: rowsAtOnce });
      const goesOn = answer !== undefined && (version === undefined || answer.version === version);
      // While somebody types it is begun anew.
      if (!goesOn || answer.blocks.length === 0) failures += 1;
      blocks = goesOn ? [...blocks, ...answer.blocks] : [];
      head = goesOn ? (answer.head ?? head) : undefined;
      version = goesOn ? answer.version : undefined;
    }
    return undefined;
  }

  /** A view with all lines of its tables; undefined where the plan is gone. */
  async wholeView(uri: Uri, question: Omit<ViewParams, 'uri'>): Promise<ViewAnswer['view']> {
    for (let failures = 0; failures < patience; failures++) {
      const answer = await this.view(uri, question);
      if (answer !== undefined) return answer.view;
    }
    return undefined;
  }

  /** A view beside the Gantt chart as a text, or why it does not exist so; undefined where the plan is gone. */
  async exportedView(uri: Uri, question: Omit<ExportViewParams, 'uri'>): Promise<ExportViewAnswer | undefined> {
    await workspace.openTextDocument(uri);
    for (let failures = 0; failures < patience; failures++) {
      const answer = await this.#ask<ExportViewParams, ExportViewAnswer>(exportViewRequest, {
        ...question,
        uri: await this.#written(uri),
      });
      if (answer) return answer;
    }
    return undefined;
  }

  /** The whole chart as a text; undefined where the plan is gone. */
  async exported(uri: Uri, question: Omit<ExportParams, 'uri'>): Promise<string | undefined> {
    await workspace.openTextDocument(uri);
    for (let failures = 0; failures < patience; failures++) {
      const answer = await this.#ask<ExportParams, ExportAnswer>(exportRequest, {
        ...question,
        uri: await this.#written(uri),
      });
      if (answer !== undefined) return answer?.text;
    }
    return undefined;
  }

  /** What is new of a view beside the Gantt chart. Undefined where the answer is of no use any more. */
  async view(uri: Uri, question: Omit<ViewParams, 'uri'>): Promise<ViewAnswer | undefined> {
    await workspace.openTextDocument(uri);
    const answer = await this.#ask<ViewParams, ViewAnswer>(viewRequest, { ...question, uri: await this.#written(uri) });
    return answer ?? undefined;
  }

  /** Where a task, or another thing of the plan (`kind`), is written; undefined where it isn't any more. */
  async place(uri: Uri, planId: string, kind?: LocateParams['kind']): Promise<TaskPlace | undefined> {
    const document = await workspace.openTextDocument(uri);
    // While somebody types, an answer may be for a text that is gone; one more question is enough for those that matter.
    for (let tries = 0; tries < 3; tries++) {
      const place = await this.#ask<LocateParams, LocateAnswer>(locateRequest, {
        uri: await this.#written(uri),
        planId,
        ...(kind === undefined ? {} : { kind }),
      });
      if (!place) return undefined;
      if (place.uri !== undefined) {
        const included = await workspace.openTextDocument(
          (await this.#server.answering()).protocol2CodeConverter.asUri(place.uri),
        );
        return { document: included, key: rangeOf(place.key) };
      }
      if (place.version === document.version) {
        return { document, key: rangeOf(place.key) };
      }
    }
    return undefined;
  }

  /** The task at a position, those that hold it, and the row that stands for it; null outside the work, undefined where the text has changed meanwhile. */
  async taskAt(
    uri: Uri,
    position: Position,
    shown: Pick<ChartParams, 'folding' | 'filter'>,
  ): Promise<TaskAtAnswer | null | undefined> {
    return this.#ask<TaskAtParams, TaskAtAnswer>(taskAtRequest, {
      uri: await this.#written(uri),
      position: { line: position.line, character: position.character },
      ...shown,
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

  /** An answer that is of no use any more is none: undefined. */
  async #ask<Params, Answer>(method: string, params: Params): Promise<Answer | null | undefined> {
    try {
      return await (await this.#server.answering()).sendRequest<Answer | null>(method, params);
    } catch (error) {
      if (isWithdrawn(error)) return undefined;
      throw error;
    }
  }
}

/** A range of the protocol as VS Code's. */
export function rangeOf({ start, end }: LocateAnswer['key']): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
