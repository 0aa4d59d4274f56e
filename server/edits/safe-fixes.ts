// Which fixes nobody has to look at: the text can be read in one way only, and the fix writes just that.
import type { Finding, Fix } from '../rules/finding.ts';

/**
 * Messages whose first fix is safe. Not among them: guesses (did you mean), choices between two figures, whatever adds facts, takes something
 * out, or moves a date.
 */
const safe: ReadonlySet<string> = new Set([
  'flow-comma.list',
  'flow-comma.no-brackets',
  'flow-comma.number',
  'flow-comma.text',
  'fullwidth-punctuation.colon',
  'fullwidth-punctuation.comma',
  'shorthand-with-keys.keys',
  'invalid-duration.decimal-comma',
  'schema.synonym',
  'schema.wants-ids',
  'deprecated-key.renamed',
  'yaml-syntax.colon-in-text',
  'yaml-syntax.colon-without-space',
  'yaml-syntax.empty-item',
  'yaml-syntax.missing-comma',
  'yaml-syntax.missing-space-before-comment',
  'yaml-syntax.quote-in-text',
  'yaml-syntax.tab',
  'yaml-syntax.text-needs-quotes',
]);

/** Those after which something is read that was not: a key has its name in this language, entries have their ids. */
const unveiling: ReadonlySet<string> = new Set(['schema.synonym', 'schema.wants-ids', 'deprecated-key.renamed']);

/** The fix of a finding that is safe whatever comes to light by it. */
export function unveilingOf({ message, fixes }: Finding): Fix | undefined {
  return unveiling.has(message) ? fixes?.[0] : undefined;
}

/** The fix of a finding that `plan check --fix` and fixing on save carry out; undefined where somebody has to decide. */
export function safeFixOf({ message, fixes }: Finding): Fix | undefined {
  return safe.has(message) ? fixes?.[0] : undefined;
}
