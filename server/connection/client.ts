// What the editor on the other side can do, read from what it announces when it connects.
import type { InitializeParams } from 'vscode-languageserver';
import type { Reader } from '../editor/reader.ts';
import type { InitializationOptions } from '../protocol.ts';
import { localeOf } from '../words/words.ts';

/** What the client announced. */
export interface Client {
  readonly reader: Reader;
  /** It asks for diagnostics itself; else they are pushed. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesHints: boolean;
  readonly refreshesLenses: boolean;
  readonly refreshesTokens: boolean;
  /** Colours may be offered to it later, and taken back. */
  readonly takesColoursLater: boolean;
  /** It answers `workspace/configuration`. */
  readonly configuration: boolean;
  readonly watchesFiles: boolean;
  readonly watchesConfiguration: boolean;
  readonly changesFolders: boolean;
  /** It asks and tells when people rename files. */
  readonly movesFiles: boolean;
  readonly preparesRename: boolean;
  /** It answers `plan/readFile`. */
  readonly readsFiles: boolean;
  /** It tells the unsaved texts of files that plans use. */
  readonly tellsDrafts: boolean;
  /** It listens to `plan/didAnalyse` and `plan/didSettle`. */
  readonly hearsAnalyses: boolean;
  /** It answers `plan/listFiles`. */
  readonly listsFiles: boolean;
  /** URIs of the folders of the workspace. */
  readonly folders: readonly string[];
}

/** Reads the announcement; what isn't said is not supported. */
export function clientOf(params: InitializeParams): Client {
  const options = optionsOf(params.initializationOptions);
  const { textDocument, workspace } = params.capabilities;
  const folders = params.workspaceFolders?.map((folder) => folder.uri) ?? [];
  return {
    reader: {
      locale: localeOf(params.locale),
      snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
      labelDetails: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
      versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
      relatedInformation:
        textDocument?.publishDiagnostics?.relatedInformation === true ||
        textDocument?.diagnostic?.relatedInformation === true,
      definitionLinks: textDocument?.definition?.linkSupport === true,
      foldingLimit: textDocument?.foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY,
      opensPreview: options.preview === true,
      disabledActions: textDocument?.codeAction?.disabledSupport === true,
      createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
      ...(typeof options.rulePages === 'string' && { rulePages: options.rulePages }),
    },
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesTokens: workspace?.semanticTokens?.refreshSupport === true,
    takesColoursLater: textDocument?.colorProvider?.dynamicRegistration === true,
    configuration: workspace?.configuration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    changesFolders: workspace?.workspaceFolders === true,
    movesFiles: workspace?.fileOperations?.willRename === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    readsFiles: options.readFile === true,
    tellsDrafts: options.drafts === true,
    hearsAnalyses: options.didAnalyse === true,
    listsFiles: options.listFiles === true,
    folders: folders.length > 0 || !params.rootUri ? folders : [params.rootUri],
  };
}

function optionsOf(options: unknown): InitializationOptions {
  return typeof options === 'object' && options !== null ? options : {};
}
