// Anchors that an alias can mean where `*` is typed: those before it, of a kind that fits there.
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import type { Shape } from '../plan/schema.generated.ts';
import type { Anchor } from '../text/anchors.ts';
import type { Node } from '../text/node.ts';
import type { Span, Step, Tree } from '../text/tree.ts';
import { anchored } from './anchor-hover.ts';
import type { Suggestion } from './completion.ts';
import { segmentsOf, shapeAt } from './shape.ts';

/** What an alias's name can be, and where that name stands; undefined where no alias is typed. */
export function anchorSuggestions(
  { tree }: Pick<Analysis, 'tree'>,
  offset: number,
): { readonly word: Span; readonly found: readonly Suggestion[] } | undefined {
  const { line, character } = tree.positionAt(offset);
  const typed = /(?<=^|[\s,[{])\*[^\s,[\]{}]*$/.exec(tree.line(line).slice(0, character))?.[0];
  if (typed === undefined) return undefined;
  const { steps, onKey } = tree.pathAt(offset - typed.length);
  const step = steps.at(-1);
  if (step?.node.kind !== 'alias' || onKey) return undefined;
  const { start, end } = tree.spanOf(step.node);
  if (start !== offset - typed.length) return undefined;
  const fits = fitting(steps);
  const around = new Set(steps.map(({ node }) => node));
  // Of several with one name, an alias means the last before it.
  const byName = new Map<string, Anchor>();
  for (const anchor of tree.anchors.defined) if (anchor.span.start < start) byName.set(anchor.name, anchor);
  const found = [...byName.values()]
    .reverse()
    .filter(({ node }) => !around.has(node) && fits(node))
    .map((anchor) => suggestion(tree, anchor));
  return { word: { start: start + 1, end }, found };
}

function suggestion(tree: Tree, { name, node }: Anchor): Suggestion {
  const { start, end } = tree.spanOf(node);
  const [line] = tree.text({ start, end: Math.min(end, start + longestDetail) }).split(/[\r\n]/, 1);
  const detail = node.kind === 'map' ? node.pairs.map(({ key }) => key.text).join(' · ') : line;
  return {
    label: name,
    kind: CompletionItemKind.Reference,
    ...(detail && { detail: detail.slice(0, longestDetail) }),
    documentation: anchored(tree, node),
    commits: true,
  };
}

const longestDetail = 80;

/** What can stand at the end of a way. Where the language has nothing to say, everything can. */
function fitting(steps: readonly Step[]): (node: Node) => boolean {
  const segments = segmentsOf({ steps });
  const isMerged = segments.at(-1) !== 'item' && steps.at(-1)?.pair?.key.text === '<<';
  const isMergedToo = segments.at(-1) === 'item' && steps.at(-2)?.pair?.key.text === '<<';
  if (isMerged || isMergedToo) return ({ kind }) => kind === 'map';
  const kinds = kindsOf(shapeAt(segments));
  return ({ kind }) => kinds === undefined || kinds.includes(kind);
}

function kindsOf(shape: Shape | undefined): readonly Node['kind'][] | undefined {
  switch (shape?.kind) {
    case 'scalar':
      return ['scalar'];
    case 'list':
      return ['list', ...(kindsOf(shape.of) ?? [])];
    case 'map':
      return shape.list === undefined ? ['map'] : ['map', 'list', 'scalar'];
    case 'record':
      return shape.shorthand === undefined ? ['map'] : ['map', 'scalar'];
    default:
      return undefined;
  }
}
