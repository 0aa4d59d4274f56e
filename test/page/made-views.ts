// Views of plans, for tests and pictures of what is drawn from them: as the server answers, shown as the panel does.
import { type Analysis, simulationOf } from '../../server/analysis.ts';
import type { OtherView } from '../../server/charts/view.ts';
import { type ViewAnswer, type ViewQuestion, viewAnswer, viewOf } from '../../server/charts/views.ts';
import type { Simulation } from '../../server/schedule/simulation.ts';
import { wordingFor } from '../../server/words/findings.ts';
import type { Locale } from '../../server/words/words.ts';
import { analysed } from '../unit/editor/analysed.ts';
import type { OpenedPage } from './open-page.ts';

/** What the server answers about a view of a text. */
export function answerOf(
  text: string | Analysis,
  view: OtherView,
  locale: Locale = 'en',
  more: Partial<ViewQuestion> = {},
): ViewAnswer {
  const analysis = typeof text === 'string' ? analysed(text) : text;
  const question = { view, ...more };
  const simulation = view === 'finish' ? simulated(analysis) : undefined;
  return viewAnswer(analysis, viewOf(analysis, question, wordingFor(analysis.plan, locale), simulation), undefined);
}

function simulated(analysis: Analysis): Simulation {
  const steps = simulationOf(analysis, { runs: 500 });
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** Shows it, and waits until it is drawn. */
export async function showView(
  { page, tell }: OpenedPage,
  answer: ViewAnswer,
  locale: Locale = 'en',
  version = 1,
): Promise<void> {
  const view = answer.view?.name ?? 'network';
  await tell({ type: 'about', locale, uri: answer.uri, locked: false, view });
  await tell({ type: 'view', answer: { ...answer, version } });
  await page.waitForFunction(
    (wanted) => document.querySelector('.page')?.getAttribute('data-view-version') === wanted,
    String(version),
  );
}
