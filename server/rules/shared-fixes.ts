// Fixes that would say of others what is true of one thing alone: nobody is offered those.
import type { Node } from '../text/node.ts';
import { holdsAnchor, isReadElsewhere } from '../text/shared-text.ts';
import type { Tree } from '../text/tree.ts';
import type { Fix, Report } from './finding.ts';
import type { RuleContext } from './rule.ts';

/** A report without them. */
export function withoutShared(report: Report, { tree, plan }: RuleContext): Report {
  if (report.fixes === undefined) return report;
  const fixes = report.fixes.filter((fix) => !isForOthers(fix, { tree, plan }));
  return fixes.length === report.fixes.length ? report : { ...report, fixes };
}

/** Whether a fix says something new where others read it too. What is only spelt in another way is meant for all. */
export function isForOthers(fix: Fix, { tree, plan }: Pick<RuleContext, 'tree' | 'plan'>): boolean {
  if (plan.kept.isPlain) return false;
  // A key that a merge brings stands in no text of the thing's own.
  if (fix.kind === 'remove-key' && fix.of.kind === 'map' && !fix.of.pairs.some(({ key }) => key.text === fix.key))
    return true;
  const gone = removed(fix, tree);
  if (gone !== undefined && holdsAnchor(gone)) return true;
  const node = changed(fix);
  return node !== undefined && isReadElsewhere(tree, node);
}

function changed(fix: Fix): Node | undefined {
  switch (fix.kind) {
    case 'set-key':
    case 'add-entry':
    case 'remove-key':
    case 'assign':
      return fix.of;
    case 'remove-entry':
      return fix.key;
    case 'replace':
      return fix.key !== undefined && 'node' in fix.place ? fix.place.node : undefined;
    default:
      return undefined;
  }
}

/** What a fix takes out. */
function removed(fix: Fix, tree: Tree): Node | undefined {
  switch (fix.kind) {
    case 'remove-entry':
      return tree.parentOf(fix.key)?.pair?.value;
    case 'remove-key':
      return fix.of.kind === 'map' ? fix.of.pairs.find(({ key }) => key.text === fix.key)?.value : undefined;
    case 'remove-item':
      return fix.node;
    default:
      return undefined;
  }
}
