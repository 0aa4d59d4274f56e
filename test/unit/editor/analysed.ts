// Analyses of test texts: the plan is at file:///w/test.plan.yaml, today is 2026-03-18 12:00, a Wednesday.
import { type Analysis, analyse, type RuleSettings } from '../../../server/analysis.ts';
import type { Reader } from '../../../server/editor/reader.ts';
import type { BoundPlan } from '../../../server/plan/bound-plan.ts';
import { noCountryHolidays } from '../../../server/schedule/country-holidays.ts';
import { openTree } from '../../../server/text/open-tree.ts';
import { resolvePath } from '../../../server/workspace/path.ts';
import { marked } from './marked.ts';

export const uri = 'file:///w/test.plan.yaml';

export const english: Reader = {
  locale: 'en',
  snippets: true,
  labelDetails: false,
  versionedEdits: true,
  relatedInformation: true,
  definitionLinks: false,
  foldingLimit: 5000,
  opensPreview: true,
  disabledActions: true,
  createsFiles: true,
};

export const chinese: Reader = { ...english, locale: 'zh-cn' };

export interface Surroundings {
  /** Texts by URI. */
  readonly files?: Readonly<Record<string, string>>;
  readonly settings?: RuleSettings;
}

export function analysed(text: string, { files = {}, settings = { rules: {} } }: Surroundings = {}): Analysis {
  return analyse({
    uri,
    version: 1,
    tree: openTree(text),
    files: (path, from) => {
      const file = resolvePath(path, from === '' ? uri : from);
      if (file === undefined) return { path, text: undefined, failure: 'outside' };
      const found = files[file];
      return found === undefined ? { path: file, text: undefined, failure: 'missing' } : { path: file, text: found };
    },
    holidays: noCountryHolidays,
    settings,
    nowMinute: Date.UTC(2026, 2, 18, 12) / 60_000,
  });
}

/** The analysis of a text with a cursor. */
export function analysedAt(withCursor: string, surroundings?: Surroundings): { analysis: Analysis; offset: number } {
  const { text, offset } = marked(withCursor);
  return { analysis: analysed(text, surroundings), offset };
}

/** The analysed plan alone, as it is looked at with others. */
export function alone({ tree, plan, snapshot }: Analysis): readonly BoundPlan[] {
  return [{ uri, path: uri, version: snapshot.version, tree, plan, files: snapshot.files }];
}

/** What ranges of the text hold. */
export function texts(
  { tree }: Analysis,
  ranges: readonly {
    readonly start: { line: number; character: number };
    readonly end: { line: number; character: number };
  }[],
): string[] {
  return ranges.map(({ start, end }) => tree.text({ start: tree.offsetAt(start), end: tree.offsetAt(end) }));
}

/** 2026-03-02 is a Monday; design ends Friday 13th, build runs 16 March to Friday 3 April, test 23 to 27 March. */
export const relaunch = `name: Website relaunch
start: 2026-03-02
tasks:
  design: 10d
  build:  { duration: 15d, after: design, owner: mia }
  test:   { duration: 5d, after: build SS+5d }
  launch: { milestone: true, after: [build, test], deadline: 2026-04-20 }
team:
  mia: { name: Mia Chen, role: Developer }
`;
