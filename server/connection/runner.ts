// The runner around every request, notification and piece of work in the background: cancellation, stale answers, exceptions.
import {
  type CancellationToken,
  type DiagnosticServerCancellationData,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';

/** What the runner needs of the house. */
export interface RunnerParts {
  readonly log: (line: string) => void;
  /** The newest version of an open document. */
  readonly versionOf: (uri: string) => number | undefined;
  /** Lets everything that has already arrived be heard. */
  readonly turn: () => Promise<void>;
}

/** What a request answers when its document changed under it. */
export function contentModified(): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed since.');
}

/** The same for findings: an editor that gets `contentModified` takes them for none, and they flicker. */
export function askAgain(): ResponseError<DiagnosticServerCancellationData> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, 'The text has changed since.', { retriggerRequest: true });
}

/** Runs what comes from outside. Nothing else in the server catches exceptions. */
export class Runner {
  readonly #parts: RunnerParts;

  constructor(parts: RunnerParts) {
    this.#parts = parts;
  }

  /**
   * A request's handler: waits for what has already arrived, then answers; with an error where it was cancelled, where its document
   * changed meanwhile, or where we failed.
   */
  request<P, R, E = never>(
    method: string,
    answer: (params: P, token: CancellationToken) => R | Promise<R>,
    stale: () => ResponseError<E | never> = contentModified,
  ) {
    return async (params: P, token: CancellationToken): Promise<R | ResponseError<E>> => {
      const uri = uriOf(params);
      try {
        const version = this.#version(uri);
        await this.#parts.turn();
        if (token.isCancellationRequested) return cancelled();
        if (this.#version(uri) !== version) return stale();
        const result = await answer(params, token);
        if (token.isCancellationRequested) return cancelled();
        return this.#version(uri) === version ? result : stale();
      } catch (error) {
        return new ResponseError(ErrorCodes.InternalError, this.#failed(method, uri, error));
      }
    };
  }

  /** A notification's handler, or any piece of work that nobody waits for. */
  run<P>(method: string, work: (params: P) => unknown): (params: P) => Promise<void> {
    return async (params) => {
      try {
        await work(params);
      } catch (error) {
        this.#failed(method, uriOf(params), error);
      }
    };
  }

  #failed(method: string, uri: string | undefined, error: unknown): string {
    const place = uri === undefined ? '' : ` on ${uri} version ${this.#version(uri) ?? 'unknown'}`;
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    this.#parts.log(`${method}${place} failed: ${stack ?? message}`);
    return `${method} failed: ${message}`;
  }

  #version(uri: string | undefined): number | undefined {
    return uri === undefined ? undefined : this.#parts.versionOf(uri);
  }
}

function cancelled(): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
}

/** The document that a message is about, where it is about one. Messages come from outside: they may have any shape. */
function uriOf(params: unknown): string | undefined {
  const holder = property(params, 'textDocument') ?? params;
  const uri = property(holder, 'uri');
  return typeof uri === 'string' ? uri : undefined;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
