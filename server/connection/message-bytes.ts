// Messages as they go over a stream: findings that were sent before are not put into bytes again.
import { Message } from 'vscode-languageserver';

const encoder = new TextEncoder();

export class MessageBytes {
  /** Of findings, by the object that is sent, with a comma before each: who sends them keeps the objects that stay the same. */
  readonly #known = new WeakMap<object, Uint8Array>();

  /** A message behind its header. */
  of(message: Message): Uint8Array {
    const list = listIn(message);
    if (list === undefined) return framed([encoder.encode(JSON.stringify(message))]);
    const { frame, found } = list;
    const text = JSON.stringify(frame);
    // The list is empty there, and the last thing in the last object.
    const pieces = found.map((each, index) => (index === 0 ? this.#piece(each).subarray(1) : this.#piece(each)));
    return framed([encoder.encode(text.slice(0, -end.length)), ...pieces, encoder.encode(end)]);
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

function framed(pieces: readonly Uint8Array[]): Uint8Array {
  const size = pieces.reduce((sum, { length }) => sum + length, 0);
  const header = encoder.encode(`Content-Length: ${size}\r\n\r\n`);
  const bytes = new Uint8Array(header.length + size);
  let at = 0;
  for (const piece of [header, ...pieces]) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
