// A text of which nothing is to be read: as long as it was, its line breaks where they were.

export function blanked(text: string): string {
  return text.replace(/[^\r\n]+/g, (run) => ' '.repeat(run.length));
}
