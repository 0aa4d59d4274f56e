// The language server's life: started when a plan is seen, started again when it dies, given up when it keeps dying.
import { Disposable, EventEmitter, type LogOutputChannel, type Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type DidAnalyseParams,
  type DidSettleParams,
  didAnalyse,
  didSettle,
  type ListFilesAnswer,
  listFilesRequest,
  type ReadFileAnswer,
  type ReadFileParams,
  readFileRequest,
} from '../server/protocol.ts';
import { Deaths, mostDeaths, withinMinutes } from './deaths.ts';
import { tellDrafts } from './drafts.ts';
import { listFiles } from './list-files.ts';
import { readFile } from './read-file.ts';
import { clientText } from './words.ts';

/** Who is told what becomes of a server. */
export interface Watch {
  readonly log: LogOutputChannel;
  /** Where the extension is installed. */
  readonly extension: Uri;
  /** A message could not be sent or read. */
  erring(): void;
  /** The connection is closed, and nobody here has closed it. */
  closed(): void;
}

/** Makes the client of one server, not started: each server that is started has a client of its own. */
export type NewClient = (watch: Watch) => Promise<BaseLanguageClient>;

/** Nobody has needed it yet, it is on its way, it answers, or it died too often. */
export type ServerState = 'asleep' | 'starting' | 'running' | 'given-up';

/** A server that says nothing for so long when it is started may never do, in milliseconds. */
export const patience = 30_000;

/** What those are told who ask a server that was given up; worded. */
export class ServerGivenUp extends Error {
  override readonly name = 'ServerGivenUp';

  constructor() {
    super(clientText('server-given-up'));
  }
}

/** One server, from its start to its end. */
interface Life {
  client?: BaseLanguageClient;
  drafts?: Disposable;
}

export class LanguageServer implements Disposable {
  readonly #newClient: NewClient;
  readonly #extension: Uri;
  readonly #deaths = new Deaths(() => performance.now());
  readonly #running = new EventEmitter<void>();
  readonly #gone = new EventEmitter<{ readonly startsAgain: boolean }>();
  readonly #analysed = new EventEmitter<Uri>();
  readonly #settled = new EventEmitter<Uri>();
  #log: LogOutputChannel | undefined;
  #state: ServerState = 'asleep';
  #life: Life | undefined;
  #answering = Promise.withResolvers<BaseLanguageClient>();

  /** Fires when a server answers: the first one, and each that takes the place of another. */
  readonly onRunning = this.#running.event;
  /** Fires when the server has died. */
  readonly onGone = this.#gone.event;
  /** Fires when the server has analysed a version of a plan. */
  readonly onAnalysed = this.#analysed.event;
  /** Fires when the slower rules have judged it too. */
  readonly onSettled = this.#settled.event;

  constructor(newClient: NewClient, extension: Uri) {
    this.#newClient = newClient;
    this.#extension = extension;
  }

  get state(): ServerState {
    return this.#state;
  }

  /** Of a server that is a process of its own. */
  get processId(): number | undefined {
    const client = this.#life?.client;
    const child = client !== undefined && 'serverProcess' in client ? client.serverProcess : undefined;
    const isProcess = typeof child === 'object' && child !== null && 'pid' in child;
    return isProcess && typeof child.pid === 'number' ? child.pid : undefined;
  }

  /** What went wrong and who asked for what, for people to read later. */
  get log(): LogOutputChannel {
    this.#log ??= window.createOutputChannel('Plan as Code', { log: true });
    return this.#log;
  }

