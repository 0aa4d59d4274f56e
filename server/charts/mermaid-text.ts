// Names as Mermaid shows them unchanged: whatever its grammars would take for their own is written as an entity.

/** Longer names push everything else off a drawn chart; the tables beside it hold them whole. */
const longest = 120;

/**
 * A name for a task, section or title line of Mermaid's Gantt: one line, well-formed, never empty, and no part of it read as syntax.
 * Mermaid turns `#58;` into a character when the picture is done, so entities are seen by readers as what they mean.
 */
export function mermaidText(name: string, fallback: string): string {
  const text = [name, fallback, '?'].map(oneLine).find((candidate) => candidate !== '') ?? '?';
  const clipped = clip(text, longest);
  const escaped = clipped
    .replace(special, entity)
    .replace(otherDiagram, (whole, digit: string) => whole.replace(digit, entity));
  return leading.test(escaped) ? entity(escaped.slice(0, 1)) + escaped.slice(1) : escaped;
}

/** A name on one line: breaks and runs of space are one space; what can't be seen or turns the direction of what follows is dropped; broken UTF-16 is replaced. */
export function oneLine(text: string): string {
  return text.toWellFormed().replace(/\s+/gu, ' ').replace(unseen, '').trim();
}

/** Control characters, marks that turn the direction, and zero-width characters at the ends (inside, they join emoji and letters). */
const unseen = /[\p{Cc}\p{Bidi_Control}\ufeff]|^[\s\u200b-\u200d\u2060]+|[\s\u200b-\u200d\u2060]+$/gu;

/** Ends a name, begins an entity, a comment or a directive, HTML, a Markdown fence; `ﬂ` and `¶` are what Mermaid keeps entities as while it works. */
const special = /[:#;%<>"`\\{}ﬂ¶]/gu;

/** Anywhere in the text these make Mermaid draw another kind of diagram. */
const otherDiagram = /C(4)(?=Context|Container|Component|Dynamic|Deployment)/gu;

/** A name that begins so is read as a statement; all digits, it would be sorted before the other sections; `__proto__` would lose its section. */
const leading =
  /^(?:(?:gantt|dateFormat|inclusiveEndDates|topAxis|axisFormat|tickInterval|includes|excludes|todayMarker|weekday|weekend|title|accTitle|accDescr|accDescription|section|click|call|href)(?![a-z])|\d{4}-\d\d-\d\d|\d+$|__)/iu;

function entity(character: string): string {
  return `#${character.codePointAt(0) ?? 0xfffd};`;
}

/**
 * A name inside the quotes, or on a line of its own, of any diagram of Mermaid: nothing but letters, digits and blanks stays as it is, so that no
 * grammar, no Markdown and no markup is left in it. Longer ones than `most` letters are clipped.
 */
export function labelText(name: string, fallback = '?', most = longest): string {
  const text = [name, fallback, '?'].map(oneLine).find((candidate) => candidate !== '') ?? '?';
  return clip(text, most)
    .replace(mark, entity)
    .replace(otherDiagram, (whole, digit: string) => whole.replace(digit, entity));
}

/** A text of at most so many letters. */
export function clip(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** All punctuation and all signs that a keyboard has, and what Mermaid keeps entities as; dates, numbers and words with hyphens stay as they are. */
const mark = /(?!(?<=[\p{L}\p{N}])-[\p{L}\p{N}]|(?<=\p{N})[.,]\p{N})[!-/:-@[-`{-~ﬂ¶]/gu;
