// Half-typed flow text (`{ after: [a, b`): which brackets are open at its end, and what is being typed.

/** An open bracket. */
export interface OpenBracket {
  readonly kind: 'map' | 'list';
  /** Of a map: the key whose value is being typed. */
  readonly key: string | undefined;
}

export interface FlowScan {
  /** The outermost first. */
  readonly open: readonly OpenBracket[];
  /** Where the piece begins that is being typed: behind the last bracket, comma, colon and white space. */
  readonly tokenStart: number;
  /** The quote that is open in it. */
  readonly quote: '"' | "'" | undefined;
}

/** Scans from an opening bracket to the end of the text. Undefined where every bracket is closed again, or a comment is being typed. */
export function scanFlow(text: string): FlowScan | undefined {
  const open: { kind: 'map' | 'list'; key: string | undefined }[] = [];
  let tokenStart = 0;
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    const inner = open.at(-1);
    if ((char === '"' || char === "'") && text.slice(tokenStart, at).trim() === '') {
      const end = closingQuote(text, at, char);
      if (end < 0) return { open, tokenStart: skipSpace(text, tokenStart), quote: char };
      at = end;
    } else if (char === '#' && /\s/.test(text.charAt(at - 1))) {
      const end = text.indexOf('\n', at);
      if (end < 0) return undefined;
      at = end;
      tokenStart = end + 1;
    } else if (char === '{' || char === '[') {
      open.push({ kind: char === '{' ? 'map' : 'list', key: undefined });
      tokenStart = at + 1;
    } else if (char === '}' || char === ']') {
      open.pop();
      if (open.length === 0) return undefined;
      tokenStart = at + 1;
    } else if (char === ',') {
      if (inner) inner.key = undefined;
      tokenStart = at + 1;
    } else if (char === ':' && inner?.kind === 'map' && inner.key === undefined && endsKey(text, at)) {
      inner.key = unquoted(text.slice(tokenStart, at).trim());
      tokenStart = at + 1;
    }
    at += 1;
  }
  return open.length > 0 ? { open, tokenStart: skipSpace(text, tokenStart), quote: undefined } : undefined;
}

/** A key without its quotes. */
export function unquoted(key: string): string {
  return /^(["']).*\1$/s.test(key) ? key.slice(1, -1) : key;
}

function endsKey(text: string, colon: number): boolean {
  const next = text.charAt(colon + 1);
  return next === '' || /[\s,[\]{}]/.test(next) || /["']$/.test(text.slice(0, colon).trimEnd());
}

/** The index of the closing quote; -1 where it is missing. */
function closingQuote(text: string, start: number, quote: string): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (quote === '"' && text[at] === '\\') at += 1;
    else if (text[at] === quote && quote === "'" && text[at + 1] === quote) at += 1;
    else if (text[at] === quote) return at;
  }
  return -1;
}

function skipSpace(text: string, from: number): number {
  return from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0);
}
