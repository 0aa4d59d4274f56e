// A recorded conversation with a plain client: spoken over stdio by hand, message by message. It gets what it understands and is asked nothing.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ServerBundle } from './editor.ts';

/** One turn: a message that the client sends, or what it hears next. */
interface Turn {
  readonly send?: object;
  /** The message that comes has all of this. */
  readonly hear?: object;
  /** Capabilities that the answer must not announce. */
  readonly lacks?: readonly string[];
}

const turns: readonly Turn[] = readFileSync(new URL('plain-conversation.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

let bundle: ServerBundle;
beforeAll(async () => {
  bundle = await ServerBundle.make();
});
afterAll(() => bundle.drop());

/** Messages in the frames of the protocol, taken out of bytes as they come. */
class Frames {
  #bytes = Buffer.alloc(0);
  readonly #waiting: ((message: object) => void)[] = [];
  readonly #come: object[] = [];

  add(bytes: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, bytes]);
    for (;;) {
      const end = this.#bytes.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/i.exec(this.#bytes.toString('latin1', 0, Math.max(0, end)))?.[1]);
      if (end < 0 || this.#bytes.length < end + 4 + length) return;
      const message: object = JSON.parse(this.#bytes.toString('utf8', end + 4, end + 4 + length));
      this.#bytes = this.#bytes.subarray(end + 4 + length);
      const waiting = this.#waiting.shift();
      if (waiting) waiting(message);
      else this.#come.push(message);
    }
  }

  next(): Promise<object> {
    const come = this.#come.shift();
    return come ? Promise.resolve(come) : new Promise((resolve) => this.#waiting.push(resolve));
  }

  get rest(): readonly object[] {
    return this.#come;
  }
}

it('goes as it was recorded, and no other message comes', async () => {
  const server = spawn(process.execPath, [join(bundle.folder, 'server.js'), '--stdio']);
  const frames = new Frames();
  const errors: string[] = [];
  server.stdout.on('data', (bytes: Buffer) => frames.add(bytes));
  server.stderr.on('data', (bytes: Buffer) => errors.push(bytes.toString()));
  const ended = new Promise((resolve) => server.once('exit', resolve));
  for (const { send, hear, lacks = [] } of turns) {
    if (send) {
      const text = JSON.stringify({ jsonrpc: '2.0', ...send });
      server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
    }
    if (!hear) continue;
    const message = await frames.next();
    expect(message).toMatchObject(hear);
    for (const capability of lacks) expect(message).not.toHaveProperty(`result.capabilities.${capability}`);
  }
  expect(await ended).toBe(0);
  expect(frames.rest).toEqual([]);
  expect(errors).toEqual([]);
});
