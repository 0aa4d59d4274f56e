// Gives a name another one wherever it stands, or says why that can't be.
import type { Range, WorkspaceEdit } from 'vscode-languageserver-types';
import type { BoundPlan } from '../plan/bound-plan.ts';
import { editorWords } from '../words/editor.ts';
import { plainWording, say } from '../words/words.ts';
import { identifierAt } from './identifier.ts';
import { keyDocumentation, recordKeyAt } from './key-reference.ts';
import { unknownAliasAt } from './name-of-anchor.ts';
import { nameAt, type Refused } from './names.ts';
import { rangeOf } from './place.ts';
import type { Reader } from './reader.ts';
import { scalarAt } from './scalar-at.ts';
import { segmentsOf } from './shape.ts';
import { editorUri, filesEdit } from './workspace-edit.ts';

/** Why a name can't be changed, in the reader's language. */
export interface Refusal {
  readonly refused: string;
}

/** What would be renamed, or why there is nothing. `plans`: the one with the cursor first. */
export function prepareRename(
  plans: readonly BoundPlan[],
  offset: number,
  reader: Pick<Reader, 'locale'>,
): { range: Range; placeholder: string } | Refusal {
  const [here] = plans;
  const found = nameAt(plans, offset);
  if (!here || !found) return refuse(nothingHere(here, offset, reader), reader);
  return { range: rangeOf(here.tree, found.span), placeholder: found.word };
}

/** The edit that gives the name under the cursor another one in all files, or why it can't have that. */
export function rename(
  plans: readonly BoundPlan[],
  offset: number,
  newName: string,
  reader: Pick<Reader, 'locale' | 'versionedEdits'>,
): WorkspaceEdit | Refusal {
  const [here] = plans;
  const files = nameAt(plans, offset)?.renamed(newName) ?? nothingHere(here, offset, reader);
  if ('why' in files) return refuse(files, reader);
  const versions = new Map(plans.map(({ path, version }) => [path, version]));
  return filesEdit(
    files.map((file) => ({ ...file, uri: editorUri(plans, file.path), version: versions.get(file.path) ?? null })),
    reader,
  );
}

function nothingHere(here: BoundPlan | undefined, offset: number, reader: Pick<Reader, 'locale'>): Refused {
  const id = here && identifierAt(here, offset);
  if (id) return { why: 'rename-undefined', args: { name: id.id } };
  const alias = here && unknownAliasAt(here, offset);
  if (alias !== undefined) return { why: 'rename-alias-undefined', args: { name: alias } };
  const at = here && scalarAt(here.tree, offset);
  const key = at?.onKey ? recordKeyAt(segmentsOf(at.path)) : undefined;
  const isKeyword = key !== undefined && keyDocumentation(key.record, key.key, reader.locale) !== undefined;
  return isKeyword ? { why: 'rename-keyword', args: { name: key.key } } : { why: 'rename-nothing', args: {} };
}

function refuse({ why, args }: Refused, { locale }: Pick<Reader, 'locale'>): Refusal {
  return { refused: say(editorWords[why], args, plainWording(locale)) };
}
