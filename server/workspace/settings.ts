// Settings per document: asked for once, kept until they change; what has the wrong shape is left out.
import type { RuleSettings } from '../analysis.ts';
import { useKey } from '../rules/rule-sets.ts';
import { normalUri } from './path.ts';

/** Asks for the section `planAsCode` as it holds for one document. It never rejects. */
export type SettingsSource = (uri: string) => Promise<unknown>;

/** Which of the features that have a setting the editor wants. */
export interface EditorSettings {
  readonly inlayHints: Readonly<Record<'dates' | 'slack' | 'durations', boolean>>;
  readonly codeLens: boolean;
  readonly semanticTokens: boolean;
  readonly linkedEditing: boolean;
  readonly onTypeFormatting: boolean;
  readonly colours: boolean;
  readonly selectionRanges: boolean;
  readonly callHierarchy: boolean;
}

/** The settings of open documents. */
export class Settings {
  readonly #known = new Map<string, Promise<{ readonly rules: RuleSettings; readonly editor: EditorSettings }>>();
  readonly #source: SettingsSource;

  constructor(source: SettingsSource) {
    this.#source = source;
  }

  async rulesOf(uri: string): Promise<RuleSettings> {
    return (await this.#of(uri)).rules;
  }

  async editorOf(uri: string): Promise<EditorSettings> {
    return (await this.#of(uri)).editor;
  }

  forget(uri: string): void {
    this.#known.delete(normalUri(uri));
  }

  forgetAll(): void {
    this.#known.clear();
  }

  #of(uri: string) {
    const key = normalUri(uri);
    const known =
      this.#known.get(key) ??
      this.#source(uri).then((section) => ({ rules: readSettings(section), editor: readEditorSettings(section) }));
    this.#known.set(key, known);
    return known;
  }
}

/** Reads `inlayHints.dates`, `inlayHints.slack`, `inlayHints.durations` and `….enabled` of each other feature; what is not said is as VS Code would have it. */
export function readEditorSettings(section: unknown): EditorSettings {
  const read = (group: string, name: string, otherwise: boolean): boolean => {
    const holder = isObject(section) ? section[group] : undefined;
    const value = isObject(holder) ? holder[name] : undefined;
    return typeof value === 'boolean' ? value : otherwise;
  };
  return {
    inlayHints: {
      dates: read('inlayHints', 'dates', true),
      slack: read('inlayHints', 'slack', true),
      durations: read('inlayHints', 'durations', false),
    },
    codeLens: read('codeLens', 'enabled', true),
    semanticTokens: read('semanticTokens', 'enabled', true),
    linkedEditing: read('linkedEditing', 'enabled', true),
    onTypeFormatting: read('onTypeFormatting', 'enabled', true),
    colours: read('colours', 'enabled', true),
    selectionRanges: read('selectionRanges', 'enabled', true),
    callHierarchy: read('callHierarchy', 'enabled', true),
  };
}

/** Reads the section `planAsCode`: `rules` maps a rule's id to a severity or to its parameters, and `use` to the name of a set. */
export function readSettings(section: unknown): RuleSettings {
  const rules: Record<string, RuleSettings['rules'][string]> = Object.create(null);
  for (const [id, value] of entries(isObject(section) ? section.rules : undefined)) {
    const isWord = isSeverity(value) || (id === useKey && typeof value === 'string');
    const setting = isWord ? value : isObject(value) ? parameters(value) : undefined;
    if (setting !== undefined) rules[id] = setting;
  }
  return { rules };
}

function parameters(value: object): Readonly<Record<string, string | number | boolean>> {
  const read: Record<string, string | number | boolean> = Object.create(null);
  for (const [name, parameter] of entries(value)) if (isPrimitive(parameter)) read[name] = parameter;
  return read;
}

function isSeverity(value: unknown): value is 'error' | 'warning' | 'info' | 'hint' | 'off' {
  return value === 'error' || value === 'warning' || value === 'info' || value === 'hint' || value === 'off';
}

function isPrimitive(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function entries(value: unknown): readonly (readonly [string, unknown])[] {
  return isObject(value) ? Object.entries(value) : [];
}
