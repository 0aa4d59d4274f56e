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
  return { text: chartMermaid(analysis, wording), losses: losses.all };
}
