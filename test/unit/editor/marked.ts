// Test texts with a cursor: `‸` marks where it is.

/** The text without its mark, and the mark's offset. */
export function marked(text: string): { readonly text: string; readonly offset: number } {
  const offset = text.indexOf('‸');
  if (offset < 0) throw new Error('The text has no cursor mark ‸');
  return { text: text.slice(0, offset) + text.slice(offset + 1), offset };
}
