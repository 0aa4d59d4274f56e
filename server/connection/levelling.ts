// The request to level a plan: run in slices, so that typing goes on meanwhile; it ends when it is cancelled or the text changes.
import type { CancellationToken } from 'vscode-languageserver';
import type { Analysis } from '../analysis.ts';
import { wordingOf } from '../editor/reader.ts';
import { workspaceEdit } from '../editor/workspace-edit.ts';
import { brokenPromises } from '../edits/broken-promises.ts';
import { type LevelledPlan, levelled } from '../edits/level.ts';
import { type LevelAnswer, type LevelParams, levelRequest } from '../protocol.ts';
import { message } from '../words/findings.ts';
import { keptIn, levellingWords, movesIn } from '../words/levelling.ts';
import { say, type Wording } from '../words/words.ts';
import { inTurns } from '../workspace/in-turns.ts';
import type { Feature } from './features.ts';
import type { House } from './house.ts';

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
  { workspace, rest, client: { reader } }: House,
  { uri }: LevelParams,
  token: CancellationToken,
): Promise<LevelAnswer | null> {
  const analysis = await workspace.analysis(uri);
  if (analysis === undefined) return null;
  const isWanted = () => !token.isCancellationRequested && workspace.document(uri)?.tree === analysis.tree;
  const plan = await inTurns(levelled(analysis), rest, isWanted);
  if (plan === undefined) return null;
  const { edits, delays, after, left } = plan;
  const wording = wordingOf(analysis, reader);
  return {
    edit: workspaceEdit(analysis, edits, reader),
    delayed: delays.length,
    message: said(analysis, plan, wording),
    finishBefore: analysis.schedule.planFinish,
    finish: after.schedule.planFinish,
    overloads: left.map((finding) => message(finding, wording)),
    brokenPromises: brokenPromises(analysis, after).map((finding) => message(finding, wording)),
  };
}

function said({ schedule }: Analysis, { delays, kept, after, left }: LevelledPlan, wording: Wording): string {
  const stay = keptIn(kept, wording);
  if (delays.length === 0)
    return [say(left.length > 0 ? levellingWords.stuck : levellingWords.nothing, {}, wording), ...stay].join(' ');
  const [from, to] = [schedule.planFinish, after.schedule.planFinish];
  const finish = from === to ? levellingWords['same-finish'] : levellingWords.finish;
  return [
    movesIn(delays, wording),
    say(finish, { from: { minute: from - 1 }, to: { minute: to - 1 } }, wording),
    ...(left.length > 0 ? [say(levellingWords['left-count'], { count: left.length }, wording)] : []),
    ...stay,
  ].join(' ');
}
