// A plan on the page with the real server behind it: its text is analysed, gestures are tried on it, and what is made is written into it.
import type { Browser } from 'playwright-core';
import type { FromPage } from '../../client/page/messages.ts';
import { lookAt, lookFor, withKnown } from '../../client/preview/look.ts';
import type { Analysis } from '../../server/analysis.ts';
import { answerFrom } from '../../server/charts/chart-answer.ts';
import { fitting } from '../../server/charts/folding.ts';
import { GanttRows } from '../../server/charts/gantt.ts';
import { answerGesture } from '../../server/connection/gestures.ts';
import { wordingOf } from '../../server/editor/reader.ts';
import { openTree } from '../../server/text/open-tree.ts';
import { analysed, chinese, english, uri } from '../unit/editor/analysed.ts';
import { drawn, type OpenedPage, openPage, type PageOptions } from './open-page.ts';

/** A chart of two phases; 2026-03-02 is a Monday. */
export const phases = `name: P
start: 2026-03-02
phases:
  one:
    tasks:
      a: 5d # first
      b: { duration: 5d, after: a }
  two:
    tasks:
      c: { duration: 10d, after: b }
`;

export interface EditedPlan extends OpenedPage {
  text(): string;
  /** How often the page has let a gesture go, to be written. */
  letGo(): number;
  /** How often a gesture was written. */
  written(): number;
  /** Takes the last written gesture back. */
  undo(): Promise<void>;
  /** Somebody types: the text is another one, and the page is told of it where `tells`. */
  type(text: string, tells: boolean): Promise<void>;
  /** Waits until the page shows the newest version. */
  upToDate(): Promise<void>;
  /** From now on what a gesture would do is told when the function that comes back is called, as where a plan is large. */
  holdAnswers(): () => Promise<void>;
  /** From now on what is made is written when the function that comes back is called. */
  holdWrites(): () => Promise<void>;
}

export interface PlanOptions {
  readonly locale?: 'en' | 'zh-cn';
  /** Why nothing may be written here, as the editor around the page says it. */
  readonly hindrance?: string;
  /** The page hears that its edit is written before it gets the new chart, as where a schedule takes its time. */
  readonly slowChart?: boolean;
  /** Texts of other files by URI. */
  readonly files?: Readonly<Record<string, string>>;
}

export async function openPlan(
  browser: Browser,
  text: string,
  { locale = 'en', hindrance, slowChart = false, files = {}, ...options }: PageOptions & PlanOptions = {},
): Promise<EditedPlan> {
  const reader = locale === 'en' ? english : chinese;
  let version = 1;
  let shownVersion = 1;
  let analysis = at(text, version, files);
  let folding = fitting;
  let look = lookFor(undefined);
  const before: string[] = [];
  const send = async (tell: OpenedPage['tell']): Promise<void> => {
    const rows = new GanttRows(analysis, wordingOf(analysis, reader), { folding });
    const news = answerFrom(rows, { ...look.rows, known: look.known });
    look = withKnown(look, news);
    shownVersion = analysis.snapshot.version;
    await tell({ type: 'chart', chart: { ...news, uri, version: shownVersion } });
  };
  const write = (next: string): void => {
    version += 1;
    analysis = at(next, version, files);
  };
  let held: (() => Promise<void>)[] | undefined;
  let toWrite: Promise<void> | undefined;
  let letGo = 0;
  const hears = async (message: FromPage, tell: OpenedPage['tell']): Promise<void> => {
    if (message.type === 'look') {
      look = lookAt(look, message);
      await send(tell);
    } else if (message.type === 'fold') {
      folding = message.folding;
      await send(tell);
    } else if (hindrance !== undefined && message.type === 'try') {
      await tell({ type: 'tried', id: message.id, answer: { refused: hindrance, moved: [], lines: [] } });
    } else if (hindrance !== undefined && message.type === 'make') {
      await tell({ type: 'made', id: message.id, refused: hindrance });
    } else if (message.type === 'try') {
      const answer = answerGesture(analysis, { uri, version: shownVersion, gesture: message.gesture }, reader);
      const { version: _, edits: __, ...tried } = answer;
      const answered = (): Promise<void> => tell({ type: 'tried', id: message.id, answer: tried });
      if (held === undefined) await answered();
      else held.push(answered);
    } else if (message.type === 'make') {
      const madeOn = shownVersion;
      letGo += 1;
      await toWrite;
      const answer = answerGesture(analysis, { uri, version: madeOn, gesture: message.gesture }, reader);
      if (answer.refused === undefined) {
        before.push(analysis.tree.text());
        write(edited(analysis, answer.edits));
        if (!slowChart) await send(tell);
      }
      await tell({
        type: 'made',
        id: message.id,
        ...(answer.refused === undefined ? {} : { refused: answer.refused }),
        ...(answer.made === undefined ? {} : { made: answer.made }),
      });
      if (slowChart && answer.refused === undefined) await send(tell);
    }
  };
  const opened = await openPage(browser, { language: locale === 'en' ? 'en' : 'zh-CN', ...options, hears });
  await opened.tell({ type: 'about', locale, uri, locked: false });
  await send(opened.tell);
  await drawn(opened.page, { version: 1 });
  await opened.settled();
  return {
    ...opened,
    text: () => analysis.tree.text(),
    letGo: () => letGo,
    written: () => before.length,
    undo: async () => {
      write(before.pop() ?? analysis.tree.text());
      await send(opened.tell);
      await drawn(opened.page, { version });
    },
    type: async (next, tells) => {
      write(next);
      if (tells) await send(opened.tell);
    },
    holdAnswers: () => {
      const answers: (() => Promise<void>)[] = [];
      held = answers;
      return async () => {
        held = undefined;
        for (const answer of answers) await answer();
      };
    },
    holdWrites: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      toWrite = promise;
      return async () => {
        resolve();
        await opened.settled();
      };
    },
    upToDate: () => drawn(opened.page, { version }),
  };
}

function at(text: string, version: number, files: NonNullable<PlanOptions['files']>): Analysis {
  const analysis = analysed(text, { files });
  return { ...analysis, snapshot: { ...analysis.snapshot, version } };
}

function edited(
  { tree }: Analysis,
  edits: readonly {
    readonly range: Parameters<ReturnType<typeof openTree>['edit']>[0][number]['range'];
    readonly newText: string;
  }[],
): string {
  const changes = edits
    .map(({ range, newText }) => ({ ...(range === undefined ? {} : { range }), text: newText }))
    .reverse();
  return openTree(tree.text()).edit(changes).text();
}
