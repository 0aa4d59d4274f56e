// Messages in bytes: what JSON says, whether their findings were sent before or not.
import { expect, test } from 'vitest';
import type { Diagnostic, NotificationMessage, ResponseMessage } from 'vscode-languageserver';
import { MessageBytes } from '../../../server/connection/message-bytes.ts';

const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 4 } };
const location = { uri: 'file:///a.plan.yaml', range };
const one: Diagnostic = { range, message: 'Build 😀 “ends” late', severity: 1 };
const other: Diagnostic = { range, message: '构建\n\u0000', relatedInformation: [{ location, message: '设计' }] };

const pushed = (diagnostics: readonly Diagnostic[]) => ({
  jsonrpc: '2.0',
  method: 'textDocument/publishDiagnostics',
  params: { uri: 'file:///a.plan.yaml', version: 2, diagnostics },
});
const report = { jsonrpc: '2.0', id: 7, result: { kind: 'full', resultId: '2.1', items: [other, one] } };

/** The header's length and what follows it. */
function read(bytes: Uint8Array): { readonly length: number; readonly content: Uint8Array } {
  const text = Buffer.from(bytes).toString('latin1');
  const behind = text.indexOf('\r\n\r\n') + 4;
  const [, length] = /^Content-Length: (\d+)\r\n\r\n/.exec(text) ?? [];
  return { length: Number(length), content: bytes.subarray(behind) };
}

test.each<[string, NotificationMessage | ResponseMessage]>([
  ['findings', pushed([one, other])],
  ['the same findings in another order', pushed([other, one])],
  ['one finding', pushed([other])],
  ['no findings', pushed([])],
  ['a report', report],
  ['an unchanged report', { jsonrpc: '2.0', id: 8, result: { kind: 'unchanged', resultId: '2.1' } }],
  ['a list of something else', { jsonrpc: '2.0', id: 9, result: { isIncomplete: false, items: [{ label: '完成' }] } }],
  ['an error', { jsonrpc: '2.0', id: 10, error: { code: -32803, message: 'Nein' } }],
  ['no result', { jsonrpc: '2.0', id: 11, result: null }],
  ['a notification without parameters', { jsonrpc: '2.0', method: 'exit' }],
  ['other findings in the same place', { jsonrpc: '2.0', id: 12, result: { items: [one], kind: 'full', last: 1 } }],
])('%s', (_, message) => {
  const bytes = new MessageBytes();
  for (let time = 0; time < 2; time += 1) {
    const { length, content } = read(bytes.of(message));
    expect(content.length).toBe(length);
    expect(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content))).toEqual(message);
  }
});

test('lists that change in any place, one after the other', () => {
  const bytes = new MessageBytes();
  const all = Array.from(
    { length: 6 },
    (_, index): Diagnostic => ({ range, message: `第 ${index} 项`.repeat(index + 1) }),
  );
  // Every list of these six in order, each after each of some others.
  const lists = Array.from({ length: 64 }, (_, bits) => all.filter((_, index) => ((bits >> index) & 1) === 1));
  for (let step = 1; step < 64; step += 2) {
    for (let at = 0, left = 64; left > 0; at = (at + step) % 64, left -= 1) {
      const message = pushed(lists[at] ?? []);
      const { length, content } = read(bytes.of(message));
      expect(content.length).toBe(length);
      expect(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content))).toEqual(message);
    }
  }
});

test('findings that were sent before are not read again, wherever they stand', () => {
  const bytes = new MessageBytes();
  let reads = 0;
  const watched = (message: string): Diagnostic => ({
    range,
    get message() {
      reads += 1;
      return message;
    },
  });
  const [first, second, third, fourth] = [watched('a'), watched('b'), watched('c'), watched('d')];
  bytes.of(pushed([first, second, third]));
  expect(reads).toBe(3);
  bytes.of(pushed([fourth, first, third, second]));
  expect(reads).toBe(4);
  bytes.of(pushed([second, first]));
  bytes.of(pushed([]));
  bytes.of(pushed([first, second, third, fourth]));
  expect(reads).toBe(4);
});
