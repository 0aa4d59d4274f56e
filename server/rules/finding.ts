// A finding: rule, arguments and places. It is worded at the door that shows it.
import type { MadeName, TaskName } from '../plan/plan.ts';
import type { Weekday } from '../plan/scalar.ts';
import type { Node, ScalarNode } from '../text/node.ts';
import type { Span } from '../text/tree.ts';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** Values that go into a message. Dates, durations, lists are tagged so that the door formats them in the reader's language. */
export type MessageArgument =
  | string
  | number
  | { readonly minute: number; readonly withTime?: boolean }
  | { readonly day: number }
  | { readonly workingMinutes: number }
  | { readonly elapsedMinutes: number }
  | { readonly percent: number }
  | { readonly money: number }
  /** A word of ours that names a kind of thing (`task`, `phase`, `calendar`). */
  | { readonly term: string }
  /** Several words of ours, as a list. */
  | { readonly terms: readonly string[] }
  | { readonly weekdays: readonly Weekday[] }
  /** A task that nobody named. */
  | MadeName
  | { readonly list: readonly TaskName[] };

export type MessageArguments = Readonly<Record<string, MessageArgument>>;

/** What to underline: a node (or a slice of a scalar's `text`), or a span of the document where no node stands for it. */
export type Place =
  | { readonly node: Node | ScalarNode; readonly from?: number; readonly to?: number }
  | { readonly span: Span };

/** A second place, with its own message. */
export interface Related {
  readonly message: string;
  readonly args: MessageArguments;
  readonly place: Place;
}

/** What a rule says. `message` is the rule's id or `id.variant`: the key of its words. */
export interface Report {
  readonly message: string;
  readonly args: MessageArguments;
  readonly place: Place;
  /** What the author most likely meant; the words ask for it. */
  readonly meant?: string;
  readonly related?: readonly Related[];
  readonly tags?: readonly ('unnecessary' | 'deprecated')[];
  /** What would mend it, by name with data; `edits/` turns it into text edits. */
  readonly fixes?: readonly Fix[];
  /** An id other than the rule's own: that of a team's own check. */
  readonly id?: string;
  /** A severity other than the rule's own (alarm instead of warning). */
  readonly severity?: Severity;
}

/** What an `edit` does, for its title. */
export type EditName =
  | 'mend'
  | 'quote'
  | 'indent-with-blanks'
  | 'short-form-as-key'
  | 'blank-behind-colon'
  | 'comma'
  | 'no-comma'
  | 'blank'
  | 'half-width'
  | 'swap'
  | 'sort'
  | 'move-span'
  | 'no-comment'
  | 'no-silence';

/** A mend: an intent. `edits/fixes.ts` knows how to carry it out as one minimal edit. Titles are worded at the door by `kind`. */
export type Fix =
  /** `text` is the value; of a place that is a span, or a slice of a node, it is source. `key`: the thing with that key is another one then, not the same spelt rightly. */
  | { readonly kind: 'replace'; readonly place: Place; readonly text: string; readonly key?: string }
  | { readonly kind: 'rename-key'; readonly key: ScalarNode; readonly to: string }
  | { readonly kind: 'remove-key'; readonly of: Node; readonly key: string }
  | { readonly kind: 'remove-entry'; readonly key: ScalarNode }
  /** The entry with this key, wherever it stands, becomes a key of the plan. */
  | { readonly kind: 'move-to-plan'; readonly key: ScalarNode }
  | { readonly kind: 'remove-item'; readonly node: Node }
  /** Each item of a list of things becomes an entry under an id, made of its name. */
  | { readonly kind: 'give-ids'; readonly of: Node }
  | { readonly kind: 'set-key'; readonly of: Node; readonly key: string; readonly value: string }
  /** A new entry in a map of things: `value` is YAML source. */
  | { readonly kind: 'add-entry'; readonly of: Node; readonly key: string; readonly value: string }
  /** A task of a day behind the one whose key is given; at the end of `tasks:` without one. */
  | { readonly kind: 'create-task'; readonly id: string; readonly beside?: ScalarNode }
  /** Somebody more who does the task at `of`. */
  | { readonly kind: 'assign'; readonly of: Node; readonly id: string }
  /** An entry under the top-level key `of`. */
  | { readonly kind: 'create-definition'; readonly id: string; readonly of: Section }
  | {
      readonly kind: 'edit';
      readonly name: EditName;
      readonly edits: readonly { readonly span: Span; readonly text: string }[];
    };

/** Top-level keys that hold things by id. */
export type Section = 'team' | 'stakeholders' | 'resources' | 'calendars' | 'goals' | 'kpis' | 'risks' | 'phases';

export interface Finding extends Report {
  readonly rule: string;
  readonly severity: Severity;
}
