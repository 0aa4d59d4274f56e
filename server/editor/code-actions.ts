// Code actions: what would mend the findings at a place, there or everywhere; what silences them, or sets how loud they are.
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  CodeActionTriggerKind,
} from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import { mostFixes, sameFixes } from '../edits/fix-all.ts';
import { fixEdits } from '../edits/fixes.ts';
import { mendText } from '../edits/mend-text.ts';
import { reliefs } from '../edits/relieve.ts';
import { severityEdits } from '../edits/set-severity.ts';
import { silenceEdits } from '../edits/silence.ts';
import { sortKeyEdits } from '../edits/sort-keys.ts';
import { standardFormEdit } from '../edits/standard-form.ts';
import { spanOf } from '../rules/check.ts';
import type { Finding, Fix } from '../rules/finding.ts';
import { ruleById } from '../rules/registry.ts';
import type { Range, Span } from '../text/tree.ts';
import { editorWords } from '../words/editor.ts';
import { fixTitle } from '../words/findings.ts';
import { say, type Wording } from '../words/words.ts';
import { diagnostic, mostFindings, worstOf } from './diagnostics.ts';
import { offsetOf } from './place.ts';
import { type Reader, wordingOf } from './reader.ts';
import { refactoringActions, refactoringKinds } from './refactorings.ts';
import { workspaceEdit } from './workspace-edit.ts';

/** All that nobody has to look at, in the whole text: for fixing on save. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.planAsCode`;

/** Keys in the order of the reference, in the whole text. */
export const sortKeysKind = `${CodeActionKind.Source}.sortKeys`;

/** The kinds of actions that there are. */
export const codeActionKinds: readonly string[] = [
  CodeActionKind.QuickFix,
  ...refactoringKinds,
  fixAllKind,
  sortKeysKind,
];

/** Trying what would relieve an overload takes a while: of a plan that has more of them, all are levelled together. */
const mostRelieved = 5;

/** What an action is made from. */
interface Asked {
  readonly analysis: Analysis;
  readonly reader: Reader;
  readonly wording: Wording;
}

/** The same, about findings. */
interface AskedAbout extends Asked {
  /** Those that touch the range. */
  readonly here: readonly Finding[];
  /** The worst of them, as many as are shown. */
  readonly worst: readonly Finding[];
}

/** Fixes first, the first fix of a finding preferred if it takes nothing out; standard forms; everywhere; silencing and severities last. Fixing all only where it is asked for. */
export function codeActions(
  analysis: Analysis,
  range: Range,
  context: Partial<CodeActionContext> | undefined,
  reader: Reader,
): CodeAction[] {
  const wording = wordingOf(analysis, reader);
  const asked: Asked = { analysis, reader, wording };
  const actions: CodeAction[] = [];
  if (wants(context?.only, CodeActionKind.QuickFix, true)) {
    const span = { start: offsetOf(analysis.tree, range.start), end: offsetOf(analysis.tree, range.end) };
    const here = analysis.findings.filter((finding) => touch(spanOf(finding.place, analysis), span));
    const isAutomatic = context?.triggerKind === CodeActionTriggerKind.Automatic;
    const worst = worstOf(here);
    const overloads = worst.filter(({ rule }) => rule === 'overallocated').slice(0, mostRelieved);
    const about: AskedAbout = { ...asked, here, worst };
    actions.push(
      ...worst.flatMap((finding) => fixes(asked, finding)),
      ...overloads.flatMap((finding) => relief(asked, finding, isAutomatic ? 'unasked' : 'asked')),
      ...standardForms(asked, span),
      ...everywhere(about),
      ...silence(about),
      ...severities(about),
    );
  }
  // Each is tried before it is offered: not while a cursor merely moves.
  if (context?.triggerKind !== CodeActionTriggerKind.Automatic) {
    const span = { start: offsetOf(analysis.tree, range.start), end: offsetOf(analysis.tree, range.end) };
    const isWanted = (kind: string) => wants(context?.only, kind, true);
    actions.push(...refactoringActions(analysis, span, context?.only, isWanted, reader, wording));
  }
  if (wants(context?.only, fixAllKind, false)) actions.push(...fixAll(asked));
  if (wants(context?.only, sortKeysKind, false)) actions.push(...sortKeys(asked));
  return actions;
}

function touch(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function fixes({ analysis, reader, wording }: Asked, finding: Finding): CodeAction[] {
  return (finding.fixes ?? []).flatMap((fix, index): CodeAction[] => {
    const edits = fixEdits(fix, analysis);
    if (edits.length === 0) return [];
    return [
      {
        title: fixTitle(fix, finding, wording),
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic(analysis, finding, reader, wording)],
        isPreferred: index === 0 && !takesOut.has(fix.kind),
        edit: workspaceEdit(analysis, edits, reader),
      },
    ];
  });
}

