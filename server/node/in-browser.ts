// Opens a page of our own in a browser without a window, and asks it for something: over the browser's debugging pipe, with no network port.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';

/** A browser that does not answer in this time won't, in milliseconds. */
const patience = 120_000;

const flags = [
  '--headless',
  '--remote-debugging-pipe',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--hide-scrollbars',
  '--metrics-recording-only',
  '--mute-audio',
  '--no-default-browser-check',
  '--no-first-run',
];

/**
 * What an expression (or the promise that it gives) comes to in a page, as text. The browser gets a profile of its own that is gone afterwards.
 * Rejects where it doesn't start, or the page says that it can't.
 */
export async function evaluateInPage(browser: string, address: string, expression: string): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'plan-browser-'));
  // Browsers refuse to work for root with their sandbox on; there is none to be root in but a container.
  const isRoot = process.getuid?.() === 0;
  const child = spawn(
    browser,
    [...flags, ...(isRoot ? ['--no-sandbox'] : []), `--user-data-dir=${profile}`, 'about:blank'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    },
  );
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  try {
    const pipe = new DebuggingPipe(child);
    const { targetId } = await pipe.ask('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await pipe.ask('Target.attachToTarget', { targetId, flatten: true });
    const page = String(sessionId);
    await pipe.ask('Page.enable', {}, page);
    const loaded = pipe.event('Page.loadEventFired');
    await pipe.ask('Page.navigate', { url: address }, page);
    await loaded;
    const answer = await pipe.ask('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, page);
    if (answer.exceptionDetails !== undefined) throw new Error(reasonOf(answer));
    return textOf(answer);
  } finally {
    clearTimeout(timer);
    child.kill();
    const killing = setTimeout(() => child.kill('SIGKILL'), 2_000);
    if (child.pid !== undefined) await ended;
    clearTimeout(killing);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
  }
}

type Answer = Readonly<Record<string, unknown>>;

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: Error) => void;
}

/** Questions and answers of the Chrome DevTools Protocol: JSON, each ended by a NUL. */
class DebuggingPipe {
  readonly #writer: Writable;
  readonly #answers = new Map<number, Waiting>();
  readonly #events = new Map<string, Waiting>();
  #asked = 0;
  #rest = '';
  #failure: Error | undefined;

  constructor(child: ChildProcess) {
    const [, , , writer, reader] = child.stdio;
    if (!(writer instanceof Writable) || !(reader instanceof Readable)) throw new Error('no pipe to the browser');
    this.#writer = writer;
    reader.setEncoding('utf8');
    reader.on('data', (text: string) => this.#hear(text));
    // What can't be written is told by the end of the process.
    for (const stream of [writer, reader]) stream.on('error', () => undefined);
    child.once('error', (error) => this.#fail(error));
    child.once('exit', (code, signal) => this.#fail(new Error(`it ended with ${code ?? signal}`)));
  }

  ask(method: string, params: Answer, sessionId?: string): Promise<Answer> {
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) return reject(this.#failure);
      this.#answers.set(id, { resolve, reject });
      this.#writer.write(
        `${JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`,
      );
    });
  }

  event(method: string): Promise<Answer> {
    const told = new Promise<Answer>((resolve, reject) => this.#events.set(method, { resolve, reject }));
    // Who waits for it hears of a failure; who doesn't any more needs not.
    told.catch(() => undefined);
    return told;
  }

  #hear(text: string): void {
    const messages = (this.#rest + text).split('\0');
    this.#rest = messages.pop() ?? '';
    for (const message of messages) {
      const { id, result, error, method } = JSON.parse(message);
      const waiting = id === undefined ? this.#events.get(method) : this.#answers.get(id);
      if (id !== undefined) this.#answers.delete(id);
      if (error === undefined) waiting?.resolve(result ?? {});
      else waiting?.reject(new Error(String(error.message)));
    }
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const waiting of [...this.#answers.values(), ...this.#events.values()]) waiting.reject(error);
  }
}

function textOf({ result }: Answer): string {
  const value = typeof result === 'object' && result !== null && 'value' in result ? result.value : undefined;
  if (typeof value !== 'string') throw new Error('the page gave no answer');
  return value;
}

function reasonOf({ result }: Answer): string {
  const text =
    typeof result === 'object' && result !== null && 'description' in result ? result.description : undefined;
  return String(text ?? 'the page failed').split('\n')[0] ?? '';
}