  /** Starts the server where nobody has yet; one that was given up stays so. */
  start(): void {
    if (this.#state === 'asleep') void this.#begin();
  }

  /** The client of a server that answers: at once, or when it does. Rejects with `ServerGivenUp` where there won't be any. */
  answering(): Promise<BaseLanguageClient> {
    this.start();
    return this.#answering.promise;
  }

  /** Ends the server, if there is one, and starts a new one, however often others have died. */
  restart(): void {
    this.#deaths.forget();
    const old = this.#end();
    if (old !== undefined) discard(old);
    void this.#begin();
  }

  dispose(): void {
    const old = this.#end();
    if (old !== undefined) discard(old);
    Disposable.from(this.#running, this.#gone, this.#analysed, this.#settled).dispose();
    this.#log?.dispose();
  }

  async #begin(): Promise<void> {
    const life: Life = {};
    this.#life = life;
    this.#state = 'starting';
    const silence = setTimeout(() => void this.#silent(life), patience);
    try {
      const client = await this.#newClient({
        log: this.log,
        extension: this.#extension,
        // A message that got lost is no end; a server that can't even be loaded is one.
        erring: () => {
          if (this.#state === 'starting') this.#died(life);
        },
        closed: () => this.#died(life),
      });
      life.client = client;
      life.drafts = tellDrafts(client);
      client.onRequest<ReadFileAnswer, void>(readFileRequest, (params: ReadFileParams) => readFile(params));
      client.onRequest<ListFilesAnswer, void>(listFilesRequest, () => listFiles());
      client.onNotification(didAnalyse, ({ uri }: DidAnalyseParams) =>
        this.#analysed.fire(client.protocol2CodeConverter.asUri(uri)),
      );
      client.onNotification(didSettle, ({ uri }: DidSettleParams) =>
        this.#settled.fire(client.protocol2CodeConverter.asUri(uri)),
      );
      await client.start();
      if (this.#life === life) this.#answers(client);
      else discard(client);
    } catch (error) {
      if (this.#life !== life) return;
      this.log.error('The language server did not start.', error);
      this.#died(life);
    } finally {
      clearTimeout(silence);
    }
  }

  /** It may still come: it is started anew only where people want that. */
  async #silent(life: Life): Promise<void> {
    if (this.#life !== life) return;
    this.log.error(`The language server has not answered for ${patience / 1000} seconds.`);
    const text = clientText('does-not-answer', { seconds: String(patience / 1000) });
    const restart = clientText('restart');
    if ((await window.showErrorMessage(text, restart)) === restart && this.#life === life) this.restart();
  }

  #answers(client: BaseLanguageClient): void {
    this.#state = 'running';
    this.#answering.resolve(client);
    this.#running.fire();
  }

  #died(life: Life): void {
    if (this.#life !== life) return;
    const dead = this.#end();
    // Not in the middle of its own cleaning up.
    if (dead !== undefined) setTimeout(() => discard(dead));
    const startsAgain = this.#deaths.count();
    this.log.error(`The language server is gone. ${startsAgain ? 'It is started again.' : 'It is not started again.'}`);
    if (startsAgain) void this.#begin();
    else void this.#giveUp();
    this.#gone.fire({ startsAgain });
  }

  async #giveUp(): Promise<void> {
    this.#state = 'given-up';
    const text = clientText('keeps-dying', { count: String(mostDeaths), minutes: String(withinMinutes) });
    // Whoever waits is told; that nobody waits is no failure.
    this.#answering.promise.catch(() => undefined);
    this.#answering.reject(new ServerGivenUp());
    const restart = clientText('restart');
    if ((await window.showErrorMessage(text, restart)) === restart && this.#state === 'given-up') this.restart();
  }

  /** After this there is no server; whoever asks waits for the next one. Gives the client that there was. */
  #end(): BaseLanguageClient | undefined {
    const client = this.#life?.client;
    this.#life?.drafts?.dispose();
    if (this.#state === 'running' || this.#state === 'given-up') this.#answering = Promise.withResolvers();
    this.#life = undefined;
    this.#state = 'asleep';
    return client;
  }
}

/** Ends a client and its server; one that is dead already has nothing to say about it. */
function discard(client: BaseLanguageClient): void {
  client.dispose().catch(() => undefined);
}
