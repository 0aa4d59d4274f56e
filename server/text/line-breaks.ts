// Line breaks: `\n`, `\r\n` or `\r`, as in LSP and in YAML.

/** Where each line of a text starts; the first at 0. */
export function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (const { index, 0: found } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + found.length);
  return starts;
}

/** How many line breaks a text has. */
export function lineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  for (let at = text.indexOf('\r'); at !== -1; at = text.indexOf('\r', at + 1)) if (text[at + 1] !== '\n') count++;
  return count;
}
