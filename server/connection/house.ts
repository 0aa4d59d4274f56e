// What every request needs: the workspace, the reader, the runner.
import type { Connection } from 'vscode-languageserver';
import type { Rest } from '../workspace/in-turns.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Client } from './client.ts';
import type { EarlierVersions } from './earlier-versions.ts';
import type { Runner } from './runner.ts';

/** One connected client and all that is known for it. */
export interface House {
  readonly connection: Connection;
  readonly client: Client;
  readonly workspace: Workspace;
  readonly runner: Runner;
  /** Between the steps of long work. */
  readonly rest: Rest;
  /** Calls back after a pause, for what need not be at once. */
  readonly inPause: (callback: () => void) => void;
  /** Calls back after so many milliseconds. */
  readonly later: (callback: () => void, milliseconds: number) => void;
  readonly earlier: EarlierVersions;
}