/** Fixes that take out what somebody wrote: nobody gets them unasked. */
const takesOut: ReadonlySet<Fix['kind']> = new Set<Fix['kind']>(['remove-key', 'remove-entry']);

/** What would end an overload, tried before it is offered. */
function relief({ analysis, reader, wording }: Asked, finding: Finding, why: 'asked' | 'unasked'): CodeAction[] {
  return reliefs(analysis, finding, why).map(({ kind, task, to, edits }) => ({
    title: say(editorWords[`relief-${kind}`], { task: task.name, to }, wording),
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic(analysis, finding, reader, wording)],
    edit: workspaceEdit(analysis, edits, reader),
  }));
}

/** What is understood but written in another way has no finding; the standard form is there for who wants it. */
function standardForms({ analysis, reader, wording }: Asked, range: Span): CodeAction[] {
  const here = analysis.plan.informal.filter(({ node }) => touch(analysis.tree.spanOf(node), range));
  return here.slice(0, mostFindings).map((informal) => ({
    title: say(editorWords['standard-form'], { text: informal.standard }, wording),
    kind: CodeActionKind.QuickFix,
    edit: workspaceEdit(analysis, [standardFormEdit(informal, analysis)], reader),
  }));
}

/** The same kind of fix for every finding of a rule, where there are several. */
function everywhere({ analysis, reader, wording, here }: AskedAbout): CodeAction[] {
  return onePerRule(here).flatMap((finding): CodeAction[] => {
    const fix = finding.fixes?.[0];
    const { edits, findings } = fix === undefined ? { edits: [], findings: [] } : sameFixes(analysis, finding, fix);
    if (findings.length < 2) return [];
    return [
      {
        title: say(editorWords['fix-same'], { rule: finding.rule, count: findings.length }, wording),
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic(analysis, finding, reader, wording)],
        edit: workspaceEdit(analysis, edits, reader),
      },
    ];
  });
}

/** One action for all findings that one comment silences. Text that can't be read is to be mended, not silenced. */
function silence({ analysis, reader, wording, worst }: AskedAbout): CodeAction[] {
  const actions = new Map<string, CodeAction>();
  for (const finding of worst) {
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

const severityNames = ['off', 'info', 'warning', 'error'] as const;

/** How loud the rule is in this plan: every other severity. */
function severities({ analysis, reader, wording, here }: AskedAbout): CodeAction[] {
  return onePerRule(here.filter((finding) => !isUnreadable(finding))).flatMap((finding) =>
    severityNames.flatMap((severity): CodeAction[] => {
      const edits = severity === finding.severity ? [] : severityEdits(analysis.tree, finding.rule, severity);
      if (edits.length === 0) return [];
      return [
        {
          title: say(editorWords[`severity-${severity}`], { rule: finding.rule }, wording),
          kind: CodeActionKind.QuickFix,
          diagnostics: [diagnostic(analysis, finding, reader, wording)],
          edit: workspaceEdit(analysis, edits, reader),
        },
      ];
    }),
  );
}

function fixAll({ analysis, reader, wording }: Asked): CodeAction[] {
  // Another round reads the whole plan again: behind a full one it waits until somebody asks anew.
  const { edits, findings } = mendText(analysis, mostFixes);
  if (edits.length === 0) return [];
  const own = new Set(analysis.findings);
  return [
    {
      title: say(editorWords['fix-all'], { count: findings.length }, wording),
      kind: fixAllKind,
      // What only came to light while others were mended stands nowhere yet.
      diagnostics: findings
        .filter((finding) => own.has(finding))
        .map((finding) => diagnostic(analysis, finding, reader, wording)),
      edit: workspaceEdit(analysis, edits, reader),
    },
  ];
}

function sortKeys({ analysis, reader, wording }: Asked): CodeAction[] {
  const edits = sortKeyEdits(analysis.tree);
  if (edits.length === 0) return [];
  const edit = workspaceEdit(analysis, edits, reader);
  return [{ title: say(editorWords['sort-keys'], {}, wording), kind: sortKeysKind, edit }];
}

function onePerRule(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.toReversed().map((finding) => [finding.rule, finding])).values()].reverse();
}

function isUnreadable({ rule, severity }: Finding): boolean {
  return severity === 'error' && ruleById.get(rule)?.family === 'document';
}

/** Whether a kind is asked for by itself or by one that holds it; `unasked`: whether it is given where nothing is asked for in particular. */
function wants(only: readonly string[] | undefined, kind: string, unasked: boolean): boolean {
  if (only === undefined) return unasked;
  return only.some((asked) => (asked === '' ? unasked : kind === asked || kind.startsWith(`${asked}.`)));
}
