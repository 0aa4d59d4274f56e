// The request to level a plan: run in slices, so that typing goes on meanwhile; it ends when it is cancelled or the text changes.
import type { CancellationToken } from 'vscode-languageserver';
import type { Analysis } from '../analysis.ts';
import { wordingOf } from '../editor/reader.ts';
import { workspaceEdit } from '../editor/workspace-edit.ts';
import { brokenPromises } from '../edits/broken-promises.ts';
import { type LevelledPlan, levelled } from '../edits/level.ts';
import { type LevelAnswer, type LevelParams, levelRequest } from '../protocol.ts';
import { message } from '../words/findings.ts';
import { levellingWords } from '../words/levelling.ts';
import { say, type Wording } from '../words/words.ts';
import type { Feature } from './features.ts';
import type { House } from './house.ts';

/** It goes on for so long before what has arrived is heard, in milliseconds. */
const slice = 12;

export const levelling: Feature = {
  capabilities: {},
  listen: (house) => {
    house.connection.onRequest<unknown, unknown>(
      levelRequest,
      house.runner.request(levelRequest, (params: LevelParams, token) => level(house, params, token)),
    );
  },
};

async function level(
  { workspace, client: { reader } }: House,
  { uri }: LevelParams,
  token: CancellationToken,
): Promise<LevelAnswer | null> {
  const analysis = await workspace.analysis(uri);
  if (analysis === undefined) return null;
  const steps = levelled(analysis);
  let heard = Date.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) {
      const { edits, delays, after, left } = step.value;
      const wording = wordingOf(analysis, reader);
      return {
        edit: workspaceEdit(analysis, edits, reader),
        delayed: delays.length,
        message: said(analysis, step.value, wording),
        finishBefore: analysis.schedule.planFinish,
        finish: after.schedule.planFinish,
        overloads: left.map((finding) => message(finding, wording)),
        brokenPromises: brokenPromises(analysis, after).map((finding) => message(finding, wording)),
      };
    }
    if (Date.now() - heard < slice) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (token.isCancellationRequested || workspace.document(uri)?.tree !== analysis.tree) return null;
    heard = Date.now();
  }
}

function said({ schedule }: Analysis, { delays, after, left }: LevelledPlan, wording: Wording): string {
  if (delays.length === 0) return say(left.length > 0 ? levellingWords.stuck : levellingWords.nothing, {}, wording);
  const [from, to] = [schedule.planFinish, after.schedule.planFinish];
  const moved = delays.length === 1 ? levellingWords['one-delayed'] : levellingWords.delayed;
  const finish = from === to ? levellingWords['same-finish'] : levellingWords.finish;
  return [
    say(moved, { count: delays.length }, wording),
    say(finish, { from: { minute: from - 1 }, to: { minute: to - 1 } }, wording),
    ...(left.length > 0 ? [say(levellingWords['left-count'], { count: left.length }, wording)] : []),
  ].join(' ');
}
