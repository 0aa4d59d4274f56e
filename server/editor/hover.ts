// Hover: what stands under the cursor, in words.
import type { Hover } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import type { Definition } from '../plan/plan.ts';
import { parseDate } from '../plan/scalars/date.ts';
import type { Span } from '../text/tree.ts';
import { editorWords } from '../words/editor.ts';
import { taskName } from '../words/task-names.ts';
import { say, type Wording } from '../words/words.ts';
import { anchorHover } from './anchor-hover.ts';
import { checkHover } from './check-hover.ts';
import { dateHover } from './date-hover.ts';
import { definitionHover } from './definition-hover.ts';
import { elsewhereAt, type TaskElsewhere } from './elsewhere.ts';
import { figureHover } from './figure-hover.ts';
import { identifierAt } from './identifier.ts';
import { ignorePlace } from './ignore-place.ts';
import { enumDocumentation, keyDocumentation, recordKeyAt } from './key-reference.ts';
import { linkHover } from './link-hover.ts';
import { lines, plain } from './markdown.ts';
import { rangeOf } from './place.ts';
import { type Reader, wordingOf } from './reader.ts';
import { ruleHover } from './rule-hover.ts';
import { type ScalarAt, scalarAt } from './scalar-at.ts';
import { scalarOf, segmentsOf, shapeAt } from './shape.ts';
import { tagHover } from './tag-hover.ts';
import { taskHover } from './task-hover.ts';
import { fileName } from './workspace-edit.ts';

interface Said {
  readonly span: Span;
  /** Markdown. */
  readonly text: string;
}

/** What can be said about an offset; null where that is nothing. */
export function hover(analysis: Analysis, offset: number, reader: Reader): Hover | null {
  const at = scalarAt(analysis.tree, offset);
  const wording = wordingOf(analysis, reader);
  const said =
    aboutIgnored(analysis, offset, wording) ??
    anchorHover(analysis.tree, offset, wording) ??
    (at &&
      (aboutId(analysis, offset, at, wording) ??
        aboutDate(analysis, offset, at, wording) ??
        tagHover(analysis, at, wording) ??
        checkHover(at, offset, wording.locale) ??
        aboutFigure(analysis, at, wording) ??
        aboutWord(at, wording)));
  return said ? { contents: { kind: 'markdown', value: said.text }, range: rangeOf(analysis.tree, said.span) } : null;
}

/** A rule that a comment silences. */
function aboutIgnored({ tree }: Analysis, offset: number, { locale }: Wording): Said | undefined {
  const span = ignorePlace(tree, offset)?.word;
  const text = span && ruleHover([{ key: 'rules' }, { key: tree.text(span) }], { text: '', onKey: true }, locale);
  return span && text !== undefined ? { span, text } : undefined;
}

/** An id, where it is defined or used; a link with what it means. */
function aboutId(analysis: Analysis, offset: number, at: ScalarAt, wording: Wording): Said | undefined {
  const { plan } = analysis;
  const link = at.onKey ? undefined : plan.links.find(({ node }) => node === at.scalar);
  const linked = link ? linkHover(analysis, link, wording) : '';
  const id = identifierAt(analysis, offset);
  const other = id ? undefined : elsewhereAt(analysis, offset);
  const described = id?.definition
    ? describe(analysis, id.definition, wording)
    : other
      ? aboutElsewhere(other, wording)
      : '';
  const text = [linked, described].filter((part) => part !== '').join('\n\n---\n\n');
  return text === '' ? undefined : { span: id?.span ?? other?.span ?? at.span, text };
}

function aboutElsewhere({ task, uri, dates }: TaskElsewhere, wording: Wording): string {
  const kind = say(editorWords['task-of-plan'], { file: fileName(uri) }, wording);
  return lines(`**${plain(taskName(task, wording))}** · ${plain(kind)}`, dates);
}

/** Markdown: a task with its dates, or what else has an id. */
export function describe(analysis: Analysis, definition: Definition, wording: Wording): string {
  const task = definition.task === undefined ? undefined : analysis.plan.tasks[definition.task];
  return task ? taskHover(analysis, task, wording) : definitionHover(analysis, definition, wording);
}

/** A date, or the end of a range that the cursor is nearer to. */
function aboutDate(analysis: Analysis, offset: number, at: ScalarAt, wording: Wording): Said | undefined {
  const segments = segmentsOf(at.path);
  const shape = at.onKey ? shapeAt(segments.slice(0, -1)) : shapeAt(segments);
  const format = at.onKey ? (shape?.kind === 'map' ? shape.key : undefined) : shape && scalarOf(shape)?.format;
  if (format !== 'date' && format !== 'range') return undefined;
  const written = at.span.start + Math.max(0, at.scalar.source.indexOf(at.scalar.text));
  for (const match of at.scalar.text.matchAll(/[^.\s](?:(?!\.\.).)*/g)) {
    const span = { start: written + match.index, end: written + match.index + match[0].trimEnd().length };
    const date = offset <= span.end ? parseDate(match[0].trimEnd()) : undefined;
    if (date?.ok) return { span, text: dateHover(analysis, date.value.day, wording) };
  }
  return undefined;
}

function aboutFigure(analysis: Analysis, at: ScalarAt, wording: Wording): Said | undefined {
  const text = figureHover(analysis, at, wording);
  return text === '' ? undefined : { span: at.span, text };
}

/** A key of the language, or one of an enumeration's values. */
function aboutWord(at: ScalarAt, wording: Wording): Said | undefined {
  const segments = segmentsOf(at.path);
  const place = recordKeyAt(segments);
  const known = at.onKey
    ? place && place.key === at.scalar.text
      ? keyDocumentation(place.record, place.key, wording.locale)
      : undefined
    : enumDocumentation(segments, at.scalar.text, wording.locale);
  const text = known ?? ruleHover(segments, { text: at.scalar.text, onKey: at.onKey }, wording.locale);
  return text === undefined ? undefined : { span: at.span, text };
}
