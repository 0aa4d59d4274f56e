// Links from paths in a plan to the files that they name: included files, subplans, baselines.
import type { DocumentLink } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import type { Node } from '../text/node.ts';
import { nodeRange } from './place.ts';

/** Files that are there; one that is missing has a finding instead. */
export function documentLinks({ tree, plan, snapshot }: Analysis): DocumentLink[] {
  const { include, subplans, baselines } = plan.root;
  const paths: readonly { readonly value: string; readonly node: Node }[] = [
    ...(include?.value ?? []),
    ...(subplans?.value ?? []),
    ...(baselines?.value ?? []).flatMap(({ value }) => value.file ?? []),
  ];
  return paths.flatMap(({ value, node }) => {
    const file = tree.has(node) ? snapshot.files(value, '') : undefined;
    return file?.text === undefined ? [] : [{ range: nodeRange(tree, node), target: file.path }];
  });
}
