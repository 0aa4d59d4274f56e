// The table of language features: one row each, from a request to its function in editor/.
import {
  CodeActionRequest,
  CodeLensRequest,
  ColorPresentationRequest,
  CompletionRequest,
  CompletionResolveRequest,
  DefinitionRequest,
  DocumentColorRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentOnTypeFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  LinkedEditingRangeRequest,
  LSPErrorCodes,
  PrepareRenameRequest,
  type ProtocolRequestType,
  ReferencesRequest,
  RenameRequest,
  ResponseError,
  SelectionRangeRequest,
  type ServerCapabilities,
  type TextDocumentIdentifier,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { Analysis } from '../analysis.ts';
import { exportedText } from '../charts/export.ts';
import { ganttAnswer } from '../charts/gantt-answer.ts';
import { codeActionKinds, codeActions } from '../editor/code-actions.ts';
import { codeLenses } from '../editor/code-lenses.ts';
import { itemUri as completedIn, completion, resolvedItem } from '../editor/completion.ts';
import { asksWhatFollows, conditionSigns } from '../editor/condition-place.ts';
import { definition } from '../editor/definition.ts';
import { documentHighlights } from '../editor/document-highlights.ts';
import { documentLinks } from '../editor/document-links.ts';
import { documentSymbols, KnownSymbols } from '../editor/document-symbols.ts';
import { foldingRanges } from '../editor/folding-ranges.ts';
import { onTypeFormatting } from '../editor/formatting.ts';
import { hover } from '../editor/hover.ts';
import { inlayHints } from '../editor/inlay-hints.ts';
import { linkedEditing } from '../editor/linked-editing.ts';
import { outlook } from '../editor/outlook.ts';
import { pathPlace } from '../editor/path-completion.ts';
import { offsetOf } from '../editor/place.ts';
import { type Reader, wordingOf } from '../editor/reader.ts';
import { references } from '../editor/references.ts';
import { prepareRename, type Refusal, rename } from '../editor/rename.ts';
import { selectionRanges } from '../editor/selection-ranges.ts';
import { tagColours, tagPresentations } from '../editor/tag-colours.ts';
import type { BoundPlan } from '../plan/bound-plan.ts';
import {
  type ChartAnswer,
  type ChartParams,
  chartRequest,
  type EarlierAnswer,
  type EarlierParams,
  type ExportAnswer,
  type ExportParams,
  earlierRequest,
  exportRequest,
  type GestureAnswer,
  type GestureParams,
  gestureRequest,
  type LocateAnswer,
  type LocateParams,
  locateRequest,
  type OutlookAnswer,
  type OutlookParams,
  outlookRequest,
  type TaskAtAnswer,
  type TaskAtParams,
  type TreeAnswer,
  type TreeParams,
  taskAtRequest,
  treeRequest,
} from '../protocol.ts';
import type { Steps } from '../text/steps.ts';
import { inTurns } from '../workspace/in-turns.ts';
import type { EditorSettings } from '../workspace/settings.ts';
import { callFeature } from './calls.ts';
import { formattingFeature } from './formatting.ts';
import { answerGesture } from './gestures.ts';
import type { House } from './house.ts';
import { imports } from './imports.ts';
import { levelling } from './levelling.ts';
import { completedPath } from './named-files.ts';
import { newPlans } from './new-plans.ts';
import { locate, taskAt, treeOf } from './own-requests.ts';
import { semanticTokenFeature } from './semantic-tokens.ts';
import { simulations } from './simulations.ts';
import { symbolFeature } from './symbols.ts';
import { viewFeature } from './view-feature.ts';

/** One row: what it offers the editor, and how it listens. */
export interface Feature {
  readonly capabilities: ServerCapabilities;
  listen(house: House): void;
}

export const features: readonly Feature[] = [
  feature(HoverRequest.type, { hoverProvider: true }, (analysis, { position }, reader) =>
    hover(analysis, offsetOf(analysis.tree, position), reader),
  ),
  feature(
    CompletionRequest.type,
    {
      completionProvider: {
        triggerCharacters: [' ', '[', '{', ',', '/', '*', '"', "'", ...conditionSigns],
        resolveProvider: true,
      },
    },
    (analysis, { position, context }, reader, _, { workspace }) => {
      const offset = offsetOf(analysis.tree, position);
      const typed = context?.triggerCharacter;
      if (typed !== undefined && !asksWhatFollows(analysis.tree, offset, typed)) return null;
      const path = pathPlace(analysis, offset);
      return path ? completedPath(analysis, path, workspace) : completion(analysis, offset, reader);
    },
  ),
  {
    capabilities: {},
    listen: ({ connection, runner, workspace, client }) => {
      connection.onRequest(
        CompletionResolveRequest.type,
        runner.request(CompletionResolveRequest.method, async (item) => {
          const uri = completedIn(item);
          const analysis = uri === undefined ? undefined : await workspace.analysis(uri);
          return analysis ? resolvedItem(analysis, item, client.reader) : item;
        }),
      );
    },
  },
  inSteps(DocumentSymbolRequest.type, { documentSymbolProvider: true }, () => {
    const known = new KnownSymbols();
    return (analysis) => documentSymbols(analysis, known);
  }),
  feature(DefinitionRequest.type, { definitionProvider: true }, (analysis, { position }, reader) =>
    definition(analysis, offsetOf(analysis.tree, position), reader),
  ),
  across(ReferencesRequest.type, { referencesProvider: true }, (plans, offset, { context }) =>
    references(plans, offset, context?.includeDeclaration === true),
  ),
  feature(DocumentHighlightRequest.type, { documentHighlightProvider: true }, (analysis, { position }) =>
    documentHighlights(analysis, offsetOf(analysis.tree, position)),
  ),
  inSteps(
    FoldingRangeRequest.type,
    { foldingRangeProvider: true },
    () => (analysis, reader) => foldingRanges(analysis, reader),
  ),
  feature(SelectionRangeRequest.type, { selectionRangeProvider: true }, ({ tree }, { positions }, _, settings) =>
    settings.selectionRanges
      ? selectionRanges(
          tree,
          positions.map((position) => offsetOf(tree, position)),
        )
      : null,
  ),
  feature(
    CodeActionRequest.type,
    { codeActionProvider: { codeActionKinds: [...codeActionKinds] } },
    (analysis, params, reader) => codeActions(analysis, params.range, params.context, reader),
  ),
  formattingFeature,
  feature(
    DocumentOnTypeFormattingRequest.type,
    { documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' } },
    (analysis, { options, position }, _, settings) =>
      settings.onTypeFormatting ? onTypeFormatting(analysis, position, options) : [],
  ),
  across(PrepareRenameRequest.type, {}, (plans, offset, _, reader) => orRefused(prepareRename(plans, offset, reader))),
  across(RenameRequest.type, { renameProvider: true }, (plans, offset, { newName }, reader) =>
    orRefused(rename(plans, offset, newName, reader)),
  ),
  feature(InlayHintRequest.type, { inlayHintProvider: true }, (analysis, { range }, reader, { inlayHints: shown }) =>
    inlayHints(analysis, range, shown, reader),
  ),
  feature(
    LinkedEditingRangeRequest.type,
    { linkedEditingRangeProvider: true },
    (analysis, { position }, _, settings) =>
      settings.linkedEditing ? linkedEditing(analysis, offsetOf(analysis.tree, position)) : null,
  ),
  inSteps(
    DocumentColorRequest.type,
    { colorProvider: true },
    () => (analysis, _reader, settings) => (settings.colours ? tagColours(analysis) : undefined),
  ),
  feature(ColorPresentationRequest.type, {}, (analysis, { range }) => tagPresentations(analysis, range)),
  feature(CodeLensRequest.type, { codeLensProvider: {} }, (analysis, _, reader, { codeLens }) =>
    codeLens ? codeLenses(analysis, reader) : [],
  ),
  feature(DocumentLinkRequest.type, { documentLinkProvider: {} }, (analysis) => documentLinks(analysis)),
  callFeature,
  own<ChartParams, ChartAnswer>(chartRequest, (analysis, params, reader, _settings, { earlier }) =>
    ganttAnswer(analysis, params, wordingOf(analysis, reader), (key) => earlier.of(params.uri, key)),
  ),
  own<EarlierParams, EarlierAnswer>(earlierRequest, (analysis, params, _reader, _settings, { earlier }) =>
    earlier.take(analysis, params),
  ),
  own<ExportParams, ExportAnswer>(exportRequest, async (analysis, { format, assets }, reader) => ({
    text: await exportedText(analysis, format, wordingOf(analysis, reader), assets),
  })),
  own<GestureParams, GestureAnswer>(gestureRequest, answerGesture),
  viewFeature,
  own<LocateParams, LocateAnswer>(locateRequest, locate),
  own<TaskAtParams, TaskAtAnswer>(taskAtRequest, taskAt),
  newPlans,
  levelling,
  own<OutlookParams, OutlookAnswer>(outlookRequest, (analysis, _, reader) =>
    outlook(analysis, wordingOf(analysis, reader)),
  ),
  own<TreeParams, TreeAnswer>(treeRequest, treeOf),
  imports,
  simulations,
  semanticTokenFeature,
  symbolFeature,
];

type Answer<P, R> = (
  analysis: Analysis,
  params: P,
  reader: Reader,
  settings: EditorSettings,
  house: House,
) => R | ResponseError<never> | Promise<R>;

/** A feature of LSP that is about one document; null where that isn't open. */
function feature<P extends { readonly textDocument: TextDocumentIdentifier }, R, PR, E, RO>(
  type: ProtocolRequestType<P, R | null, PR, E, RO>,
  capabilities: ServerCapabilities,
  answer: Answer<P, R | null>,
): Feature {
  return {
    capabilities,
    listen: (house) => {
      listen(house, type.method, (params: P) => params.textDocument.uri, answer);
    },
  };
}

/**
 * A feature of LSP that is about all of a document: made in slices, so that typing goes on meanwhile, until it is cancelled or the text
 * changes. `begin` gives what answers one client; undefined is nothing to show.
 */
function inSteps<R>(
  type: { readonly method: string },
  capabilities: ServerCapabilities,
  begin: () => (analysis: Analysis, reader: Reader, settings: EditorSettings) => Steps<R[]> | undefined,
): Feature {
  return {
    capabilities,
    listen: ({ connection, runner, workspace, client, rest }) => {
      const answer = begin();
      connection.onRequest<unknown, unknown>(
        type.method,
        runner.request(type.method, async ({ textDocument: { uri } }: Asked, token): Promise<R[] | null> => {
          const analysis = await workspace.analysis(uri);
          if (!analysis) return null;
          const steps = answer(analysis, client.reader, await workspace.editorSettings(uri));
          const isWanted = () => !token.isCancellationRequested && workspace.document(uri)?.tree === analysis.tree;
          return steps ? ((await inTurns(steps, rest, isWanted)) ?? null) : [];
        }),
      );
    },
  };
}

interface Asked {
  readonly textDocument: TextDocumentIdentifier;
}

/** A feature of LSP that is about a place in a document, and all the plans that share files with it: that document's plan comes first. */
function across<P extends TextDocumentPositionParams, R, PR, E, RO>(
  type: ProtocolRequestType<P, R | null, PR, E, RO>,
  capabilities: ServerCapabilities,
  answer: (plans: readonly BoundPlan[], offset: number, params: P, reader: Reader) => R | ResponseError<never> | null,
): Feature {
  return {
    capabilities,
    listen: ({ connection, runner, workspace, client }) => {
      connection.onRequest<unknown, unknown>(
        type.method,
        runner.request(type.method, async (params: P, token) => {
          const plans = await workspace.relatedPlans(params.textDocument.uri, () => !token.isCancellationRequested);
          const [here] = plans ?? [];
          return here && plans ? answer(plans, offsetOf(here.tree, params.position), params, client.reader) : null;
        }),
      );
    },
  };
}

function orRefused<T extends object>(answer: T | Refusal): T | ResponseError<never> {
  return 'refused' in answer ? new ResponseError(LSPErrorCodes.RequestFailed, answer.refused) : answer;
}

/** A request of our own that is about one document; null where that isn't open. */
function own<P extends { readonly uri: string }, R>(method: string, answer: Answer<P, R | null>): Feature {
  return { capabilities: {}, listen: (house) => listen(house, method, (params: P) => params.uri, answer) };
}

function listen<P, R>(house: House, method: string, uriOf: (params: P) => string, answer: Answer<P, R | null>): void {
  const { connection, runner, workspace, client } = house;
  connection.onRequest<unknown, unknown>(
    method,
    runner.request(method, async (params: P) => {
      const uri = uriOf(params);
      const analysis = await workspace.analysis(uri);
      return analysis ? answer(analysis, params, client.reader, await workspace.editorSettings(uri), house) : null;
    }),
  );
}
