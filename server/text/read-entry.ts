// Reads an entry by its role: most go to the parser, lines that fit nowhere are only reported.
import type { Entry } from './entry.ts';
import { type LocalComment, localComment } from './local-comment.ts';
import { type ParsedEntry, parseEntry } from './parse-entry.ts';
import { PlacedScalar } from './placed-node.ts';
import { type LocalFinding, lineEnd, nonEmpty, shorten } from './yaml-errors.ts';

const nothing: ParsedEntry = {
  root: undefined,
  pairs: [],
  items: [],
  findings: [],
  comments: [],
  anchors: [],
  aliases: [],
  merges: [],
  broken: false,
};

/** What an entry's text says. Never throws. */
export function readEntry(entry: Entry): ParsedEntry {
  switch (entry.role) {
    case 'pair': {
      // Its pair goes into the map of a branch.
      const parsed = readYaml(entry);
      const { merges, root } = parsed;
      return merges[0] === root && root ? { ...parsed, merges: merges.slice(1) } : parsed;
    }
    case 'item':
    case 'whole':
      return readYaml(entry);
    case 'prologue': {
      const { findings, comments } = readYaml(entry);
      return { ...nothing, findings, comments };
    }
    case 'keyless':
      return readKeyless(entry);
    case 'stray':
      return { ...nothing, findings: [strayFinding(entry)], comments: commentsIn(entry.text) };
    case 'conflict':
      return { ...nothing, findings: [conflictFinding(entry.text)], comments: commentsIn(entry.text) };
    default:
      return { ...nothing, comments: commentsIn(entry.text) };
  }
}

function readYaml(entry: Entry): ParsedEntry {
  const { text } = entry;
  let parsed = parseEntry(text, entry);
  const more: LocalFinding[] = [];
  if (parsed.broken) {
    const tabs = [...text.matchAll(/^[ \t]*\t[ \t]*(?=[^\s])/gm)];
    const [first] = tabs;
    if (first) {
      // With blanks instead of tabs the text may well be what was meant.
      parsed = parseEntry(
        text,
        entry,
        text.replace(/^[ \t]+/gm, (blanks) => ' '.repeat(blanks.length)),
      );
      more.push({
        code: 'tab-indent',
        start: first.index,
        end: first.index + first[0].length,
        args: { lines: tabs.length },
      });
    }
  }
  const control = controlCharacter(text);
  if (control) more.push(control);
  if (more.length === 0) return parsed;
  return { ...parsed, findings: [...more, ...parsed.findings].sort((a, b) => a.start - b.start) };
}

/** A byte-order mark at the start of a line, where other readers take it for a part of the key; one that an entry begins with is told by who knows whether the text does. */
const innerMark = /(?<=[\r\n][ \t]*|^[ \t]+)\uFEFF/;

function controlCharacter(text: string): LocalFinding | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  let at = text.search(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/);
  if (at === -1) at = text.isWellFormed() ? -1 : text.search(/\p{Surrogate}/u);
  if (at === -1) at = text.search(innerMark);
  if (at === -1) return undefined;
  const code = `U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}`;
  return { code: 'control-character', start: at, end: at + 1, args: { code } };
}

/** A key that lacks its colon: it has children, so a key it must be. */
function readKeyless(entry: Entry): ParsedEntry {
  const finding = strayFinding(entry);
  const { text } = entry;
  const start = contentStart(text);
  const key = text.slice(start, contentEnd(text, start)).replace(/：.*$/s, '').trimEnd();
  const pair = {
    key: new PlacedScalar(entry, start, key, key, 'plain'),
    value: new PlacedScalar(entry, start + key.length, '', '', 'plain'),
  };
  return { ...nothing, pairs: [pair], findings: [finding], comments: commentsIn(text), broken: true };
}

/** What is wrong with a line that is neither a key nor an item. */
function strayFinding(entry: Entry): LocalFinding {
  const { text } = entry;
  const parsed = parseEntry(text, entry);
  const [error] = parsed.findings;
  if (error) return error;
  const start = contentStart(text);
  const end = contentEnd(text, start);
  const line = text.slice(start, end);
  const wide = line.indexOf('：');
  if (wide !== -1) {
    const args = { key: shorten(line.slice(0, wide)) };
    return { code: 'fullwidth-colon', start: start + wide, end: start + wide + 1, args };
  }
  const tight = /^[^\s:]+:(?!\/\/)/.exec(line);
  if (tight) {
    const at = start + tight[0].length;
    return { code: 'missing-space-after-colon', start: at - 1, end: at, args: { found: shorten(line) } };
  }
  const code = parsed.root?.kind === 'scalar' && parsed.root.style === 'plain' ? 'missing-colon' : 'unexpected-text';
  return { code, ...nonEmpty(text, start, end), args: { found: shorten(line) } };
}

function conflictFinding(text: string): LocalFinding {
  const start = contentStart(text);
  return {
    code: 'conflict-marker',
    start,
    end: contentEnd(text, start),
    args: { marker: text.slice(start, start + 7) },
  };
}

/** Where the first line that is neither blank nor a comment begins, behind its indentation. */
function contentStart(text: string): number {
  const match = /^[ \t\uFEFF]*(?=[^\s#])/m.exec(text);
  return match ? match.index + match[0].length : 0;
}

/** Where that line ends, blanks and a comment left out. */
function contentEnd(text: string, start: number): number {
  const line = text.slice(start, lineEnd(text, start));
  const comment = line.search(/[ \t]#/);
  return start + (comment === -1 ? line : line.slice(0, comment)).trimEnd().length;
}

/** The comments of lines that are not parsed. */
function commentsIn(text: string): readonly LocalComment[] {
  if (!text.includes('#')) return [];
  const comments: LocalComment[] = [];
  for (const line of text.matchAll(/[^\r\n]+/g)) {
    const at = line[0].search(/(?<=^|[ \t\uFEFF])#/);
    if (at === -1) continue;
    comments.push(localComment(text, line.index + at, line.index + line[0].length, comments.at(-1)));
  }
  return comments;
}
