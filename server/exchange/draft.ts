// A plan as another program's file tells it: what every reader of a foreign format makes, and what the writer of plans turns into text.
import type { DurationUnit, Interval, Lag, LinkType, Units } from '../plan/scalar.ts';
import type { Minute } from '../schedule/schedule.ts';
import type { Loss } from './losses.ts';

/** Things know each other by the keys of their file; the writer gives them ids that people can read. */
export type Key = string;

export interface PlanDraft {
  readonly name?: string;
  readonly description?: string;
  /** A name, or the key of a person. */
  readonly owner?: string;
  /** When work may begin. */
  readonly start?: Minute;
  /** The promised finish. */
  readonly finish?: Minute;
  readonly statusMinute?: Minute;
  readonly currency?: string;
  /** Left out: as the default calendar has it. */
  readonly units?: Units;
  /** Total slack up to which work is critical, in working minutes. */
  readonly criticalSlackMinutes?: number;
  readonly calendar?: Key;
  readonly calendars: readonly CalendarDraft[];
  readonly people: readonly PersonDraft[];
  readonly things: readonly ThingDraft[];
  readonly tasks: readonly TaskDraft[];
  readonly baselines: readonly BaselineDraft[];
  readonly losses: readonly Loss[];
}

/** Hours of one day or of a run of days (since 1970-01-01, both inside); none is a day off. */
export interface ExceptionDraft {
  readonly from: number;
  readonly to: number;
  readonly hours: readonly Interval[];
  readonly name?: string;
}

export interface CalendarDraft {
  readonly key: Key;
  readonly name: string;
  readonly base?: Key;
  /** Belongs to one person or thing: nobody else uses it. */
  readonly isPersonal?: boolean;
  /** Monday first; undefined: as the base has it. */
  readonly week: readonly (readonly Interval[] | undefined)[];
  readonly exceptions: readonly ExceptionDraft[];
}

export interface PersonDraft {
  readonly key: Key;
  readonly name: string;
  /** An id that the file keeps for it. */
  readonly id?: string;
  readonly description?: string;
  readonly role?: string;
  /** Percent of full time. */
  readonly capacity?: number;
  readonly rate?: { readonly amount: number; readonly per: DurationUnit };
  /** What is special about it becomes leave where it is days off only. */
  readonly calendar?: Key;
  /** What has no key of its own: goes into `x-…`. */
  readonly more?: ReadonlyMap<string, string>;
}

export interface ThingDraft {
  readonly key: Key;
  readonly name: string;
  readonly id?: string;
  readonly description?: string;
  readonly kind: 'equipment' | 'material';
  /** Pieces. */
  readonly capacity?: number;
  readonly rate?: { readonly amount: number; readonly per: DurationUnit };
  readonly unit?: string;
  readonly price?: number;
  readonly more?: ReadonlyMap<string, string>;
}

export interface LinkDraft {
  readonly from: Key;
  readonly type: LinkType;
  readonly lag?: Lag;
}

/** Percent of full time, pieces, or an amount of material. */
export interface AssignmentDraft {
  readonly who: Key;
  readonly percent?: number;
  readonly pieces?: number;
  readonly amount?: number;
}

/** A length of time; `unit` is what its author counted it in. */
export interface LengthDraft {
  readonly minutes: number;
  readonly elapsed: boolean;
  readonly unit?: DurationUnit;
}

export interface TaskDraft {
  readonly key: Key;
  readonly name: string;
  readonly id?: string;
  readonly description?: string;
  readonly link?: string;
  readonly tags?: readonly string[];
  readonly priority?: 'low' | 'high' | 'urgent';
  readonly children: readonly TaskDraft[];
  readonly isMilestone: boolean;
  readonly duration?: LengthDraft;
  /** Person-time; wins over the duration. */
  readonly effort?: LengthDraft;
  readonly links: readonly LinkDraft[];
  readonly fixedStart?: Minute;
  readonly fixedFinish?: Minute;
  readonly earliest?: Minute;
  readonly latest?: Minute;
  readonly deadline?: Minute;
  readonly startNoLater?: Minute;
  readonly finishNoEarlier?: Minute;
  readonly asLateAsPossible?: boolean;
  readonly calendar?: Key;
  /** 0…100. */
  readonly progress?: number;
  readonly actualStart?: Minute;
  readonly actualFinish?: Minute;
  readonly actualEffortMinutes?: number;
  readonly actualCost?: number;
  readonly remaining?: LengthDraft;
  readonly isCancelled?: boolean;
  readonly cost?: number;
  /** A name, or the key of a person. */
  readonly owner?: string;
  readonly assignments: readonly AssignmentDraft[];
  /** What has no key of its own: goes into `x-…`. */
  readonly more?: ReadonlyMap<string, string>;
  /** When the other program says that it is done. */
  readonly stated?: { readonly start: Minute; readonly finish: Minute };
}

/** What was promised, by the keys of tasks. */
export interface BaselineDraft {
  readonly id: string;
  readonly tasks: ReadonlyMap<Key, BaselineTaskDraft>;
}

export interface BaselineTaskDraft {
  readonly start: Minute;
  readonly finish: Minute;
  readonly effortMinutes?: number;
  readonly cost?: number;
}

/** For work that people with different hours share: left out, without a word, where nothing uses it. */
export const roundTheClock: CalendarDraft = {
  key: 'round-the-clock',
  name: 'Round the clock',
  week: Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]),
  exceptions: [],
};
