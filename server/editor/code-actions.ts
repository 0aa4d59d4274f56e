// Quick fixes: what would mend the findings at a place, and a comment that silences them there.
import { type CodeAction, type CodeActionContext, CodeActionKind } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import { fixEdits } from '../edits/fixes.ts';
import { silenceEdits } from '../edits/silence.ts';
import { standardFormEdit } from '../edits/standard-form.ts';
import { spanOf } from '../rules/check.ts';
import type { Finding } from '../rules/finding.ts';
import { ruleById } from '../rules/registry.ts';
import type { Range, Span } from '../text/tree.ts';
import { editorWords } from '../words/editor.ts';
import { fixTitle } from '../words/findings.ts';
import { say, type Wording } from '../words/words.ts';
import { diagnostic } from './diagnostics.ts';
import { offsetOf } from './place.ts';
import { type Reader, wordingOf } from './reader.ts';
import { workspaceEdit } from './workspace-edit.ts';

/** Fixes first, the first fix of a finding preferred; standard forms; silencing last. */
export function codeActions(
  analysis: Analysis,
  range: Range,
  context: Partial<CodeActionContext> | undefined,
  reader: Reader,
): CodeAction[] {
  if (!wantsQuickFixes(context?.only)) return [];
  const start = offsetOf(analysis.tree, range.start);
  const end = offsetOf(analysis.tree, range.end);
  const wording = wordingOf(analysis, reader);
  const here = analysis.findings.filter((finding) => {
    const span = spanOf(finding.place, analysis);
    return span.start <= end && start <= span.end;
  });
  return [
    ...here.flatMap((finding) => fixes(analysis, finding, reader, wording)),
    ...standardForms(analysis, { start, end }, reader, wording),
    ...silence(analysis, here, reader, wording),
  ];
}

function fixes(analysis: Analysis, finding: Finding, reader: Reader, wording: Wording): CodeAction[] {
  return (finding.fixes ?? []).flatMap((fix, index): CodeAction[] => {
    const edits = fixEdits(fix, analysis);
    if (edits.length === 0) return [];
    return [
      {
        title: fixTitle(fix, finding, wording),
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic(analysis, finding, reader, wording)],
        isPreferred: index === 0,
        edit: workspaceEdit(analysis, edits, reader),
      },
    ];
  });
}

/** One action for all findings that one comment silences. Text that can't be read is to be mended, not silenced. */
/** What is understood but written in another way has no finding; the standard form is there for who wants it. */
function standardForms(analysis: Analysis, { start, end }: Span, reader: Reader, wording: Wording): CodeAction[] {
  const here = analysis.plan.informal.filter(({ node }) => {
    const span = analysis.tree.spanOf(node);
    return span.start <= end && start <= span.end;
  });
  return here.map((informal) => ({
    title: say(editorWords['standard-form'], { text: informal.standard }, wording),
    kind: CodeActionKind.QuickFix,
    edit: workspaceEdit(analysis, [standardFormEdit(informal, analysis)], reader),
  }));
}

function silence(analysis: Analysis, findings: readonly Finding[], reader: Reader, wording: Wording): CodeAction[] {
  const actions = new Map<string, CodeAction>();
  for (const finding of findings) {
    const edits = isUnreadable(finding) ? [] : silenceEdits(finding, analysis);
    const [first] = edits;
    if (!first) continue;
    const place = `${finding.rule} ${first.span.start}`;
    const same = actions.get(place);
    actions.set(place, {
      title: say(editorWords.silence, { rule: finding.rule }, wording),
      kind: CodeActionKind.QuickFix,
      diagnostics: [...(same?.diagnostics ?? []), diagnostic(analysis, finding, reader, wording)],
      edit: workspaceEdit(analysis, edits, reader),
    });
  }
  return [...actions.values()];
}

function isUnreadable({ rule, severity }: Finding): boolean {
  return severity === 'error' && ruleById.get(rule)?.family === 'document';
}

function wantsQuickFixes(only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix);
}
