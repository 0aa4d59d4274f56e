// Who reads the answers: the language they read and what their editor can show.
import type { Analysis } from '../analysis.ts';
import { wordingFor } from '../words/findings.ts';
import type { Locale, Wording } from '../words/words.ts';

/** The reader on the other side, as the editor announced it. */
export interface Reader {
  readonly locale: Locale;
  /** Completions may hold tab stops. */
  readonly snippets: boolean;
  /** What is said of a completion can stand in its row, whichever is chosen. */
  readonly labelDetails: boolean;
  /** Edits may name the version that they are for. */
  readonly versionedEdits: boolean;
  /** Findings may show second places. */
  readonly relatedInformation: boolean;
  /** Definitions may say what they were asked about. */
  readonly definitionLinks: boolean;
  /** At most so many folding ranges. */
  readonly foldingLimit: number;
  /** It has the preview's commands. */
  readonly opensPreview: boolean;
  /** Actions that can't be done may be shown, with the reason. */
  readonly disabledActions: boolean;
  /** Edits may create files. */
  readonly createsFiles: boolean;
  /** URI of the folder with the pages of the rules, where the editor has them. */
  readonly rulePages?: string;
}

/** How figures of this plan are put into words for the reader. */
export function wordingOf(analysis: Analysis, reader: Reader): Wording {
  return wordingFor(analysis.plan, reader.locale);
}
