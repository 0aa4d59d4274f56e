// Rules that a comment can silence: first those that found something where it speaks of, then all that are on.
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import { spanOf } from '../rules/check.ts';
import { silencedLine } from '../rules/ignore.ts';
import { ruleById } from '../rules/registry.ts';
import { ownCheckId } from '../rules/settings.ts';
import { settingsInForce } from '../rules/settings-in-force.ts';
import type { Span } from '../text/tree.ts';
import { message } from '../words/findings.ts';
import { ruleTitle } from '../words/rule-titles.ts';
import type { Wording } from '../words/words.ts';
import type { Suggestion } from './completion.ts';
import { ignorePlace } from './ignore-place.ts';
import { plain } from './markdown.ts';

/** What can be named at an offset; undefined where no rule is named. */
export function ignoreSuggestions(
  analysis: Analysis,
  offset: number,
  wording: Wording,
): { readonly word: Span; readonly found: readonly Suggestion[] } | undefined {
  const place = ignorePlace(analysis.tree, offset);
  if (!place) return undefined;
  const { tree, plan, findings, snapshot } = analysis;
  const line = silencedLine(place.comment, tree);
  const here = findings.filter((finding) => tree.positionAt(spanOf(finding.place, analysis).start).line === line);
  const { effective } = settingsInForce({ tree, plan }, snapshot.settings);
  const on = [...effective].flatMap(([id, { severity }]) => (severity === 'off' || id === ownCheckId ? [] : id));
  const ids = [...new Set([...here.map(({ rule }) => rule), ...on])].filter((id) => !place.named.has(id));
  const found = ids.map((id): Suggestion => {
    const title = ruleById.has(id) ? ruleTitle(id, wording.locale) : id;
    const said = here.flatMap((finding) => (finding.rule === id ? plain(message(finding, wording)) : []));
    return {
      label: id,
      kind: CompletionItemKind.Value,
      ...(title !== id && { detail: title, name: title }),
      ...(said.length > 0 && { documentation: said.join('\n\n') }),
    };
  });
  return { word: place.word, found };
}
