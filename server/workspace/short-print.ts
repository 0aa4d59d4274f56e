// A short print of a text: equal texts have equal prints, others hardly ever.

/** FNV-1a, 2 × 32 bits, and the length. */
export function shortPrint(text: string): string {
  let [one, other] = [0x811c9dc5, 0x01000193];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x85ebca6b);
  }
  return `${text.length}.${(one >>> 0).toString(36)}${(other >>> 0).toString(36)}`;
}
