// Texts for a terminal: styled, and safe whoever wrote them.

const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, cyan: 36 } as const;
export type Style = keyof typeof codes;

/** Puts a text in a style, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

export const colour: Paint = (style, text) => `\u001b[${codes[style]}m${text}\u001b[0m`;
export const plain: Paint = (_style, text) => text;

/** A plan comes from a stranger: no control character of it reaches the terminal. Tabs become one blank, so that marks stand under their text. */
export function printable(text: string): string {
  return text.replaceAll('\t', ' ').replaceAll(/[\p{Cc}\p{Bidi_Control}]/gu, '\ufffd');
}
