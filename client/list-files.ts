// Finds the YAML files of the workspace for the server: VS Code knows which of them people want to see.
import { workspace } from 'vscode';
import type { ListFilesAnswer } from '../server/protocol.ts';

/** More files of a workspace are not looked at. */
const mostFiles = 10_000;

/** URIs of all YAML files in the folders of the workspace, but for those that settings hide. */
export async function listFiles(): Promise<ListFilesAnswer> {
  const found = await workspace.findFiles('**/*.{yaml,yml}', '**/node_modules/**', mostFiles);
  return found.map(String);
}
