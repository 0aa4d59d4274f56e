// Texts for people in which some words are to be typed as they are.

/** A text whose parts in back-quotes are written as they are typed. */
export function withCode(text: string): readonly (string | HTMLElement)[] {
  return text.split('`').map((part, index) => {
    if (index % 2 === 0) return part;
    const code = document.createElement('code');
    code.textContent = part;
    return code;
  });
}
