// The files of the workspace as a plan would name them.
import type { CompletionList } from 'vscode-languageserver';
import type { Analysis } from '../analysis.ts';
import { type PathPlace, pathCompletion } from '../editor/path-completion.ts';
import { isPlanPath } from '../workspace/file-source.ts';
import { normalUri, relativePath } from '../workspace/path.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The files that fit a place where a path is wanted; the plan itself is none of them. */
export async function completedPath(
  analysis: Analysis,
  place: PathPlace,
  workspace: Workspace,
): Promise<CompletionList> {
  const from = normalUri(analysis.snapshot.uri);
  const files = (await workspace.listedFiles()).flatMap((uri) => {
    const path = normalUri(uri) === from ? undefined : relativePath(from, uri);
    return path === undefined ? [] : [{ path, isPlan: isPlanPath(path) }];
  });
  return pathCompletion(analysis, place, files);
}
