// What one version of a plan leaves to the next.
import type { Calendars } from './calendars.ts';
import type { Definitions } from './definitions.ts';
import type { Document } from './document.ts';
import type { Gathered } from './gathered.ts';
import type { Includes } from './includes.ts';
import type { LineKeys } from './line-keys.ts';
import type { Network } from './network.ts';
import type { Resolved } from './resolved.ts';
import type { PlanRecord } from './schema.generated.ts';
import type { Settled } from './settle.ts';
import type { Since } from './since.ts';
import type { TaskEntries } from './task-entries.ts';
import type { TaskIndex } from './task-index.ts';
import type { TaskList } from './task-list.ts';

export interface Kept {
  readonly entries: TaskEntries;
  readonly document: Document;
  readonly list: TaskList;
  readonly includes: Includes;
  /** The document with its work, and with what files add. */
  readonly root: PlanRecord;
  readonly definitions: Definitions;
  readonly calendars: Calendars;
  readonly index: TaskIndex;
  readonly gathered: Gathered;
  readonly resolved: Resolved;
  readonly network: Network;
  readonly settled: Settled;
  /** Whether no alias or merge key stands in the plan: each node then says one thing, once. */
  readonly isPlain: boolean;
  readonly lineKeys: LineKeys;
  /** Stands for this version. */
  readonly mark: object;
  readonly since?: Since;
}
