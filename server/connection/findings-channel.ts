// How findings reach the editor: it pulls where it said that it does, else they are pushed; never both.
import {
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Analysis } from '../analysis.ts';
import { diagnostics, findingWords } from '../editor/diagnostics.ts';
import type { FindingWords } from '../editor/finding-words.ts';
import type { Reader } from '../editor/reader.ts';
import type { TextChange } from '../text/tree.ts';
import { hasFindings } from '../workspace/schemes.ts';
import type { House } from './house.ts';
import { News } from './news.ts';
import { PushedClosed } from './pushed-closed.ts';
import { askAgain } from './runner.ts';
import { areAlike, ToldFindings } from './told-findings.ts';
import { type NamedFindings, WorkspaceFindings } from './workspace-findings.ts';

/** One of the two ways. */
export interface FindingsChannel {
  /** The editor listens from now on. */
  initialized(): void;
  /** There is a new analysis. */
  analysed(analysis: Analysis): void;
  /** The same version, judged by the slower rules too. */
  settled(analysis: Analysis, before: Analysis): void;
  /** Something else than their text changed what open plans mean. */
  outdated(): void;
  /** Plans that are not open may have come, gone, or mean something else. */
  closedOutdated(): void;
  /** A text has changed: what can wait waits. */
  typed(uri: string, changes: readonly TextChange[]): void;
  closed(uri: string): void;
}

/** The way that this client reads findings. */
export function findingsChannel(house: House): FindingsChannel {
  return house.client.pullsDiagnostics ? pull(house) : push(house);
}

function push(house: House): FindingsChannel {
  const { connection, client } = house;
  const worded = new Worded(client.reader);
  const send = (analysis: Analysis): void => {
    const { uri, version } = analysis.snapshot;
    closed.opened(uri);
    if (hasFindings(uri)) void connection.sendDiagnostics({ uri, version, diagnostics: worded.diagnostics(analysis) });
  };
  const closed = new PushedClosed(house);
  return {
    initialized: () => closed.begin(),
    analysed: send,
    settled: (analysis, before) => {
      if (!worded.areSame(analysis, before)) send(analysis);
    },
    outdated: () => {},
    closedOutdated: () => closed.look(),
    typed: () => closed.putOff(),
    closed: (uri) => {
      worded.forget(uri);
      closed.closed(uri);
    },
  };
}

/** Findings depend on the day as well: nobody waits for longer, in milliseconds. */
const longestWait = 600_000;

function pull(house: House): FindingsChannel {
  const { connection, client, runner, workspace } = house;
  const worded = new Worded(client.reader);
  const news = new News(house.later);
  // Names of what was answered: neither the same analysis nor the same findings are sent twice.
  const names = new WeakMap<Analysis, string>();
  const told = new Map<string, ToldFindings>();
  let named = 0;
  const nameOf = (analysis: Analysis): string => {
    const name = names.get(analysis) ?? `${analysis.snapshot.version}.${++named}`;
    names.set(analysis, name);
    return name;
  };
  connection.onRequest(
    DocumentDiagnosticRequest.type,
    runner.request(
      DocumentDiagnosticRequest.method,
      async ({ textDocument: { uri }, previousResultId }, token): Promise<DocumentDiagnosticReport> => {
        if (!hasFindings(uri)) return { kind: 'full', items: [] };
        const analysis = await workspace.analysis(uri);
        const found = analysis
          ? findingsToTell(uri, analysis, previousResultId)
          : await ofWorkspace.ofClosed(uri, token);
        if (!found) return { kind: 'full', items: [] };
        const { resultId, items } = found;
        return resultId === previousResultId
          ? { kind: 'unchanged', resultId }
          : { kind: 'full', resultId, items: items() };
      },
      askAgain,
    ),
  );
  connection.onRequest(
    WorkspaceDiagnosticRequest.type,
    runner.request(
      WorkspaceDiagnosticRequest.method,
      async (params: WorkspaceDiagnosticParams, token): Promise<WorkspaceDiagnosticReport> => {
        const { partialResultToken } = params;
        const items: WorkspaceDocumentDiagnosticReport[] = [];
        if (!client.watchesFiles) workspace.listAgain();
        const wanted = (): boolean => !token.isCancellationRequested;
        const known = news.count;
        let isNew = false;
        await ofWorkspace.report(params.previousResultIds, wanted, (report) => {
          isNew ||= report.kind === 'full';
          if (partialResultToken === undefined) items.push(report);
          else
            void connection.sendProgress(WorkspaceDiagnosticRequest.partialResult, partialResultToken, {
              items: [report],
            });
        });
        // Who takes the answer piece by piece asks again as soon as it has ended: it ends when there is something to say.
        if (!isNew && partialResultToken !== undefined && client.watchesFiles)
          await news.after(known, token, longestWait);
        return { items };
      },
      askAgain,
    ),
  );
  const findingsOf = (analysis: Analysis): NamedFindings => ({
    resultId: nameOf(analysis),
    items: () => worded.diagnostics(analysis),
  });
  const findingsToTell = (uri: string, analysis: Analysis, known: string | undefined): NamedFindings => {
    const items = worded.diagnostics(analysis);
    const last = told.get(uri);
    if (last !== undefined && last.resultId === known && last.stands(items)) names.set(analysis, known);
    const resultId = nameOf(analysis);
    if (resultId !== known) told.set(uri, new ToldFindings(resultId, items));
    return { resultId, items: () => items };
  };
  const ofWorkspace = new WorkspaceFindings(house, findingsOf);
  const refresh = runner.run('workspace/diagnostic/refresh', () => connection.languages.diagnostics.refresh());
  return {
    initialized: () => {},
    analysed: () => news.tell(),
    settled: (analysis, before) => {
      news.tell();
      if (client.refreshesDiagnostics && !worded.areSame(analysis, before)) void refresh({});
    },
    outdated: () => {
      news.tell();
      if (client.refreshesDiagnostics) void refresh({});
    },
    closedOutdated: () => news.tell(),
    typed: (uri, changes) => told.get(uri)?.typed(changes),
    closed: (uri) => {
      worded.forget(uri);
      told.delete(uri);
      news.tell();
    },
  };
}

/** Diagnostics of open plans: findings that stay keep their words. */
class Worded {
  readonly #words = new Map<string, FindingWords>();
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  diagnostics(analysis: Analysis): Diagnostic[] {
    const { uri } = analysis.snapshot;
    const words = findingWords(analysis, this.#reader, this.#words.get(uri));
    this.#words.set(uri, words);
    return diagnostics(analysis, this.#reader, words);
  }

  /** Whether a reader sees the same. */
  areSame(one: Analysis, other: Analysis): boolean {
    return areAlike(this.diagnostics(one), this.diagnostics(other));
  }

  forget(uri: string): void {
    this.#words.delete(uri);
  }
}
