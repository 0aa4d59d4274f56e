// Files that a plan names: included people, resources, calendars and rules; baselines in files; subplans that must exist.
import type { MapNode, Node, ScalarNode } from '../text/node.ts';
import { openTree } from '../text/open-tree.ts';
import type { Tree } from '../text/tree.ts';
import type { Document } from './document.ts';
import type { Entry, Field } from './field.ts';
import type { FileLookup, IncludedFile, LoadedFile, PlanProblem } from './plan.ts';
import { emptyReading, type Mention, problem } from './reading.ts';
import { RecordReader } from './record-reader.ts';
import { keyShape } from './record-shapes.ts';
import type {
  BaselineRecord,
  CalendarRecord,
  PersonRecord,
  PlanRecord,
  RecordTypes,
  ResourceRecord,
} from './schema.generated.ts';

/** One thing that a file gives to the plan. */
export type IncludedEntry = { readonly file: IncludedFile } & (
  | { readonly kind: 'person'; readonly entry: Entry<PersonRecord> }
  | { readonly kind: 'resource'; readonly entry: Entry<ResourceRecord> }
  | { readonly kind: 'calendar'; readonly entry: Entry<CalendarRecord> }
);

export type IncludedEntries = readonly IncludedEntry[];

/** An id that a file uses: it means what the plan that names the file makes of it. */
export interface FileMention {
  readonly file: IncludedFile;
  readonly mention: Mention;
}

/** More files than this are not read for one plan. */
const mostFiles = 100;

/** What the files that a plan names give to it. */
export interface Includes {
  readonly files: readonly IncludedFile[];
  readonly entries: IncludedEntries;
  /** `rules:` of included files, nearest first. */
  readonly rules: readonly { readonly node: Node; readonly file: IncludedFile }[];
  readonly problems: readonly PlanProblem[];
  /** The ids that files use themselves. */
  readonly mentions: readonly FileMention[];
  /** The keys of the document that files add to, with what they add behind its own; of one id the first counts. */
  readonly additions: Pick<PlanRecord, 'baselines' | 'team' | 'resources' | 'calendars'>;
  fileOf(node: Node): IncludedFile | undefined;
  /** Whether a document names the same files, and they are as they were. */
  isStillSo(document: Document, lookup: FileLookup): boolean;
}

/**
 * Reads all files that a plan names. A file that is not loaded yet is passed over: the plan is bound again when it is.
 * `before`: what the version before had; files with the same text are not parsed again.
 */
export function readIncludes(document: Document, lookup: FileLookup, before?: Includes): Includes {
  if (before?.isStillSo(document, lookup)) return before;
  const asked: Asked[] = [];
  const reader = new FileReader(recording(lookup, asked), before?.files ?? []);
  const { reading, record } = document;
  const { include, subplans, baselines, team, resources, calendars } = record;
  reader.include(include?.value ?? []);
  reader.subplans(subplans?.value ?? []);
  const { files, entries, rules, problems, mentions } = reader;
  const people = entries.flatMap((one) => (one.kind === 'person' ? one.entry : []));
  const things = entries.flatMap((one) => (one.kind === 'resource' ? one.entry : []));
  const times = entries.flatMap((one) => (one.kind === 'calendar' ? one.entry : []));
  const node = include?.node ?? record.node;
  const additions = {
    ...(baselines && { baselines: { ...baselines, value: reader.baselines(baselines.value) } }),
    ...(people.length > 0 && { team: joined(team, people, node) }),
    ...(things.length > 0 && { resources: joined(resources, things, node) }),
    ...(times.length > 0 && { calendars: joined(calendars, times, node) }),
  };
  let ofNode: ReadonlyMap<Node, IncludedFile> | undefined;
  return {
    files,
    entries,
    rules,
    problems,
    mentions,
    additions,
    fileOf: (of) => {
      if (files.length === 0) return undefined;
      ofNode ??= new Map(files.flatMap((file) => nodesOf(file.tree).map((each) => [each, file] as const)));
      return ofNode.get(of);
    },
    isStillSo: (now, files) => now.reading === reading && asked.every((one) => isAnsweredAlike(one, files)),
  };
}

