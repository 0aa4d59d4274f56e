// The plan: what the text means, bound and resolved, before any date is computed.
import type { MapNode, Node, ScalarNode } from '../text/node.ts';
import type { Span, SyntaxFinding, Tree } from '../text/tree.ts';
import type { UnclearName } from './check-names.ts';
import type { PlanColumns } from './columns.ts';
import type { Entry, Field } from './field.ts';
import type { Kept } from './kept.ts';
import type { ProblemCode, ProblemRule } from './problem-codes.ts';
import type { DateRange, Interval, Lag, LinkType, PlanDate, Units, Weekday } from './scalar.ts';
import type { CalendarRecord, PhaseRecord, PlanRecord, TaskRecord } from './schema.generated.ts';

export type TaskKind = 'task' | 'summary' | 'milestone' | 'buffer';

/** What made a task that no entry of `tasks` or `phases` stands for: a phase's `buffer:`, a phase's `gate:`, one instance of a `repeat:`. */
export type Synthetic = 'phase-buffer' | 'gate' | 'instance';

/** A name that nobody wrote: what a phase made, and what the phase is called. It is worded at the door that shows it. */
export interface MadeName {
  readonly made: Exclude<Synthetic, 'instance'>;
  readonly of: string;
}

export type TaskName = string | MadeName;

/** A phase or a task, flattened. Phases and tasks are one list, depth first, in the order of the file. */
export interface PlanTask {
  readonly index: number;
  readonly id: string;
  /** `name`, else the id; of a phase's reserve and gate what made them. */
  readonly name: TaskName;
  /** Where the id is written; for synthetic tasks the key of what made them. */
  readonly key: ScalarNode;
  readonly node: Node;
  /** Phases read as tasks with more keys (`PhaseRecord extends TaskRecord`). */
  readonly record: TaskRecord;
  readonly isPhase: boolean;
  /** The record with a phase's own keys, where this is a phase. */
  readonly phase?: PhaseRecord;
  readonly kind: TaskKind;
  readonly synthetic?: Synthetic;
  /** Index of the summary that holds it; -1 at the top. */
  readonly parent: number;
  readonly children: readonly number[];
  /** 0 at the top. */
  readonly depth: number;
  /** One past the last index of its subtree (itself included): the subtree is index … end - 1. */
  readonly end: number;
}

/** What made a link: the author's `after` or `before`, or `order: sequential`, or a phase's buffer and gate. */
export type LinkOrigin = 'after' | 'before' | 'order' | 'reserve';

/** What is said of a link, wherever the tasks stand that it joins: the same object for as long as that is written. */
export interface LinkTerms {
  readonly type: LinkType;
  readonly lag?: Lag;
  readonly origin: LinkOrigin;
  /** Where it is written (the scalar); for `order` the successor's key. */
  readonly node: Node;
  /** The task of a subplan that it leaves. */
  readonly external?: string;
}

/** A resolved link between two tasks of this plan (by index), or from a subplan's task (predecessor -1, `external`). */
export interface PlanLink extends LinkTerms {
  readonly index: number;
  readonly predecessor: number;
  readonly successor: number;
}

export type ReferenceKind =
  | 'task'
  | 'person'
  | 'stakeholder'
  | 'resource'
  | 'calendar'
  | 'goal'
  | 'kpi'
  | 'risk'
  | 'subplan'
  | 'skill'
  | 'decision'
  | 'baseline';

/** What has an id: nothing in a plan refers to the last four. */
export type DefinitionKind = ReferenceKind | 'meeting' | 'report' | 'change' | 'review';

/** An id where it is defined. */
export interface Definition {
  readonly kind: DefinitionKind;
  readonly id: string;
  readonly key: ScalarNode;
  readonly node: Node;
  /** The file it stands in, where that is an included one. */
  readonly file?: string;
  /** Index in `Plan.tasks` for tasks and phases. */
  readonly task?: number;
}

/** An id where it is used: `from`…`to` is the id inside the scalar's `text`. */
export interface Reference {
  /** The kinds that would do here, in order. */
  readonly kinds: readonly ReferenceKind[];
  readonly id: string;
  readonly node: ScalarNode;
  readonly from: number;
  readonly to: number;
  /** What it means; undefined where nothing defines it. */
  readonly definition: Definition | undefined;
  /** The task whose entry it stands in; -1 outside the work. */
  readonly task: number;
}

export type ReferencesByScalar = ReadonlyMap<ScalarNode, readonly Reference[]>;

/** An id that an included file or a baseline's file uses. */
export interface FileReference extends Reference {
  readonly file: IncludedFile;
}

/** What the plan floor could not read or resolve. Rules turn these into findings: `rule` is the rule's id, `code` its message's variant. */
export interface PlanProblem {
  readonly rule: ProblemRule;
  readonly code: ProblemCode;
  readonly args: Readonly<Record<string, string | number>>;
  /** In the plan's own tree, never in an included file's. */
  readonly node: Node;
  /** A slice of the scalar's `text`; without it the whole node (or key, where `onKey`). */
  readonly from?: number;
  readonly to?: number;
  readonly onKey?: ScalarNode;
  /** The underlined stretch runs on from `node` (or `onKey`) to the end of this one. */
  readonly through?: Node;
  /** A place that no node stands for (broken text): wins over `node`. */
  readonly span?: Span;
  readonly related?: readonly { readonly code: string; readonly node: Node }[];
  /** The replacement text for the underlined stretch, where one is clear (did you mean). */
  readonly suggestion?: string;
  /** What mends it, where that is more than replacing the underlined stretch: one edit, seldom two. */
  readonly edits?: readonly { readonly span: Span; readonly text: string }[];
}

