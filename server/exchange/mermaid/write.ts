// A plan as a Gantt chart of Mermaid: what the preview draws, with computed dates.
import type { Analysis } from '../../analysis.ts';
import { chartMermaid } from '../../charts/markdown.ts';
import type { Wording } from '../../words/words.ts';
import { Losses } from '../losses.ts';
import type { Written } from '../reading.ts';

/** Dates only: Mermaid has no links with lags, no people, no money. */
export function writeMermaid(analysis: Analysis, wording: Wording): Written {
  const losses = new Losses();
  losses.add('picture-only');
  const text = chartMermaid(analysis, wording);
  const bars = text.split('\n').filter((line) => / :/.test(line)).length;
  const work = analysis.plan.tasks.filter(({ end, index }) => end === index + 1).length;
  if (bars < work) losses.add('picture-folded', undefined, { tasks: work, bars });
  return { text, losses: losses.all };
}
