// The plans that share files with one plan, or are its subplans, or have it as one: open or not, bound from what the files hold now.
import { bind } from '../plan/bind.ts';
import type { BoundPlan } from '../plan/bound-plan.ts';
import type { Plan } from '../plan/plan.ts';
import { openTree } from '../text/open-tree.ts';
import type { Tree } from '../text/tree.ts';
import type { FileSource } from './file-source.ts';
import { LoadedFiles, type Lookups, type OpenText } from './loaded-files.ts';
import { namesFiles } from './naming-files.ts';
import { normalUri } from './path.ts';

/** What is open in the editor. */
export interface OpenPlan {
  readonly uri: string;
  readonly version: number;
  readonly tree: Tree;
  /** As it was bound last: what still holds is taken over. */
  readonly plan: Plan | undefined;
}

export interface RelatedParts {
  readonly files: FileSource;
  readonly open: readonly OpenPlan[];
  /** Unsaved texts of other files, by URI. */
  readonly drafts: ReadonlyMap<string, OpenText>;
  /** Every plan of the workspace's folders, by URI. */
  readonly listed: readonly string[];
  /** The folders that a plan's files may be read from. */
  readonly foldersFor: (uri: string) => readonly string[];
  /** Whether somebody still waits for the answer. */
  readonly wanted: () => boolean;
}

/** Plans name files that name files: nobody does that deeper. */
const deepest = 16;

interface Found {
  readonly bound: BoundPlan;
  /** The files that it names, directly or not. */
  readonly names: ReadonlySet<string>;
}

/**
 * The plan at `uri`, and then the others that speak of the same things, in no particular order. Every file is read once, now: nothing that
 * was read earlier counts. Undefined for a plan that isn't open, or when nobody waits any more.
 */
export async function relatedPlans(uri: string, parts: RelatedParts): Promise<readonly BoundPlan[] | undefined> {
  const { open, listed, wanted } = parts;
  const trees = new Map(open.map((plan) => [normalUri(plan.uri), plan]));
  const files = new LoadedFiles(parts.files, (path) => trees.get(path)?.tree ?? parts.drafts.get(path));
  const here = trees.get(normalUri(uri));
  if (here === undefined) return undefined;
  const found = new Map<string, Found>();
  const add = async (path: string, asked: boolean, folders: readonly string[]): Promise<Found | undefined> => {
    const known = found.get(path);
    if (known) return known;
    const plan = trees.get(path) ?? (await closedPlan(path, asked, files, folders));
    if (plan === undefined) return undefined;
    const made = await boundPlan(path, plan, files, folders);
    found.set(path, made);
    return made;
  };
  for (const path of [...trees.keys(), ...listed.map(normalUri)]) {
    if (!wanted()) return undefined;
    await add(path, false, parts.foldersFor(path));
  }
  const start = await add(normalUri(uri), true, parts.foldersFor(uri));
  if (start === undefined) return undefined;
  const related = new Set([start]);
  const shared = new Set([start.bound.path, ...start.names]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const { bound } of [...related])
      for (const { value } of bound.plan.root.subplans?.value ?? []) {
        const path = bound.files(value, '')?.path;
        if (path !== undefined && wanted()) await add(path, true, parts.foldersFor(bound.path));
      }
    for (const one of found.values()) {
      if (related.has(one) || ![one.bound.path, ...one.names].some((path) => shared.has(path))) continue;
      grown = true;
      related.add(one);
      for (const path of [one.bound.path, ...one.names]) shared.add(path);
    }
  }
  return wanted() ? [...related].map(({ bound }) => bound) : undefined;
}

interface PlanText {
  readonly uri: string;
  readonly version: number | null;
  readonly tree: Tree;
  readonly plan: Plan | undefined;
}

/** `asked`: somebody names it, so that it matters although it may name no file itself. */
async function closedPlan(
  path: string,
  asked: boolean,
  files: LoadedFiles,
  folders: readonly string[],
): Promise<PlanText | undefined> {
  await files.load([path], folders);
  const text = files.textOf(path);
  if (text === undefined || !(asked || namesFiles.test(text))) return undefined;
  return { uri: path, version: null, tree: openTree(text), plan: undefined };
}

async function boundPlan(
  path: string,
  { uri, version, tree, plan: before }: PlanText,
  files: LoadedFiles,
  folders: readonly string[],
): Promise<Found> {
  for (let round = 1; ; round += 1) {
    const lookups: Lookups = files.lookups(uri);
    const plan = bind(tree, lookups.lookup, before);
    if (lookups.missing.size === 0 || round === deepest)
      return { bound: { uri, path, version, tree, plan, files: lookups.lookup }, names: lookups.used };
    await files.load(lookups.missing, folders);
  }
}
