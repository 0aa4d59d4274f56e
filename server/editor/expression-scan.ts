// An expression up to the cursor, token by token: what is open there, the word or sign that is being typed, and the names that hold there.

export interface ExpressionScan {
  /** The word around the cursor; in a text all of that text. */
  readonly word: { readonly from: number; readonly to: number };
  /** The sign, or the beginning of one, that the cursor stands in or behind. */
  readonly sign: { readonly from: number; readonly to: number } | undefined;
  /** The text that the cursor is in. */
  readonly open: { readonly quote: string; readonly isClosed: boolean } | undefined;
  /** What closes the brackets that are open before the cursor. */
  readonly closing: string;
  /** The value that the cursor's text is compared with by `==` or `!=` just before it. */
  readonly comparedWith: string | undefined;
  /** Whether a point stands before the word, and the word before that; empty where that is none. */
  readonly behindPoint: { readonly of: string } | undefined;
  /** Whether what stands before the word or sign is a comparison already. */
  readonly isCompared: boolean;
  /** Names that `exists` and its like give to the items of a list, the innermost first; `of` is empty where the list has no name. */
  readonly items: readonly { readonly name: string; readonly of: string }[];
  /** Whether such a name is what stands here. */
  readonly namesItem: boolean;
}

const token =
  /\/\/[^\r\n]*|r?(?:"""|''')[\s\S]*|(?<text>r?(?<quote>["'])(?:\\[\s\S]|(?!\k<quote>)[^\\\r\n])*(?<end>\k<quote>)?)|[\p{L}_][\p{L}\p{N}_]*|[\d.]*\d|[=!<>]=|&&|\|\||\s+|[\s\S]/guy;

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const isName = /^[\p{L}_]/u;
const isSign = /^(?:[=!<>]=?|&&?|\|\|?)$/;
const relations: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=', 'in']);
const joints: ReadonlySet<string> = new Set(['&&', '||', '?', ':', ',']);

/** Functions that look at each item of a list, and give it a name. */
export const itemFunctions: ReadonlySet<string> = new Set(['exists', 'all', 'exists_one']);

/** `at`: of the cursor. */
export function scanExpression(text: string, at: number): ExpressionScan {
  /** Brackets that are open, the innermost first: where they stand in `before`. */
  const brackets: number[] = [];
  const before: string[] = [];
  let word = { from: at, to: at };
  let sign: ExpressionScan['sign'];
  let open: ExpressionScan['open'];
  for (const match of text.matchAll(token)) {
    const [whole] = match;
    const { index } = match;
    const end = index + whole.length;
    const { quote, end: closed } = match.groups ?? {};
    if (quote !== undefined) {
      const from = index + (whole.startsWith('r') ? 2 : 1);
      if (at >= from && (closed === undefined ? at <= end : at < end)) {
        open = { quote, isClosed: closed !== undefined };
        // Of a text that nobody has closed, only what is typed is known to be meant.
        const to = closed === undefined ? at + (/^[^\s"'&|,)\]]*/.exec(text.slice(at, end))?.[0].length ?? 0) : end - 1;
        word = { from, to };
        break;
      }
    }
    if (isName.test(whole) && quote === undefined && index <= at && at <= end) {
      word = { from: index, to: end };
      break;
    }
    if (index < at && at <= end && isSign.test(whole)) sign = { from: index, to: end };
    if (end > at) break;
    if (Object.hasOwn(closers, whole)) brackets.unshift(before.length);
    else if (whole === closers[before[brackets[0] ?? -1] ?? '']) before.length = brackets.shift() ?? 0;
    if (!/^\s+$|^\/\//.test(whole)) before.push(whole);
  }
  const given = sign && sign.to <= at ? before.slice(0, -1) : before;
  const [beforeThat = '', last = ''] = before.slice(-2);
  return {
    word,
    sign,
    open,
    closing: brackets.map((index) => closers[before[index] ?? ''] ?? '').join(''),
    comparedWith: last === '==' || last === '!=' ? beforeThat : undefined,
    behindPoint: last === '.' ? { of: isName.test(beforeThat) ? beforeThat : '' } : undefined,
    isCompared: isCompared(given.slice((brackets[0] ?? -1) + 1)),
    items: brackets.flatMap((index) => itemOf(before, index)),
    namesItem: givesItem(before, brackets[0]) && before.length === (brackets[0] ?? 0) + 1,
  };
}

/** Whether the last part of what is joined by `&&`, `||` and commas is a comparison. */
function isCompared(tokens: readonly string[]): boolean {
  const from = tokens.findLastIndex((each) => joints.has(each)) + 1;
  return tokens.slice(from).some((each) => relations.has(each));
}

function givesItem(tokens: readonly string[], bracket: number | undefined): boolean {
  return bracket !== undefined && tokens[bracket - 2] === '.' && itemFunctions.has(tokens[bracket - 1] ?? '');
}

/** The name behind a bracket that stands for an item. */
function itemOf(tokens: readonly string[], bracket: number): ExpressionScan['items'] {
  const [name = '', comma] = tokens.slice(bracket + 1, bracket + 3);
  if (!givesItem(tokens, bracket) || comma !== ',' || !isName.test(name)) return [];
  const of = tokens[bracket - 3] ?? '';
  return [{ name, of: isName.test(of) ? of : '' }];
}
