// Refactorings as code actions: each one edit that can be previewed; where it can't be made, disabled with the reason.
import { type CodeAction, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import type { NewFile, Proposal, RefactoringName } from '../edits/refactoring.ts';
import { ofWholePlan, refactorings } from '../edits/refactorings.ts';
import type { Span } from '../text/tree.ts';
import { refactoringWords, refusalWords, shortTitles } from '../words/refactorings.ts';
import { say, type Wording } from '../words/words.ts';
import type { Reader } from './reader.ts';
import { workspaceEdit } from './workspace-edit.ts';

/** The kind of each, so that a key can be bound to it. */
const kinds: Readonly<Record<RefactoringName, string>> = {
  'extract-phase': `${CodeActionKind.RefactorExtract}.phase`,
  'extract-summary': `${CodeActionKind.RefactorExtract}.summary`,
  'inline-summary': `${CodeActionKind.RefactorInline}.summary`,
  'inline-phase': `${CodeActionKind.RefactorInline}.phase`,
  'to-duration': `${CodeActionKind.RefactorRewrite}.duration`,
  'to-effort': `${CodeActionKind.RefactorRewrite}.effort`,
  'to-estimate': `${CodeActionKind.RefactorRewrite}.estimate`,
  'sort-by-start': `${CodeActionKind.RefactorRewrite}.sort`,
  'buffer-behind': `${CodeActionKind.RefactorRewrite}.buffer`,
  'buffer-before': `${CodeActionKind.RefactorRewrite}.buffer`,
  'buffer-of-phase': `${CodeActionKind.RefactorRewrite}.buffer`,
  'split-task': `${CodeActionKind.RefactorRewrite}.split`,
  'capture-baseline': `${CodeActionKind.RefactorRewrite}.baseline`,
  'capture-baseline-file': `${CodeActionKind.RefactorRewrite}.baseline`,
  'lag-to-task': `${CodeActionKind.RefactorExtract}.lag`,
  'level-plan': `${CodeActionKind.RefactorRewrite}.level`,
};

/** The kinds that are announced. */
export const refactoringKinds: readonly string[] = [
  CodeActionKind.RefactorExtract,
  CodeActionKind.RefactorInline,
  CodeActionKind.RefactorRewrite,
];

/** In a plan of more tasks than this, what writes of all of them is worked out only where it is asked for by itself. */
const smallPlan = 2000;

/** Those of the kinds that are wanted. Where refactorings are asked for, those that can't be made are given too, disabled. */
export function refactoringActions(
  analysis: Analysis,
  span: Span,
  only: readonly string[] | undefined,
  wants: (kind: string) => boolean,
  reader: Reader,
  wording: Wording,
): CodeAction[] {
  if (!Object.values(kinds).some(wants)) return [];
  const explains = only?.some((kind) => kind.startsWith(CodeActionKind.Refactor)) === true;
  const isSmall = analysis.plan.tasks.length <= smallPlan;
  const isWanted = (name: RefactoringName) =>
    wants(kinds[name]) && (isSmall || !ofWholePlan.has(name) || only?.includes(kinds[name]) === true);
  return refactorings(analysis, span, isWanted).flatMap((proposal): CodeAction[] => {
    const action = { title: titleOf(proposal, wording), kind: kinds[proposal.name] };
    const { refused, edits, file } = proposal;
    if (refused !== undefined) {
      if (!explains || !reader.disabledActions) return [];
      return [{ ...action, disabled: { reason: say(refusalWords[refused.reason], refused.args ?? {}, wording) } }];
    }
    if (file === undefined) return [{ ...action, edit: workspaceEdit(analysis, edits, reader) }];
    const edit = reader.createsFiles ? withFile(workspaceEdit(analysis, edits, reader), file, analysis) : undefined;
    return edit === undefined ? [] : [{ ...action, edit }];
  });
}

const short: Readonly<Partial<Record<RefactoringName, (typeof shortTitles)[keyof typeof shortTitles]>>> = shortTitles;

function titleOf({ name, args, refused }: Proposal, wording: Wording): string {
  const phrase = refused === undefined ? undefined : short[name];
  return say(phrase ?? refactoringWords[name], args, wording);
}

/** The same edit, with a new file beside the plan that it names. */
function withFile(edit: WorkspaceEdit, { path, text }: NewFile, { snapshot }: Analysis): WorkspaceEdit | undefined {
  if (edit.documentChanges === undefined) return undefined;
  const uri = snapshot.uri.replace(/[^/]*$/, () => path);
  const at = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: 'create', uri, options: { ignoreIfExists: false, overwrite: false } },
      { textDocument: { uri, version: null }, edits: [{ range: { start: at, end: at }, newText: text }] },
      ...edit.documentChanges,
    ],
  };
}