/** A text that was understood although it is not in standard form (`3天`): a fix writes `standard`. */
export interface InformalText {
  readonly node: ScalarNode;
  readonly standard: string;
}

/** A date, or one end of a range, where the plan's own text says it. */
export interface WrittenDate {
  readonly date: PlanDate;
  readonly node: Node;
}

export interface WrittenRange {
  readonly range: DateRange;
  readonly node: Node;
}

/** The hours of one calendar, read from its `hours:`. A day without intervals is a day off. */
export interface CalendarHours {
  /** Of every working day. */
  readonly everyDay?: readonly Interval[];
  readonly byWeekday: ReadonlyMap<Weekday, readonly Interval[]>;
  /** Days since 1970-01-01, in the order of the text. */
  readonly byDate: readonly { readonly day: number; readonly intervals: readonly Interval[] }[];
}

/** A file that gives something to the plan. Its nodes stand in `tree`, not in the plan's. */
export interface IncludedFile {
  readonly path: string;
  readonly tree: Tree;
  /** The path as the plan itself writes it: where to point in the plan's own text. */
  readonly node: Node;
}

export interface Plan {
  /** The whole document, bound. `team`, `resources` and `calendars` hold what included files give behind what is written here (`fileOf` tells them apart). */
  readonly root: PlanRecord;
  readonly name: string;
  readonly units: Units;
  /** The flat arrays of a plan that was read as a whole; undefined of one that takes over what an edit left. */
  readonly columns: PlanColumns | undefined;
  readonly tasks: readonly PlanTask[];
  /** All links, made when they are first asked for: rules and schedule go by `kept.network`. */
  readonly links: readonly PlanLink[];
  readonly definitions: readonly Definition[];
  readonly references: readonly Reference[];
  /** Those that nothing defines; they cost little where there are few. */
  readonly referencesToNothing: readonly Reference[];
  /** What the files that the plan names refer to: `node` stands in the file's tree. */
  readonly fileReferences: readonly FileReference[];
  readonly problems: readonly PlanProblem[];
  /** Syntax findings of the tree that one of the problems says better. */
  readonly supersededSyntax: ReadonlySet<SyntaxFinding>;
  readonly informal: readonly InformalText[];
  /** Every date that the plan's own text says anywhere, ends of ranges among them; and every range. */
  readonly dates: readonly WrittenDate[];
  readonly ranges: readonly WrittenRange[];
  readonly includes: readonly IncludedFile[];
  /** `rules:` of included files, nearest first; the plan's own is `root.rules` and wins. */
  readonly includedRules: readonly { readonly node: Node; readonly file: IncludedFile }[];
  /** What a plan that is bound after an edit takes over. */
  readonly kept: Kept;
  /** The work that binding took: one keystroke in a task reads that task. */
  readonly counters: { readonly entriesRead: number };
  /** The included file that a node stands in; undefined for nodes of the plan itself. */
  fileOf(node: Node): IncludedFile | undefined;
  /** The hours that a calendar of this plan writes; undefined where it writes none that can be read. */
  hoursOf(calendar: CalendarRecord): CalendarHours | undefined;
  /** One of `links`, without making all. */
  linkAt(index: number): PlanLink | undefined;
  /** The task that `id` (or `phase/id`) means, seen from a task (-1: from nowhere). Undefined: none; several near ones count as none. */
  findTask(id: string, from: number): PlanTask | undefined;
  /** The innermost task whose entry (key or value) holds this node. */
  taskOf(node: Node): PlanTask | undefined;
  /** The definitions of this id, by kind. */
  define(kind: DefinitionKind, id: string): Definition | undefined;
  /** Texts in the conditions of checks that may mean an id, and may not; `file` where that is an included one. */
  readonly unclearNames: readonly (UnclearName & { readonly file?: IncludedFile })[];
  /** What is defined by a key of the plan's own. */
  definedAt(key: ScalarNode): Definition | undefined;
  /** The references in a scalar: those of `references`, without listing all. */
  referencesAt(node: ScalarNode): readonly Reference[];
  /** Those in the entry of a task, without the tasks inside; of -1 those outside of all work. Where aliases or merge keys stand in the plan, those of all entries. */
  referencesIn(task: number): ReferencesByScalar;
  /** The references that mean a definition, likewise. */
  referencesTo(definition: Definition): readonly Reference[];
  /** Whether anything refers to what has this id; that somebody else has the same skill is no use of it. */
  isUsed(kind: DefinitionKind, id: string): boolean;
  /** Whether anything of a kind is used. */
  usesAny(kind: DefinitionKind): boolean;
  /** Whether several people have a skill. */
  sharesSkill(id: string): boolean;
}

/** A file that a plan names and that was loaded (or not). Paths are as resolved by the workspace. */
export interface LoadedFile {
  readonly path: string;
  readonly text: string | undefined;
  /** Why there is no text: `missing`, `outside` (of the workspace), `unreadable`, `too-large`. */
  readonly failure?: 'missing' | 'outside' | 'unreadable' | 'too-large';
}

/** Files by the path as written in the plan, relative to `from` (a path, '' for the plan itself). Pure: everything was loaded before. */
export type FileLookup = (path: string, from: string) => LoadedFile | undefined;

export type { Entry, Field, MapNode };