/** A file that was asked for, and what came. */
interface Asked {
  readonly path: string;
  readonly from: string;
  readonly file: LoadedFile | undefined;
}

function recording(lookup: FileLookup, asked: Asked[]): FileLookup {
  return (path, from) => {
    const file = lookup(path, from);
    asked.push({ path, from, file });
    return file;
  };
}

function isAnsweredAlike({ path, from, file }: Asked, lookup: FileLookup): boolean {
  const now = lookup(path, from);
  return now === file || (now?.path === file?.path && now?.text === file?.text && now?.failure === file?.failure);
}

class FileReader {
  readonly files: IncludedFile[] = [];
  readonly entries: IncludedEntry[] = [];
  readonly rules: { node: Node; file: IncludedFile }[] = [];
  readonly problems: PlanProblem[] = [];
  readonly mentions: FileMention[] = [];
  readonly #lookup: FileLookup;
  /** Files of the plan as it was bound before: one that has not changed is not parsed again. */
  readonly #before: readonly IncludedFile[];
  readonly #read = new Set<string>();

  constructor(lookup: FileLookup, before: readonly IncludedFile[]) {
    this.#lookup = lookup;
    this.#before = before;
  }

  /** `include:`, with what the files include themselves. */
  include(paths: readonly Field<string>[]): void {
    for (const { value, node } of paths) this.#include(value, '', node, []);
  }

  /** Subplans are read elsewhere; here they must be there. */
  subplans(entries: readonly Entry<string>[]): void {
    for (const { value, node } of entries) this.#found(value, '', node);
  }

  /** The baselines, with the tasks of those that stand in files. */
  baselines(entries: readonly Entry<BaselineRecord>[]): readonly Entry<BaselineRecord>[] {
    return entries.map((entry) => {
      const { file } = entry.value;
      const opened = file === undefined ? undefined : this.#open(file.value, '', file.node);
      if (opened === undefined || entry.value.tasks !== undefined) return entry;
      const tasks = this.#record('Baseline', opened).record?.tasks;
      return tasks === undefined ? entry : { ...entry, value: { ...entry.value, tasks } };
    });
  }

  /** `chain`: the files that lead here. `node`: where the plan itself names the first of them. */
  #include(path: string, from: string, node: Node, chain: readonly string[]): void {
    const loaded = this.#found(path, from, node);
    if (loaded !== undefined && chain.includes(loaded.path)) {
      this.problems.push(problem('include-cycle', 'cycle', { path }, { node }));
      return;
    }
    if (loaded === undefined || this.#read.has(loaded.path) || this.#read.size >= mostFiles) return;
    this.#read.add(loaded.path);
    const opened = this.#parsed(loaded, path, node);
    if (opened === undefined) return;
    const { file } = opened;
    const { record, problems } = this.#record('Include', opened);
    const places = problems
      .filter((one) => isOfPart(one, opened))
      .map(({ onKey, node: at }) => file.tree.spanOf(onKey ?? at).start);
    if (places.length > 0 && file.tree.syntax.length === 0) {
      const line = file.tree.positionAt(places.reduce((least, place) => Math.min(least, place))).line + 1;
      this.problems.push(problem('include-not-found', 'unread', { path, line }, { node }));
    }
    if (record === undefined) return;
    for (const entry of record.team?.value ?? []) this.entries.push({ kind: 'person', entry, file });
    for (const entry of record.resources?.value ?? []) this.entries.push({ kind: 'resource', entry, file });
    for (const entry of record.calendars?.value ?? []) this.entries.push({ kind: 'calendar', entry, file });
    if (record.rules !== undefined) this.rules.push({ node: record.rules, file });
    for (const { value } of record.include?.value ?? [])
      this.#include(value, loaded.path, node, [...chain, loaded.path]);
  }

