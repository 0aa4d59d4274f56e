// A word without the differences between styles of writing: `dependsOn`, `depends_on` and `Depends-On` are one.

/** Lower case, NFC, without spaces, `_` and `-`. */
export function plainWord(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '');
}
