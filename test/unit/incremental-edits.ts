// Random edits of plans, for tests and for the soak: after each, the analysis says what a fresh one says, and what is shown of it stands where that is.
import fc from 'fast-check';
import type { SemanticTokensEdit } from 'vscode-languageserver-types';
import { type Analysis, analyse, analyseInstantly, settle } from '../../server/analysis.ts';
import { ganttAnswer } from '../../server/charts/gantt-answer.ts';
import { diagnostics, findingWords } from '../../server/editor/diagnostics.ts';
import { documentSymbols, KnownSymbols } from '../../server/editor/document-symbols.ts';
import { KnownTokens, semanticTokens } from '../../server/editor/semantic-tokens.ts';
import { rowEdits, rowOf, type TokenBlock } from '../../server/editor/token-row.ts';
import { openTree } from '../../server/text/open-tree.ts';
import { wordingFor } from '../../server/words/findings.ts';
import { english } from './editor/analysed.ts';
import { planChange, somePlan } from './incremental-plans.ts';
import { everythingOf, findingsOf, snapshotOf } from './incremental-shape.ts';
import { changeTo } from './sound-edits.ts';
import { chanceOf, type EditProperty, editCount, Sequence } from './text/edit-sequences.ts';

/** That analyses of edited plans equal fresh ones, however often the slower rules had no time. */
export const analysisProperty: EditProperty = (onEdit) =>
  fc.property(fc.gen(), (gen) => {
    const chance = chanceOf(gen);
    Sequence.of(somePlan(chance), (sequence) => {
      let readable = sequence.text;
      let analysis = analyse(snapshotOf(openTree(sequence.text)));
      let words = findingWords(analysis, english);
      const known = new KnownTokens();
      const symbols = new KnownSymbols();
      let blocks = tokensOf(analysis, known);
      for (let left = editCount(chance); left > 0; left--) {
        const isBroken = analysis.tree.syntax.length > 0;
        if (!isBroken) readable = sequence.text;
        // Who has broken something mends it, most of the time.
        const isMended = isBroken && chance.below(2) === 0;
        const change = isMended ? changeTo(sequence.text, readable) : planChange(sequence.text, chance);
        sequence.add([change]);
        analysis = last(analyseInstantly(snapshotOf(analysis.tree.edit([change])), analysis));
        onEdit();
        const fresh = last(analyseInstantly(snapshotOf(openTree(sequence.text))));
        sequence.expectSame(findingsOf(analysis, analysis.checked.findings), findingsOf(fresh, fresh.checked.findings));
        words = findingWords(analysis, english, words);
        sequence.expectSame(diagnostics(analysis, english, words), diagnostics(analysis, english));
        if (chance.below(2) === 0) {
          const before = blocks;
          blocks = tokensOf(analysis, known);
          const row = rowOf(tokensOf(fresh, new KnownTokens()));
          sequence.expectSame(rowOf(blocks), row);
          sequence.expectSame(edited(rowOf(before), rowEdits(before, blocks)), row);
          const outline = last(documentSymbols(fresh, new KnownSymbols()));
          sequence.expectSame(last(documentSymbols(analysis, symbols)), outline);
        }
        if (chance.below(3) === 0) continue;
        analysis = last(settle(analysis));
        const settled = last(settle(fresh));
        sequence.expectSame(everythingOf(analysis), everythingOf(settled));
        sequence.expectSame(chartOf(analysis), chartOf(settled));
      }
    });
  });

/** The chart and what can be chosen of it, for somebody who has nothing of it yet. */
function chartOf(analysis: Analysis): unknown {
  return ganttAnswer(analysis, { count: 500, overview: 10, changes: true }, wordingFor(analysis.plan, 'en'));
}

function tokensOf(analysis: Analysis, known: KnownTokens): readonly TokenBlock[] {
  return last(semanticTokens(analysis, known));
}

function edited(row: readonly number[], edits: readonly SemanticTokensEdit[]): readonly number[] {
  const [edit] = edits;
  if (edit === undefined) return row;
  return [...row.slice(0, edit.start), ...(edit.data ?? []), ...row.slice(edit.start + edit.deleteCount)];
}

function last<T>(steps: Generator<undefined, T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