  /** What a file says. Its problems belong to the file: the plan that names it says no more than that there are some. */
  #record<N extends 'Include' | 'Baseline'>(
    name: N,
    { file, root }: { readonly file: IncludedFile; readonly root: MapNode },
  ): { readonly record: RecordTypes[N] | undefined; readonly problems: readonly PlanProblem[] } {
    const reading = emptyReading();
    const record = new RecordReader(file.tree, reading).record(name, root, undefined);
    for (const mention of reading.mentions) this.mentions.push({ file, mention });
    return { record, problems: reading.problems };
  }

  #open(path: string, from: string, node: Node): { file: IncludedFile; root: MapNode } | undefined {
    const loaded = this.#found(path, from, node);
    return loaded === undefined ? undefined : this.#parsed(loaded, path, node);
  }

  /** The loaded file; why there is none is a problem, and so is a path that leads nowhere. */
  #found(path: string, from: string, node: Node): (LoadedFile & { readonly text: string }) | undefined {
    const loaded = this.#lookup(path, from);
    if (loaded === undefined) return undefined;
    const { text, failure } = loaded;
    if (text !== undefined) return { ...loaded, text };
    this.problems.push(problem('include-not-found', failure ?? 'unreadable', { path }, { node }));
    return undefined;
  }

  #parsed(
    { path: resolved, text }: LoadedFile & { readonly text: string },
    path: string,
    node: Node,
  ): { file: IncludedFile; root: MapNode } | undefined {
    const before = this.#before.find((file) => file.path === resolved && file.tree.text() === text);
    const file: IncludedFile = { path: resolved, tree: before?.tree ?? openTree(text), node };
    this.files.push(file);
    const [broken] = file.tree.syntax;
    if (broken !== undefined) {
      const line = file.tree.positionAt(broken.span.start).line + 1;
      this.problems.push(problem('include-not-found', 'broken', { path, line }, { node }));
    }
    const { root } = file.tree;
    if (root?.kind === 'map') return { file, root };
    if (root !== undefined) this.problems.push(problem('include-not-found', 'not-keys', { path }, { node }));
    return undefined;
  }
}

/** Rules by which something of a file is not what its author meant. */
const unreadRules: ReadonlySet<string> = new Set(['schema', 'invalid-date', 'invalid-duration', 'invalid-cadence']);

/** Whether a problem is one of a file as a part of other plans: a whole plan may be included, too. */
function isOfPart({ rule, node, onKey }: PlanProblem, { root }: { readonly root: MapNode }): boolean {
  if (!unreadRules.has(rule)) return false;
  const own = root.pairs.find(({ key, value }) => key === (onKey ?? node) || value === node)?.key.text;
  return own === undefined || keyShape('Include', own) !== undefined || keyShape('Plan', own) === undefined;
}

function joined<T>(
  own: Field<readonly Entry<T>[]> | undefined,
  more: readonly Entry<T>[],
  node: Node,
): Field<readonly Entry<T>[]> {
  const value = [...(own?.value ?? [])];
  const ids = new Set(value.map(({ id }) => id));
  for (const entry of more) {
    if (ids.has(entry.id)) continue;
    ids.add(entry.id);
    value.push(entry);
  }
  return { value, node: own?.node ?? node };
}

function nodesOf({ root }: Tree): readonly Node[] {
  const nodes: (Node | ScalarNode)[] = [];
  const open: Node[] = root === undefined ? [] : [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    nodes.push(node);
    if (node.kind === 'list') for (const item of node.items) open.push(item);
    if (node.kind === 'map') {
      for (const { key, value } of node.pairs) {
        nodes.push(key);
        open.push(value);
      }
    }
  }
  return nodes;
}
