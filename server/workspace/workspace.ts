// What is known: open documents, the files they name, settings, the clock. Makes snapshots and holds the newest analysis of each open plan.
import type { Analysis, Snapshot } from '../analysis.ts';
import type { BoundPlan } from '../plan/bound-plan.ts';
import { type CountryHolidays, noCountryHolidays } from '../schedule/country-holidays.ts';
import type { Steps } from '../text/steps.ts';
import type { TextChange } from '../text/tree.ts';
import { ClosedPlans } from './closed-plans.ts';
import { Documents, type OpenDocument, type Opening } from './documents.ts';
import { type FileSource, isPlanPath } from './file-source.ts';
import { inTurns, type Rest } from './in-turns.ts';
import { LoadedFiles, type OpenText } from './loaded-files.ts';
import { type NamingFile, namingFiles } from './naming-files.ts';
import { folderOf, isInside, normalUri, usesAny } from './path.ts';
import { relatedPlans } from './related-plans.ts';
import { type EditorSettings, Settings, type SettingsSource } from './settings.ts';

/** What differs from one house to the next. */
export interface WorkspaceParts {
  readonly openTree: (text: string) => Opening;
  readonly analyse: (snapshot: Snapshot, before?: Analysis) => Steps<Analysis>;
  readonly settle: (analysis: Analysis) => Steps<Analysis>;
  readonly files: FileSource;
  readonly settings: SettingsSource;
  /** Loads public holidays, once a plan names a country. */
  readonly holidays: () => Promise<CountryHolidays>;
  /** Now, in wall-clock minutes of the reader's zone since 1970-01-01. */
  readonly now: () => number;
  readonly rest: Rest;
  /** Called when open plans come to use other files than before, with all that they use. */
  readonly uses?: (uris: readonly string[]) => void;
  /** Called once for every new analysis; its findings may not be settled. */
  readonly analysed: (analysis: Analysis) => void;
  /** Called when the findings of an analysis are settled. */
  readonly settled: (analysis: Analysis, before: Analysis) => void;
  /** Called when something else than their own text changed what open plans mean. */
  readonly outdated: (uris: readonly string[]) => void;
  /** Called when plans of the workspace that are not open may have come, gone, or mean something else. */
  readonly closedOutdated?: () => void;
}

/** Plans include files that include files: nobody does that deeper. */
const deepestInclude = 16;

interface State {
  /** Files that its newest analysis used, by URI. */
  used: ReadonlySet<string>;
  /** The public holidays that its analyses get: the same function as long as they are, since much is kept for that. */
  holidays?: AskedHolidays;
  /** The newest analysis: what of it still holds is not made again. */
  latest?: Analysis;
  /** Something else than the text has changed since. */
  outdated: boolean;
  running?: Promise<Analysis | undefined>;
}

/** Open documents and their analyses. Closing a document frees all that belonged to it. */
export class Workspace {
  readonly #parts: WorkspaceParts;
  readonly #documents: Documents;
  readonly #files: LoadedFiles;
  readonly #settings: Settings;
  readonly #states = new Map<string, State>();
  #folders: readonly string[] = [];
  #holidays: Promise<CountryHolidays> | undefined;
  #listed: Promise<readonly string[]> | undefined;
  readonly #closed: ClosedPlans;
  /** Unsaved texts of files that are no plans themselves, by URI. */
  readonly #drafts = new Map<string, OpenText>();
  #used: ReadonlySet<string> = new Set();

