// A new YAML text from values: short things in one line, as a person would lay them out.
import { scalarSource } from '../text/quoting.ts';

/** A scalar's text, a list, or a map in order. */
export type YamlValue = string | readonly YamlValue[] | YamlMap;

export class YamlMap {
  readonly pairs: readonly (readonly [string, YamlValue])[];
  /** Never in one line. */
  readonly isOpen: boolean;

  constructor(pairs: readonly (readonly [string, YamlValue | undefined])[], isOpen = false) {
    this.pairs = pairs.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
    this.isOpen = isOpen;
  }
}

const widest = 120;
/** Texts that are plain wherever they stand. */
const plain = /^[\p{L}_](?:[\p{L}\p{M}\p{N}_./%-]| (?! ))*(?<! )$/u;
/** What a block of lines can hold as it is. */
const blockable = /^(?! )[^\p{Cc}\u2028\u2029\uFEFF]+(?:\n(?:[^\p{Cc}\u2028\u2029\uFEFF]+)?)*$/u;

/** The lines of a map at the top, or indented by so many blanks. */
export function yamlText(map: YamlMap, indent = 0): string {
  return map.pairs.map(([key, value]) => pairText(key, value, indent)).join('');
}

function pairText(key: string, value: YamlValue, indent: number): string {
  const head = `${' '.repeat(indent)}${source(key, false)}:`;
  if (typeof value === 'string') {
    if (value.includes('\n') && blockable.test(value)) {
      return `${head} |${value.endsWith('\n') ? '' : '-'}\n${blockLines(value, indent + 2)}`;
    }
    return `${head} ${source(value, false)}\n`;
  }
  const flow = flowText(value);
  const line = flow === undefined ? undefined : `${head} ${flow}\n`;
  const isEmpty = value instanceof YamlMap ? value.pairs.length === 0 : value.length === 0;
  if (line !== undefined && (isEmpty || width(line) <= widest)) return line;
  if (value instanceof YamlMap) return `${head}\n${yamlText(value, indent + 2)}`;
  return `${head}\n${value.map((item) => itemText(item, indent + 2)).join('')}`;
}

function itemText(item: YamlValue, indent: number): string {
  return `${' '.repeat(indent)}- ${typeof item === 'string' ? source(item, false) : flowText(item, true)}\n`;
}

function blockLines(text: string, indent: number): string {
  const lines = text.replace(/\n$/, '').split('\n');
  return lines.map((line) => (line === '' ? '\n' : `${' '.repeat(indent)}${line}\n`)).join('');
}

/** In one line; undefined where a part should rather not stand so, if it need not. */
function flowText(value: YamlValue, must = false): string | undefined {
  if (typeof value === 'string') return source(value, true);
  if (value instanceof YamlMap) {
    if (value.pairs.length === 0) return '{}';
    if (value.isOpen && !must) return undefined;
    const parts = value.pairs.map(([key, inner]) => {
      const text = typeof inner === 'string' && inner.includes('\n') && !must ? undefined : flowText(inner, must);
      return text === undefined ? undefined : `${source(key, true)}: ${text}`;
    });
    return parts.includes(undefined) ? undefined : `{ ${parts.join(', ')} }`;
  }
  const items = value.map((item) => flowText(item, must));
  return items.includes(undefined) ? undefined : `[${items.join(', ')}]`;
}

function source(text: string, flow: boolean): string {
  return plain.test(text) ? text : scalarSource(text, flow);
}

/** Wide letters count twice. */
function width(line: string): number {
  return line.length + (line.match(/[\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uff60]/gu)?.length ?? 0);
}
