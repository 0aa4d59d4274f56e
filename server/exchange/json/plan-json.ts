// A plan as JSON: the keys and values of the plan language, for programs that would rather not read YAML. Both ways without loss, but for comments.
import type { Analysis } from '../../analysis.ts';
import type { Node } from '../../text/node.ts';
import type { Tree } from '../../text/tree.ts';
import type { Wording } from '../../words/words.ts';
import type { Refusal, Written } from '../reading.ts';
import { YamlMap, type YamlValue, yamlText } from '../yaml-text.ts';

/** Before each key while it is an object's: whole numbers would come first, whatever the order of the text. */
const mark = '=';
const strings = /"([^"\\]*(?:\\.[^"\\]*)*)"(\s*:)?/g;

function marked(json: string): string {
  return json.replace(strings, (text, inside, colon) => (colon === undefined ? text : `"${mark}${inside}"${colon}`));
}

function unmarked(json: string): string {
  return json.replace(strings, (text, inside, colon) =>
    colon === undefined ? text : `"${inside.slice(mark.length)}"${colon}`,
  );
}

type Json = string | number | boolean | Json[] | { [key: string]: Json };

/** Deeper than any plan. */
const deepest = 200;
/** More values than any plan has, aliases written out. */
const mostValues = 2_000_000;

export function writeJson({ tree }: Analysis, _wording: Wording): Written {
  const writer = new JsonWriter(tree);
  const value = tree.root === undefined ? {} : writer.value(tree.root, 0);
  return { text: `${unmarked(JSON.stringify(value, null, 2))}\n`, losses: [] };
}

class JsonWriter {
  readonly #tree: Tree;
  #values = 0;

  constructor(tree: Tree) {
    this.#tree = tree;
  }

  value(written: Node, depth: number): Json {
    const node = this.#tree.resolve(written);
    this.#values += 1;
    if (node === undefined || depth > deepest || this.#values > mostValues) return '';
    if (node.kind === 'scalar') return node.style === 'plain' ? typed(node.text) : node.text;
    if (node.kind === 'list') return node.items.map((item) => this.value(item, depth + 1));
    const pairs = this.#tree
      .pairsOf(node)
      .map(({ key, value }) => [mark + key.text, this.value(value, depth + 1)] as const);
    return Object.fromEntries(pairs);
  }
}

/** Numbers and yes-or-no as JSON has them, where that is the same text again. */
function typed(text: string): Json {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?(?:0|[1-9]\d{0,14})(?:\.\d*[1-9])?$/.test(text) && String(Number(text)) === text ? Number(text) : text;
}

/** The text of the plan, or why there is none. */
export function readJson(text: string): { readonly text: string } | Refusal {
  if (text.trim() === '') return { refusal: 'empty' };
  let value: unknown;
  try {
    value = JSON.parse(marked(text.replace(/^\uFEFF/, '')));
  } catch {
    return { refusal: 'not-json' };
  }
  if (!isObject(value)) return { refusal: 'not-json' };
  if (!Object.hasOwn(value, `${mark}tasks`) && !Object.hasOwn(value, `${mark}phases`)) return { refusal: 'no-work' };
  const map = yamlOf(value, 0, true);
  return map instanceof YamlMap ? { text: yamlText(map) } : { refusal: 'not-json' };
}

/** Sections and what holds work are laid out line by line. */
const open: ReadonlySet<string> = new Set([
  'tasks',
  'phases',
  'team',
  'calendars',
  'resources',
  'risks',
  'goals',
  'kpis',
  'baselines',
]);

function yamlOf(value: unknown, depth: number, isOpen: boolean): YamlValue | undefined {
  if (depth > deepest || value === null || value === undefined) return undefined;
  if (Array.isArray(value))
    return value.map((item) => yamlOf(item, depth + 1, false)).filter((item) => item !== undefined);
  if (!isObject(value)) return String(value);
  const pairs = Object.entries(value).map(([written, inner]) => {
    const key = written.slice(mark.length);
    return [key, yamlOf(inner, depth + 1, open.has(key))] as const;
  });
  return new YamlMap(pairs, isOpen || pairs.some(([key]) => key === 'tasks'));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
