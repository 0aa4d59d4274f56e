// What a refactoring makes of a text, for tests: applied, and analysed from scratch.
import type { Analysis } from '../../../server/analysis.ts';
import { applyEdits } from '../../../server/edits/apply-edits.ts';
import type { Proposal, RefactoringName } from '../../../server/edits/refactoring.ts';
import { refactorings } from '../../../server/edits/refactorings.ts';
import { analysed } from '../../rules/fixture.ts';

/** A text in which `⟦` and `⟧` mark the selection, or `⟦⟧` the cursor. */
export function selected(marked: string): { readonly text: string; readonly start: number; readonly end: number } {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  if (start < 0 || end < start) throw new Error('The selection is marked by ⟦ and ⟧');
  return { text: marked.replace(/[⟦⟧]/g, ''), start, end };
}

export function proposals(marked: string): readonly Proposal[] {
  const { text, start, end } = selected(marked);
  return refactorings(analysed(text), { start, end });
}

/** The text after the first refactoring of that name (or the one whose arguments hold `wanted`). */
export function refactored(marked: string, name: RefactoringName, wanted: object = {}): string {
  const all = proposals(marked);
  const found = all.find(
    (each) => each.name === name && Object.entries(wanted).every(([key, value]) => each.args[key] === value),
  );
  if (found === undefined) throw new Error(`${name} is none of: ${all.map((each) => each.name).join(', ')}`);
  if (found.refused !== undefined) throw new Error(`${name} is refused: ${JSON.stringify(found.refused)}`);
  return applyEdits(selected(marked).text, found.edits);
}

/** Why it is refused; undefined where it is offered. */
export function refusal(marked: string, name: RefactoringName): string | undefined {
  const found = proposals(marked).find((each) => each.name === name);
  if (found === undefined) throw new Error(`${name} is not proposed`);
  return found.refused?.reason;
}

/** Start and finish of every task that the author wrote, as dates of the clock, by id and place among those of the same id. */
export function dates({ plan, schedule }: Analysis): ReadonlyMap<string, string> {
  const seen = new Map<string, number>();
  return new Map(
    plan.tasks
      .filter(({ synthetic }) => synthetic === undefined)
      .map(({ id, index }) => {
        const place = seen.get(id) ?? 0;
        seen.set(id, place + 1);
        const [start, finish] = [schedule.start[index], schedule.finish[index]].map((minute = 0) =>
          new Date(minute * 60_000).toISOString().slice(0, 16),
        );
        return [`${id} ${place}`, `${start} ${finish}`];
      }),
  );
}
