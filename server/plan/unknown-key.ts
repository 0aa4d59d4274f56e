// Unknown keys that are no keys at all: a colon without a space, full-width punctuation.
import type { Node, ScalarNode } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import type { PlanProblem } from './plan.ts';
import { problem } from './reading.ts';
import { keyShape } from './record-shapes.ts';
import type { RecordName } from './schema.generated.ts';

/** The known keys that a misread one holds: they are written, though nobody can read them. */
export function keysInside(name: RecordName, key: ScalarNode): readonly string[] {
  return key.text.split(/[，、；：:]\s*/).filter((word) => keyShape(name, word) !== undefined);
}

/** A scalar in place of a record that is its keys: `name:x`, `name：设计` alone in an entry. */
export function misreadRecord(tree: Tree, name: RecordName, node: ScalarNode): PlanProblem | undefined {
  const found = misreadKey(name, node, node);
  if (found === undefined) return undefined;
  const { onKey: _key, suggestion: _narrowed, ...place } = found;
  const isKey = (word: string) => keyShape(name, word) !== undefined;
  // Several keys on one line: there is no telling where each belongs.
  const areBeside = node.text
    .split('，')
    .some((part, index) => index > 0 && isKey(/^\s*([^\s:：]*)/.exec(part)?.[1] ?? ''));
  const suggestion = areBeside ? undefined : asKeys(tree, node, isKey);
  return suggestion === undefined ? place : { ...place, suggestion };
}

/** A scalar in place of a map of ids that is its entries: `设计：3d`, `a:3d` alone under `tasks:`. */
export function misreadMap(tree: Tree, node: Node): PlanProblem | undefined {
  if (node.kind !== 'scalar' || node.style !== 'plain') return undefined;
  const [, key = '', colon = ''] = /^([^\s:：]+)\s*([:：])\s*(?=\S)/.exec(node.text) ?? [];
  if (key === '') return undefined;
  const suggestion = asKeys(tree, node, () => true);
  const place = suggestion === undefined ? { node } : { node, suggestion };
  return colon === '：'
    ? problem('fullwidth-punctuation', 'colon', { key }, place)
    : problem('yaml-syntax', 'colon-without-space', { key }, place);
}

const misreadLine = /^(?<indent> *)(?<key>[^\s:：]+)\s*(?:：|:(?!\/\/))[^\S\r\n]*(?<value>.*)$/u;

/** Keys further to the right are written by nobody. */
const longestIndent = 200;

/**
 * The lines of a plain scalar, which YAML folds into one text, as keys: each has a colon that makes none behind its first word; undefined
 * where one hasn't. What is indented deeper than the first belongs to a line above. Beside other things on its line it needs brackets.
 */
function asKeys(tree: Tree, node: ScalarNode, isKey: (word: string) => boolean): string | undefined {
  const { line, character } = tree.positionAt(tree.spanOf(node).start);
  const isAlone = character <= longestIndent && /^[\s-]*$/.test(tree.line(line).slice(0, character));
  const written = node.source.split(/(\r\n|\n|\r)/).map((text, place) => {
    if (text.trim() === '') return text;
    const { indent = '', key, value = '' } = misreadLine.exec(text)?.groups ?? {};
    const isDeeper = place > 0 && indent.length > character;
    if (key === undefined || (place > 0 && indent.length < character) || !(isDeeper || isKey(key))) return undefined;
    return `${indent}${key}:${value === '' ? '' : ' '}${value}`;
  });
  if (written.includes(undefined)) return undefined;
  const whole = written.join('');
  if (isAlone) return whole;
  return written.length === 1 && !/[,，{}[\]#：]/.test(whole) ? `{ ${whole} }` : undefined;
}

/** `设计：{ duration: 3d }`: YAML's first colon is the one between the brackets, and what stands before it no id. */
export function bracketsInKey(key: ScalarNode): PlanProblem | undefined {
  const [whole = '', id = ''] = key.style === 'plain' ? (/^([^\s:：]+)\s*：\s*(?=\{)/.exec(key.text) ?? []) : [];
  if (id === '') return undefined;
  return problem(
    'fullwidth-punctuation',
    'colon',
    { key: id },
    { node: key, from: 0, to: whole.length, suggestion: `${id}: ` },
  );
}

/** Full-width spaces beside a key: YAML takes them for letters. In front of it they were meant as two columns each. */
export function wideSpaces(key: ScalarNode, node: Node): PlanProblem | undefined {
  if (key.style !== 'plain' || !/^\u3000|\u3000$/.test(key.text)) return undefined;
  const [before = ''] = /^\s*/.exec(key.text) ?? [];
  const word = key.text.trim();
  const suggestion = `${before.replaceAll('\u3000', '  ')}${word}`;
  return problem('fullwidth-punctuation', 'space', { key: word }, { node, onKey: key, suggestion });
}

/** `name：设计，duration` in front of a colon, `duration:3d` without one: the slip behind an unknown key; undefined where there is none. */
export function misreadKey(name: RecordName, key: ScalarNode, node: Node): PlanProblem | undefined {
  if (key.style !== 'plain') return undefined;
  const place = { node, onKey: key };
  const wide = /^([^：]+?)\s*：/.exec(key.text)?.[1];
  if (wide !== undefined && keyShape(name, wide) !== undefined) {
    return problem('fullwidth-punctuation', 'colon', { key: wide }, { ...place, suggestion: narrowed(name, key.text) });
  }
  const sign = /[，、；]/.exec(key.text)?.[0];
  if (sign !== undefined) {
    const parts = key.text.split(/\s*[，、；]\s*/);
    if (parts.every((part) => keyShape(name, part) !== undefined)) {
      const args = { text: key.text, sign };
      return problem('fullwidth-punctuation', 'comma', args, { ...place, suggestion: parts.join(', ') });
    }
  }
  const tight = /^([^:]+):([^ \t].*)$/.exec(key.text);
  if (tight !== null && keyShape(name, tight[1] ?? '') !== undefined) {
    const suggestion = `${tight[1]}: ${tight[2]?.trim()}`;
    return problem('yaml-syntax', 'colon-without-space', { key: tight[1] ?? '' }, { ...place, suggestion });
  }
  return undefined;
}

/** The same text with half-width colons behind known keys and half-width commas before them. */
function narrowed(name: RecordName, text: string): string {
  return text.split('，').reduce((whole, part, index) => {
    const [, word = '', colon = '', rest = ''] = /^\s*([^：\s]+)\s*(：?)\s*(.*)$/s.exec(part) ?? [];
    const isKey = keyShape(name, word) !== undefined;
    const narrow = isKey ? `${word}${colon === '' ? '' : ': '}${rest}` : part;
    if (index === 0) return narrow;
    return `${whole}${isKey ? ', ' : '，'}${narrow}`;
  }, '');
}
