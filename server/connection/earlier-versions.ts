// Earlier versions of open plans, given by the client for charts to be compared with: the last one of each plan.
import { type Analysis, analyseInstantly } from '../analysis.ts';
import type { FileLookup, LoadedFile } from '../plan/plan.ts';
import type { EarlierAnswer, EarlierParams } from '../protocol.ts';
import type { Scheduled } from '../schedule/plan-changes.ts';
import { openTree } from '../text/open-tree.ts';
import { largestFile } from '../workspace/file-source.ts';
import { normalUri, resolvePath } from '../workspace/path.ts';

export class EarlierVersions {
  readonly #kept = new Map<string, { readonly key: string; readonly version: Scheduled }>();

  /** The version of a plan with this key; undefined where another one is kept. */
  of(uri: string, key: string): Scheduled | undefined {
    const kept = this.#kept.get(normalUri(uri));
    return kept?.key === key ? kept.version : undefined;
  }

  /** Takes a version, seen with today's settings and calendars, unless files are missing that it names. */
  take(analysis: Analysis, { uri, key, text, files }: EarlierParams): EarlierAnswer {
    if (text.length > largestFile) return { missing: [] };
    const { snapshot } = analysis;
    const missing = new Set<string>();
    const lookup = files === undefined ? snapshot.files : givenFiles(snapshot.uri, files, missing);
    const { plan, schedule } = analysed({ ...snapshot, tree: openTree(text), files: lookup });
    if (missing.size === 0) this.#kept.set(normalUri(uri), { key, version: { plan, schedule } });
    return { missing: [...missing] };
  }

  closed(uri: string): void {
    this.#kept.delete(normalUri(uri));
  }
}

function givenFiles(plan: string, files: Readonly<Record<string, string | null>>, missing: Set<string>): FileLookup {
  const given = new Map(
    Object.entries(files).map(([uri, text]): readonly [string, LoadedFile] => [
      uri,
      text === null ? { path: uri, text: undefined, failure: 'missing' } : { path: uri, text },
    ]),
  );
  return (path, from) => {
    const uri = resolvePath(path, from === '' ? plan : from);
    if (uri === undefined) return { path, text: undefined, failure: 'outside' };
    const file = given.get(uri);
    if (file === undefined) missing.add(uri);
    return file;
  };
}

function analysed(snapshot: Analysis['snapshot']): Analysis {
  const steps = analyseInstantly(snapshot);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
