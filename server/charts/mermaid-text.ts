// Names as Mermaid's Gantt shows them unchanged: whatever its grammar would take for its own is written as an entity.

/** Longer names push everything else off a drawn chart; the tables beside it hold them whole. */
const longest = 120;

/**
 * A name for a task, section or title line of Mermaid's Gantt: one line, well-formed, never empty, and no part of it read as syntax.
 * Mermaid turns `#58;` into a character when the picture is done, so entities are seen by readers as what they mean.
 */
export function mermaidText(name: string, fallback: string): string {
  const text = [name, fallback, '?'].map(oneLine).find((candidate) => candidate !== '') ?? '?';
  const clipped =
    [...text].length > longest
      ? `${[...text]
          .slice(0, longest - 1)
          .join('')
          .trimEnd()}…`
      : text;
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
