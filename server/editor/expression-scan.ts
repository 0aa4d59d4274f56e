// An expression up to the cursor, token by token: what is open there, and the word that is being typed.

export interface ExpressionScan {
  /** The word around the cursor; in a text all of that text. */
  readonly word: { readonly from: number; readonly to: number };
  /** The text that the cursor is in. */
  readonly open: { readonly quote: string; readonly isClosed: boolean } | undefined;
  /** What closes the brackets that are open before the cursor. */
  readonly closing: string;
  /** The value that the cursor's text is compared with by `==` or `!=` just before it. */
  readonly comparedWith: string | undefined;
  /** Whether a point stands before the word, and the word before that; empty where that is none. */
  readonly behindPoint: { readonly of: string } | undefined;
}

const token =
  /\/\/[^\r\n]*|r?(?:"""|''')[\s\S]*|(?<text>r?(?<quote>["'])(?:\\[\s\S]|(?!\k<quote>)[^\\\r\n])*(?<end>\k<quote>)?)|[\p{L}_][\p{L}\p{N}_]*|[\d.]*\d|[=!<>]=|&&|\|\||\s+|[\s\S]/guy;

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** `at`: of the cursor. */
export function scanExpression(text: string, at: number): ExpressionScan {
  const brackets: string[] = [];
  const before: string[] = [];
  let word = { from: at, to: at };
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
    if (/^[\p{L}_]/u.test(whole) && quote === undefined && index <= at && at <= end) {
      word = { from: index, to: end };
      break;
    }
    if (end > at) break;
    if (whole in closers) brackets.unshift(closers[whole] ?? '');
    else if (whole === brackets[0]) brackets.shift();
    if (!/^\s+$|^\/\//.test(whole)) before.push(whole);
  }
  const [beforeThat = '', last = ''] = before.slice(-2);
  return {
    word,
    open,
    closing: brackets.join(''),
    comparedWith: last === '==' || last === '!=' ? beforeThat : undefined,
    behindPoint: last === '.' ? { of: /^[\p{L}_]/u.test(beforeThat) ? beforeThat : '' } : undefined,
  };
}
