// The request about files of other programs: the text of a plan that comes of one, and what was lost on the way.
import { analyse } from '../analysis.ts';
import { foreignText } from '../exchange/foreign-bytes.ts';
import { foreignFormats, formatOf } from '../exchange/foreign-formats.ts';
import { intoPlanFrom } from '../exchange/into-plan.ts';
import { lossLines } from '../exchange/loss-lines.ts';
import { type ImportAnswer, type ImportParams, importRequest } from '../protocol.ts';
import { loadPublishedHolidays } from '../schedule/published-holidays.ts';
import { openTree } from '../text/open-tree.ts';
import { convertWords } from '../words/convert.ts';
import { type Locale, plainWording, say } from '../words/words.ts';
import type { Feature } from './features.ts';

export const imports: Feature = {
  capabilities: {},
  listen: ({ connection, runner, client }) => {
    connection.onRequest<unknown, unknown>(
      importRequest,
      runner.request(importRequest, (params: ImportParams) => imported(params, client.reader.locale)),
    );
  },
};

async function imported({ name, nowMinute, ...content }: ImportParams, locale: Locale): Promise<ImportAnswer> {
  const wording = plainWording(locale);
  const format = formatOf(name);
  if (format === undefined || (format.read === undefined && format.readPlan === undefined)) {
    const readable = foreignFormats.filter(({ read, readPlan }) => read !== undefined || readPlan !== undefined);
    const formats = { list: readable.map(({ ending }) => `*${ending}`) };
    return { refused: say(convertWords['no-source'], { path: name, formats }, wording) };
  }
  const read = 'text' in content ? content : foreignText(bytesOf(content.base64), name);
  if (read === undefined) return { refused: say(convertWords.unreadable, { path: name }, wording) };
  const holidays = await loadPublishedHolidays(locale);
  const plan = await intoPlanFrom(
    { ...read, path: name, format },
    (made) =>
      analyse({
        uri: 'untitled:import',
        version: 0,
        tree: openTree(made),
        files: () => undefined,
        holidays,
        settings: { rules: {} },
        nowMinute,
      }),
    wording,
  );
  if ('refused' in plan) return plan;
  return { text: plan.text, losses: lossLines(plan.losses, wording), notes: plan.notes };
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
}
