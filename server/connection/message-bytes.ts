// Messages as they go over a stream: findings that were sent before are not put into bytes again.
import { Message } from 'vscode-languageserver';
import { commonEnds } from '../text/common-ends.ts';

const encoder = new TextEncoder();

/** A list of findings as it was sent. */
interface Sent {
  readonly found: readonly object[];
  readonly bytes: Uint8Array;
  /** Where each finding begins in the bytes, its comma included, and where the last one ends. */
  readonly starts: readonly number[];
}

export class MessageBytes {
  /** Of findings, by the object that is sent, with a comma before each: who sends them keeps the objects that stay the same. */
  readonly #known = new WeakMap<object, Uint8Array>();
  /** The newest list: the next one nearly always begins and ends like it. */
  #sent: Sent = { found: [], bytes: new Uint8Array(), starts: [0] };

  /** A message behind its header. */
  of(message: Message): Uint8Array {
    const list = listIn(message);
    if (list === undefined) return framed([encoder.encode(JSON.stringify(message))]).bytes;
    const { frame, found } = list;
    const { found: before, bytes, starts } = this.#sent;
    const { head, tail: most } = commonEnds(before, found);
    // The first finding has no comma before it: what was first stays first, or is written again.
    const tail = Math.min(most, Math.max(0, before.length - 1), Math.max(0, found.length - 1));
    const news = found
      .slice(head, found.length - tail)
      .map((each, index) => (head + index === 0 ? this.#piece(each).subarray(1) : this.#piece(each)));
    const old = (from: number, to: number): Uint8Array => bytes.subarray(starts[from], starts[to]);
    const sent = framed([
      // The list is empty there, and the last thing in the last object.
      encoder.encode(JSON.stringify(frame).slice(0, -end.length)),
      old(0, head),
      ...news,
      old(before.length - tail, before.length),
      encoder.encode(end),
    ]);
    const [, atHead = 0, ...behind] = sent.starts;
    const [atTail = 0] = behind.slice(news.length);
    const moved = (from: number, to: number, at: number): number[] =>
      starts.slice(from, to).map((start) => start - (starts[from] ?? 0) + at);
    const places = [
      ...moved(0, head, atHead),
      ...behind.slice(0, news.length),
      ...moved(before.length - tail, before.length + 1, atTail),
    ];
    this.#sent = { found, bytes: sent.bytes, starts: places };
    return sent.bytes;
  }

  #piece(finding: object): Uint8Array {
    const piece = this.#known.get(finding) ?? encoder.encode(`,${JSON.stringify(finding)}`);
    this.#known.set(finding, piece);
    return piece;
  }
}

const end = ']}}';

/** The findings in a message, and the message without them. */
function listIn(message: Message): { readonly frame: object; readonly found: readonly object[] } | undefined {
  if (Message.isNotification(message) && message.method === 'textDocument/publishDiagnostics') {
    const { params, ...about } = message;
    if (params === undefined || !('diagnostics' in params) || !Array.isArray(params.diagnostics)) return undefined;
    const { diagnostics, ...others } = params;
    return { frame: { ...about, params: { ...others, diagnostics: [] } }, found: diagnostics };
  }
  if (!Message.isResponse(message)) return undefined;
  const { result, ...about } = message;
  if (typeof result !== 'object' || result === null || !('kind' in result) || result.kind !== 'full') return undefined;
  if (!('items' in result) || !Array.isArray(result.items)) return undefined;
  const { items, ...others } = result;
  return { frame: { ...about, result: { ...others, items: [] } }, found: items };
}

/** The pieces behind a header, and where each begins. */
function framed(pieces: readonly Uint8Array[]): { readonly bytes: Uint8Array; readonly starts: readonly number[] } {
  const size = pieces.reduce((sum, { length }) => sum + length, 0);
  const header = encoder.encode(`Content-Length: ${size}\r\n\r\n`);
  const bytes = new Uint8Array(header.length + size);
  const starts: number[] = [];
  bytes.set(header);
  let at = header.length;
  for (const piece of pieces) {
    starts.push(at);
    bytes.set(piece, at);
    at += piece.length;
  }
  return { bytes, starts };
}
