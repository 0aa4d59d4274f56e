// The tokens that a row of numbers says.

export interface Token {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly type: number;
  readonly modifiers: number;
}

export function tokensIn(row: readonly number[]): readonly Token[] {
  const tokens: Token[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < row.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = row.slice(at, at + 5);
    character = down > 0 ? right : character + right;
    line += down;
    tokens.push({ line, character, length, type, modifiers });
  }
  return tokens;
}
