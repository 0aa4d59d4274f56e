// Where the text of files comes from that a plan names: the machine's disk, or the editor on the other side.
import type { LoadedFile } from '../plan/plan.ts';

/** Why a file has no text. */
export type FileFailure = NonNullable<LoadedFile['failure']>;

export type FileText = { readonly text: string } | { readonly failure: FileFailure };

/** Reads and finds files. It never rejects: what goes wrong is an answer. */
export interface FileSource {
  /** The text of a file that lies inside one of the folders `within` (URIs), links followed; `outside` for all others. */
  read(uri: string, within: readonly string[]): Promise<FileText>;
  /** URIs of the YAML files in these folders (URIs) and below, `mostFiles` at most; none where nobody can tell. */
  list?(folders: readonly string[]): Promise<readonly string[]>;
}

/** More files of a workspace are not looked at. */
export const mostFiles = 10_000;

/** Whether a path's ending is one of YAML's. */
export function isYaml(path: string): boolean {
  return /\.ya?ml$/i.test(path);
}

/** Whether a path's ending is a plan's. */
export function isPlanPath(path: string): boolean {
  return /\.plan\.ya?ml$/i.test(path);
}

/** Files of a plan are read by people: nothing sensible is larger, in bytes. */
export const largestFile = 8 * 1024 * 1024;