  constructor(parts: WorkspaceParts) {
    this.#parts = parts;
    this.#documents = new Documents(parts.openTree);
    const inEditor = (uri: string): OpenText | undefined => this.#documents.get(uri)?.tree ?? this.#drafts.get(uri);
    this.#files = new LoadedFiles(parts.files, inEditor);
    this.#settings = new Settings(parts.settings);
    this.#closed = new ClosedPlans({
      files: parts.files,
      inEditor,
      analyse: (uri, text, files, wanted) => this.#analyseClosed(uri, text, files, wanted),
      foldersFor: (uri) => this.#foldersFor(uri),
      today: () => day(parts.now()),
    });
  }

  document(uri: string): OpenDocument | undefined {
    return this.#documents.get(uri);
  }

  documents(): Iterable<OpenDocument> {
    return this.#documents.all();
  }

  /** Which of the features that have a setting the editor wants in a document. */
  editorSettings(uri: string): Promise<EditorSettings> {
    return this.#settings.editorOf(uri);
  }

  /** How many loaded files are kept. */
  get loadedFiles(): number {
    return this.#files.count;
  }

  open(uri: string, version: number, text: string): void {
    this.#documents.open(uri, version, text);
    this.#states.set(normalUri(uri), { used: new Set(), outdated: false });
    this.#changed([uri]);
  }

  /** False for a document that isn't open. */
  change(uri: string, version: number, changes: readonly TextChange[]): boolean {
    if (!this.#documents.change(uri, version, changes)) return false;
    this.#changed([uri]);
    return true;
  }

  close(uri: string): void {
    this.#documents.close(uri);
    this.#settings.forget(uri);
    this.#states.delete(normalUri(uri));
    this.#changed([uri]);
    this.#dropUnused();
  }

  /** YAML files in the folders of the workspace, by URI. Asked for once, until files change. */
  listedFiles(): Promise<readonly string[]> {
    this.#listed ??= this.#parts.files.list?.(this.#folders) ?? Promise.resolve([]);
    return this.#listed;
  }

  /** The plans of the workspace's folders that are not open, analysed when they are asked for. */
  get closedPlans(): ClosedPlans {
    return this.#closed;
  }

  /** Reads again what was read of files that are not open: for editors that don't say when files change. */
  readAgain(): void {
    this.listAgain();
    this.#files.forgetAll();
    this.#renew((_, { used }) => used.size > 0);
    this.#parts.closedOutdated?.();
  }

  /** Looks again which plans there are, and what the closed ones say. */
  listAgain(): void {
    this.#listed = undefined;
    this.#closed.doubtAll();
  }

  /**
   * The plan at `uri`, then all others that share files with it or are part of it, as the files are now. Undefined where that isn't open, or
   * nobody waits any more.
   */
  async relatedPlans(uri: string, wanted: () => boolean): Promise<readonly BoundPlan[] | undefined> {
    this.#listed = undefined;
    const listed = (await this.listedFiles()).filter(isPlanPath);
    const open = [...this.#documents.all()].map(({ uri, version, tree }) => {
      return { uri, version, tree, plan: this.#states.get(normalUri(uri))?.latest?.plan };
    });
    const foldersFor = (of: string): readonly string[] => this.#foldersFor(of);
    return relatedPlans(uri, { files: this.#parts.files, open, drafts: this.#drafts, listed, foldersFor, wanted });
  }

  /** The texts that may name other files, as they are now. */
  async namingFiles(): Promise<readonly NamingFile[]> {
    const listed = (await this.listedFiles()).filter(isPlanPath);
    return namingFiles([...this.#documents.all()], listed, this.#closed.files(), (of) => this.#foldersFor(of));
  }

  /** Files on the disk changed, came or went; folders too, with all that was in them. */
  filesChanged(uris: readonly string[]): void {
    this.#listed = undefined;
    for (const uri of uris) this.#files.forgetBelow(uri);
    if (this.#changed(uris)) this.#parts.outdated([]);
    else this.#parts.closedOutdated?.();
  }

  /** The unsaved text of a file that is open as something else than a plan; undefined when what is on the disk counts again. */
  draft(uri: string, text: string | undefined): void {
    if (text === undefined) this.#drafts.delete(normalUri(uri));
    else this.#drafts.set(normalUri(uri), { text: () => text });
    this.#files.forget(uri);
    this.#changed([uri]);
  }

  settingsChanged(): void {
    this.#settings.forgetAll();
    this.#renewAll();
  }

  /** The folders that files may be read from. */
  setFolders(folders: readonly string[]): void {
    this.#folders = folders;
    this.#listed = undefined;
    this.#files.forgetAll();
    this.#renewAll();
  }

  /**
   * The analysis of the newest text, with every file it names loaded. Callers that come while it is made share it; edits that come
   * meanwhile go into the next one, all together. Undefined for a document that isn't open, or is closed meanwhile.
   */
  async analysis(uri: string): Promise<Analysis | undefined> {
    const state = this.#states.get(normalUri(uri));
    if (!state) return undefined;
    if (state.latest && !state.outdated && this.#isCurrent(state.latest)) return state.latest;
    state.running ??= this.#make(uri, state).finally(() => {
      delete state.running;
    });
    const made = await state.running;
    return made && this.#documents.get(uri)?.tree !== made.tree ? this.analysis(uri) : made;
  }

  /** Lets the slower rules judge the newest analysis, in steps; given up as soon as there is something newer. */
  async settle(uri: string): Promise<void> {
    const state = this.#states.get(normalUri(uri));
    const analysis = state?.latest;
    if (!state || !analysis || analysis.settled) return;
    const isNewest = (): boolean =>
      this.#states.get(normalUri(uri)) === state && state.latest === analysis && this.#isCurrent(analysis);
    const settled = isNewest() ? await inTurns(this.#parts.settle(analysis), this.#parts.rest, isNewest) : undefined;
    if (!settled || !isNewest()) return;
    state.latest = settled;
    this.#parts.settled(settled, analysis);
  }

  #isCurrent(analysis: Analysis): boolean {
    return (
      this.#documents.get(analysis.snapshot.uri)?.tree === analysis.tree &&
      day(analysis.snapshot.nowMinute) === day(this.#parts.now())
    );
  }

  async #make(uri: string, state: State): Promise<Analysis | undefined> {
    for (let round = 1; ; round += 1) {
      const settings = await this.#settings.rulesOf(uri);
      const published = await this.#holidays;
      const isOpen = (): boolean => this.#states.get(normalUri(uri)) === state;
      const opened = this.#documents.get(uri);
      if (opened) await inTurns(opened.open(), this.#parts.rest, isOpen);
      const document = this.#documents.get(uri);
      if (!document) return undefined;
      if (!isOpen()) return this.analysis(uri);
      const { lookup, used, missing } = this.#files.lookups(document.uri);
      if (!state.holidays || state.holidays.published !== published) state.holidays = new AskedHolidays(published);
      const asked = state.holidays;
      const nowMinute = this.#parts.now();
      const { version, tree } = document;
      const snapshot = { uri: document.uri, version, tree, files: lookup, holidays: asked.lookup, settings, nowMinute };
      const analysis = await inTurns(this.#parts.analyse(snapshot, state.latest), this.#parts.rest, isOpen);
      if (!analysis) return this.analysis(uri);
      state.used = used;
      const lacksHolidays = asked.wereAsked && !published;
      if ((missing.size === 0 && !lacksHolidays) || round === deepestInclude) return this.#keep(state, analysis);
      if (lacksHolidays) this.#holidays ??= this.#parts.holidays();
      await this.#files.load(missing, this.#foldersFor(document.uri));
    }
  }

  async #analyseClosed(uri: string, text: string, files: LoadedFiles, wanted: () => boolean) {
    const { analyse, settle, rest, now } = this.#parts;
    const settings = await this.#settings.rulesOf(uri);
    this.#settings.forget(uri);
    const tree = await inTurns(this.#parts.openTree(text), rest, wanted);
    for (let round = 1; tree; round += 1) {
      const published = await this.#holidays;
      const asked = new AskedHolidays(published);
      const { lookup, used, missing } = files.lookups(uri);
      const snapshot = { uri, version: 0, tree, files: lookup, holidays: asked.lookup, settings, nowMinute: now() };
      const instant = await inTurns(analyse(snapshot), rest, wanted);
      if (!instant) return undefined;
      const lacksHolidays = asked.wereAsked && !published;
      if ((missing.size === 0 && !lacksHolidays) || round === deepestInclude) {
        const analysis = await inTurns(settle(instant), rest, wanted);
        return analysis && { analysis, used };
      }
      if (lacksHolidays) this.#holidays ??= this.#parts.holidays();
      await files.load(missing, this.#foldersFor(uri));
    }
    return undefined;
  }

  #keep(state: State, analysis: Analysis): Analysis {
    state.latest = analysis;
    state.outdated = false;
    this.#dropUnused();
    this.#parts.analysed(analysis);
    return analysis;
  }

  /** Where no folder is open, a plan may read beside itself. One that lies in none of those that are open may read nothing that isn't open. */
  #foldersFor(uri: string): readonly string[] {
    if (this.#folders.length === 0) return [folderOf(uri)];
    return this.#folders.some((folder) => isInside(uri, folder)) ? this.#folders : [];
  }

  /** Plans that use one of these files mean something else now; whether plans that are not open do. */
  #changed(uris: readonly string[]): boolean {
    const changed = new Set(uris.map(normalUri));
    const concernsClosed = this.#closed.changed(changed);
    if (concernsClosed) this.#parts.closedOutdated?.();
    this.#renew((key, state) => !changed.has(key) && usesAny(state.used, changed));
    return concernsClosed;
  }

  #renewAll(): void {
    this.#closed.forgetAll();
    this.#parts.closedOutdated?.();
    this.#renew(() => true);
  }

  #renew(concerns: (key: string, state: State) => boolean): void {
    const outdated: string[] = [];
    for (const [key, state] of this.#states) {
      if (!concerns(key, state)) continue;
      // What is being made now was begun with what was known before: who waits for it gets the new state's.
      const { running: _, ...remembered } = state;
      this.#states.set(key, { ...remembered, outdated: true });
      const document = this.#documents.get(key);
      if (document) outdated.push(document.uri);
    }
    if (outdated.length > 0) this.#parts.outdated(outdated);
  }

  #dropUnused(): void {
    const used = new Set<string>();
    for (const state of this.#states.values()) for (const uri of state.used) used.add(uri);
    this.#files.keep(used);
    if (used.size !== this.#used.size || [...used].some((uri) => !this.#used.has(uri))) this.#parts.uses?.([...used]);
    this.#used = used;
    if (![...this.#states.values()].some(({ holidays }) => holidays?.wereAsked === true)) this.#holidays = undefined;
  }
}

/** Public holidays that remember whether a plan asked for any. */
class AskedHolidays {
  readonly published: CountryHolidays | undefined;
  wereAsked = false;
  readonly lookup: CountryHolidays = (country, year) => {
    this.wereAsked = true;
    return (this.published ?? noCountryHolidays)(country, year);
  };

  constructor(published: CountryHolidays | undefined) {
    this.published = published;
  }
}

function day(minute: number): number {
  return Math.floor(minute / 1440);
}
