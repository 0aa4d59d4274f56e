// Renames an id wherever the plan says it; refuses names that are none or that clash.
import type { Range, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import { renameEdits } from '../edits/rename.ts';
import type { ReferenceKind } from '../plan/plan.ts';
import { parseId } from '../plan/scalars/id.ts';
import type { MessageArguments } from '../rules/finding.ts';
import { editorWords } from '../words/editor.ts';
import { say } from '../words/words.ts';
import { identifierAt } from './identifier.ts';
import { rangeOf } from './place.ts';
import { type Reader, wordingOf } from './reader.ts';
import { workspaceEdit } from './workspace-edit.ts';

/** Why an id can't be renamed, in the reader's language. */
export interface Refusal {
  readonly refused: string;
}

/** What would be renamed; null where there is no id. */
export function prepareRename(analysis: Analysis, offset: number): { range: Range; placeholder: string } | null {
  const id = identifierAt(analysis, offset);
  return id?.definition && id.definition.file === undefined
    ? { range: rangeOf(analysis.tree, id.span), placeholder: id.definition.id }
    : null;
}

/** The edit that gives the id under the cursor another name, or why it can't have that. */
export function rename(analysis: Analysis, offset: number, newName: string, reader: Reader): WorkspaceEdit | Refusal {
  const refuse = (why: keyof typeof editorWords, args: MessageArguments): Refusal => ({
    refused: say(editorWords[why], args, wordingOf(analysis, reader)),
  });
  const definition = identifierAt(analysis, offset)?.definition;
  if (!definition) return refuse('rename-nothing', {});
  if (definition.file !== undefined)
    return refuse('rename-elsewhere', { name: definition.id, file: fileName(definition.file) });
  const read = parseId(newName);
  if (!read.ok) return refuse('rename-not-an-id', { name: newName });
  if (read.value !== definition.id && isTaken(analysis, definition.kind, read.value))
    return refuse('rename-taken', { name: newName });
  return workspaceEdit(analysis, renameEdits(analysis, definition, newName), reader);
}

/** Kinds that are told apart by nothing but their ids share one space of names. */
const together: readonly (readonly ReferenceKind[])[] = [['person', 'stakeholder', 'resource']];

function isTaken({ plan }: Analysis, kind: ReferenceKind, id: string): boolean {
  const kinds = together.find((space) => space.includes(kind)) ?? [kind];
  return plan.definitions.some((other) => kinds.includes(other.kind) && other.id === id);
}

function fileName(path: string): string {
  return decodeURIComponent(path.slice(path.lastIndexOf('/') + 1));
}
