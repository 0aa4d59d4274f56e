// Which values can stand at the cursor: one table, a row for each kind of scalar that can be suggested.

import { CompletionItemKind } from 'vscode-languageserver-types';
import { type Analysis, onOurClocks } from '../analysis.ts';
import { grouped } from '../plan/grouped.ts';
import type { Definition, PlanTask, ReferenceKind } from '../plan/plan.ts';
import type { ScalarFormat, Shape } from '../plan/schema.generated.ts';
import { editorWords } from '../words/editor.ts';
import { taskName } from '../words/task-names.ts';
import { say, type Wording, word } from '../words/words.ts';
import { cadenceWords } from './cadence-suggestions.ts';
import type { Suggestion } from './completion.ts';
import type { CursorPlace } from './cursor-place.ts';
import { dateSuggestions, rangeSuggestions } from './date-suggestions.ts';
import { dependentsOf, prerequisitesOf } from './dependents.ts';
import { enumDocumentation } from './key-reference.ts';
import { peopleInUse } from './people-in-use.ts';
import { fitnessFor } from './person-suggestions.ts';
import { touches } from './place.ts';
import { type Reader, wordingOf } from './reader.ts';
import { codeSuggestions, countrySuggestions } from './standard-codes.ts';
import { tagSuggestions } from './tag-suggestions.ts';
import { linkName } from './task-name.ts';
import { datesOf } from './work-dates.ts';

interface Wanted {
  readonly analysis: Analysis;
  readonly place: CursorPlace;
  readonly reader: Reader;
  readonly wording: Wording;
  /** The task whose entry holds the cursor. */
  readonly task: PlanTask | undefined;
  readonly values: readonly string[];
}

/** The values, ids and dates that fit a scalar, the likeliest first. */
export function valueSuggestions(
  analysis: Analysis,
  place: CursorPlace,
  scalar: Extract<Shape, { kind: 'scalar' }>,
  reader: Reader,
): readonly Suggestion[] {
  const task = place.entries.findLast(({ key }) => analysis.plan.taskOf(key)?.key === key);
  const wanted: Wanted = {
    analysis,
    place,
    reader,
    wording: wordingOf(analysis, reader),
    task: task && analysis.plan.taskOf(task.key),
    values: scalar.values ?? [],
  };
  const found = (place.before === '' ? first : further)[scalar.format]?.(wanted) ?? [];
  const commits = place.flow && !place.quoted && closed.has(scalar.format);
  return commits ? found.map((each) => ({ ...each, commits })) : found;
}

/** Nothing else can stand there: what ends the value in brackets may take the one that is chosen. */
const closed: ReadonlySet<ScalarFormat> = new Set<ScalarFormat>([
  'enum',
  'boolean',
  'link',
  'ref:task',
  'ref:phase',
  'ref:calendar',
  'ref:goal',
  'ref:kpi',
  'ref:risk',
]);

type Row = (wanted: Wanted) => readonly Suggestion[];

/** What begins a value. */
const first: Readonly<Partial<Record<ScalarFormat, Row>>> = {
  enum: ({ values, place, reader }) =>
    values.map((value) => {
      const documentation = enumDocumentation(place.segments, value, reader.locale);
      return {
        label: value,
        kind: CompletionItemKind.EnumMember,
        ...(documentation !== undefined && { documentation }),
      };
    }),
  boolean: () => literals(['true', 'false']),
  link: linkTargets,
  'ref:task': (wanted) => nearestFirst(wanted, () => true).map((task) => taskSuggestion(wanted, task)),
  'task-or-text': (wanted) => nearestFirst(wanted, () => true).map((task) => taskSuggestion(wanted, task)),
  'ref:phase': (wanted) => nearestFirst(wanted, ({ isPhase }) => isPhase).map((task) => taskSuggestion(wanted, task)),
  assignment: (wanted) => people(wanted, 'person', 'resource'),
  who: (wanted) => people(wanted, 'person', 'stakeholder'),
  'ref:calendar': (wanted) => {
    const ownWeeks = extendingHere(wanted);
    return defined('calendar')(wanted).filter(({ label }) => !ownWeeks.has(label));
  },
  'ref:goal': defined('goal'),
  'goal-or-text': defined('goal'),
  'ref:kpi': defined('kpi'),
  'ref:risk': defined('risk'),
  'ref:skill': defined('skill'),
  skill: defined('skill'),
  text: ({ analysis, place, task, reader }) =>
    codeSuggestions(place, reader.locale) ?? tagSuggestions(analysis, place, task),
  country: ({ reader }) => countrySuggestions(reader.locale),
  date: dateSuggestions,
  range: (wanted) => rangeSuggestions(wanted, typedWord(wanted)),
  duration: (wanted) => ownUnits(wanted) ?? durations(wanted),
  work: durations,
  'signed-duration': (wanted) => durations(wanted).map((size) => ({ ...size, label: `+${size.label}` })),
  percent: () => literals(['10%', '25%', '50%', '75%', '100%']),
  cadence: () => literals(['daily', 'weekly on mon', 'every 2w on fri', 'monthly on last fri']),
  days: () => literals(['mon-fri', 'mon-sat', 'mon-sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']),
  timezone: () => literals(Intl.supportedValuesOf('timeZone')),
};

/** How much of somebody; of equipment, how many pieces; an amount of material is anybody's guess. */
function shares({ plan }: Analysis, who: string): readonly Suggestion[] {
  const thing = plan.define('person', who) ? undefined : plan.root.resources?.value.find(({ id }) => id === who);
  if (thing === undefined) return literals(['25%', '50%', '75%', '100%']);
  const { kind, capacity } = thing.value;
  const pieces = kind?.value === 'material' ? 0 : Math.min(capacity?.value ?? 1, mostPieces);
  return literals(Array.from({ length: Math.max(0, pieces - 1) }, (_, index) => `x${index + 2}`));
}

const mostPieces = 5;

const lags = ['+ 1d', '+ 2d', '+ 1w', '- 1d', '+ 50%', '+ 1ed'];

/** How much time lies between, behind its sign. */
function lagSizes(wanted: Wanted): readonly Suggestion[] {
  return [...durations(wanted), ...literals(['50%', '1ed'])];
}

/** Those whom the plan defines, else those whom its tasks name; nobody whom the list around the cursor has. */
function people(wanted: Wanted, ...kinds: readonly ReferenceKind[]): readonly Suggestion[] {
  const known = defined(...kinds)(wanted);
  const all = known.length > 0 ? fittestFirst(wanted, known) : peopleInUse(wanted.analysis, wanted.place);
  const { tree } = wanted.analysis;
  const { entries, word } = wanted.place;
  const list = entries.at(-1)?.value;
  const others = list?.kind === 'list' ? list.items.filter((item) => !touches(tree.spanOf(item), word.start)) : [];
  const named = others.flatMap((item) => (item.kind === 'scalar' ? `${item.text} ` : []));
  return all.filter(({ label }) => !named.some((text) => text.startsWith(`${label} `)));
}

/** People of the team by how well they fit the task, where this is about who does it. */
function fittestFirst(
  { analysis, task, place, wording }: Wanted,
  people: readonly Suggestion[],
): readonly Suggestion[] {
  const key = place.segments.findLast((segment) => segment !== 'item');
  if (!task || typeof key !== 'object' || !doing.has(key.key)) return people;
  const fitness = fitnessFor(analysis, task, wording);
  return people
    .map((each) => ({ each, fit: fitness.get(each.label) }))
    .sort((a, b) => (a.fit?.rank ?? Number.POSITIVE_INFINITY) - (b.fit?.rank ?? Number.POSITIVE_INFINITY) || 0)
    .map(({ each, fit }) => (fit ? { ...each, detail: [each.detail, fit.detail].filter(Boolean).join(' · ') } : each));
}

const doing: ReadonlySet<string> = new Set(['owner', 'assign']);

/** What comes behind the first word of a value. */
const further: Readonly<Partial<Record<ScalarFormat, Row>>> = {
  link: (wanted) => {
    const { before } = wanted.place;
    if (/^\S+(?: (?:FS|SS|FF|SF))? ?[+-]$/.test(before)) return lagSizes(wanted);
    if (/^\S+ (?:FS|SS|FF|SF)$/.test(before)) return literals(lags);
    if (!/^\S+$/.test(before)) return [];
    const [signed] = /^(?:FS|SS|FF|SF)[+-]/.exec(typedWord(wanted)) ?? [];
    if (signed !== undefined) return lagSizes(wanted).map((size) => ({ ...size, label: `${signed}${size.label}` }));
    return [...linkTypes(wanted.wording), ...literals(lags)];
  },
  assignment: ({ analysis, place }) => (/^\S+$/.test(place.before) ? shares(analysis, place.before) : []),
  cadence: ({ place }) => literals(cadenceWords(place.before)),
};

/** The word around the cursor, as far as it is written. */
function typedWord({ analysis: { tree }, place }: Wanted): string {
  return tree.text(place.word);
}

/** Behind `extends` of a calendar: itself, and those that extend it, which would close a circle. */
function extendingHere({ analysis: { plan }, place }: Wanted): ReadonlySet<string> {
  const [calendars, own, key] = place.segments.map((segment) => (segment === 'item' ? '' : segment.key));
  if (calendars !== 'calendars' || own === undefined || key !== 'extends') return new Set();
  const extending = grouped(plan.root.calendars?.value ?? [], ({ value }) => value.extends?.value);
  const circular = new Set([own]);
  for (const id of circular) for (const other of extending.get(id) ?? []) circular.add(other.id);
  return circular;
}

/** How long a unit is can't be said in itself. */
function ownUnits({ place }: Wanted): readonly Suggestion[] | undefined {
  const [units, unit] = place.segments.map((segment) => (segment === 'item' ? '' : segment.key));
  const usual = units === 'units' && unit !== undefined ? usualUnits.get(unit) : undefined;
  return usual && literals(usual);
}

const usualUnits: ReadonlyMap<string, readonly string[]> = new Map([
  ['day', ['8h', '7h 30m', '7h', '6h']],
  ['week', ['40h', '35h', '5d', '6d']],
  ['month', ['20d', '21d', '22d', '4w']],
]);

/** Tasks that can be waited for (`before`: that can wait) without closing a circle and aren't linked yet. */
function linkTargets(wanted: Wanted): readonly Suggestion[] {
  const { analysis, task, place } = wanted;
  const { plan, tree } = analysis;
  if (!task) return nearestFirst(wanted, () => true).map((each) => taskSuggestion(wanted, each));
  const before = place.segments.some((segment) => segment !== 'item' && segment.key === 'before');
  const circular = before ? prerequisitesOf(plan, task) : dependentsOf(plan, task);
  const linked = new Set(
    plan.links
      .filter(({ predecessor, successor }) => predecessor === task.index || successor === task.index)
      .filter(
        ({ origin, node }) =>
          (origin === 'after' || origin === 'before') && !touches(tree.spanOf(node), place.word.start),
      )
      .map(({ predecessor, successor }) => (predecessor === task.index ? successor : predecessor)),
  );
  const here = nearestFirst(wanted, ({ index }) => !circular.has(index) && !linked.has(index)).map((each) =>
    taskSuggestion(wanted, each),
  );
  return before ? here : [...here, ...subplanTasks(wanted)];
}

/** Tasks of other plans that are parts of this one; those of a very long one are better typed. */
function subplanTasks({ analysis: { plan, tree, subplans }, place, task, wording }: Wanted): readonly Suggestion[] {
  const linked = new Set(
    plan.links.flatMap(({ successor, external = [], node }) =>
      successor === task?.index && !touches(tree.spanOf(node), place.word.start) ? external : [],
    ),
  );
  return [...subplans].flatMap(([alias, other]) =>
    other.plan.tasks
      .filter((each) => each.synthetic === undefined && other.plan.findTask(each.id, -1) === each)
      .slice(0, mostOfSubplan)
      .flatMap((each): Suggestion[] => {
        const label = `${alias}/${each.id}`;
        const name = taskName(each, wording);
        const dates = datesOf(other, each, (minute) => onOurClocks(plan, other, minute));
        const detail = [name === each.id ? '' : name, dates].filter((part) => part !== '').join(' · ');
        return linked.has(label) ? [] : [{ label, kind: CompletionItemKind.Reference, detail, name }];
      }),
  );
}

const mostOfSubplan = 500;

/** Tasks by their distance in the file from the cursor's task, those before it first. */
function nearestFirst({ analysis, task }: Wanted, fits: (task: PlanTask) => boolean): readonly PlanTask[] {
  const here = task?.index ?? Number.POSITIVE_INFINITY;
  const tasks = analysis.plan.tasks.filter((each) => each.synthetic !== 'instance' && fits(each));
  return [...tasks.filter(({ index }) => index < here).reverse(), ...tasks.filter(({ index }) => index >= here)];
}

function taskSuggestion(wanted: Wanted, target: PlanTask): Suggestion {
  const { analysis, task, wording } = wanted;
  const name = taskName(target, wording);
  // Behind `phase/` it is what is in that phase.
  const parent = analysis.plan.tasks[target.parent]?.id;
  const isInTyped = parent !== undefined && typedWord(wanted).startsWith(`${parent}/`);
  const label = isInTyped ? `${parent}/${target.id}` : linkName(analysis.plan, target, task?.index ?? -1);
  const dates = datesOf(analysis, target);
  const detail = [name === target.id ? '' : name, dates].filter((part) => part !== '').join(' · ');
  return { label, kind: CompletionItemKind.Reference, detail, name, about: 'task' };
}

function linkTypes(wording: Wording): readonly Suggestion[] {
  return (['FS', 'SS', 'FF', 'SF'] as const).map((type) => ({
    label: type,
    kind: CompletionItemKind.EnumMember,
    detail: say(editorWords[type], {}, wording),
  }));
}

function defined(...kinds: readonly ReferenceKind[]): Row {
  return ({ analysis: { plan } }) => namedThings(plan, kinds);
}

/** Everything of these kinds that is defined, here or in included files, with its name. */
export function namedThings(plan: Analysis['plan'], kinds: readonly ReferenceKind[]): readonly Suggestion[] {
  const known = new Set<string>();
  return kinds.flatMap((kind) =>
    plan.definitions.flatMap((definition): Suggestion[] => {
      if (definition.kind !== kind || known.has(definition.id)) return [];
      known.add(definition.id);
      const name = nameOf(definition);
      const said = name !== definition.id && { detail: name, name };
      return [{ label: definition.id, kind: CompletionItemKind.Value, ...said, about: definition.kind }];
    }),
  );
}

/** What stands beside an id: its `name` or `statement`, or the text that stands for it. */
function nameOf({ node }: Definition): string {
  if (node.kind === 'scalar') return node.text;
  if (node.kind !== 'map') return '';
  const name = node.pairs.find(({ key }) => key.text === 'name' || key.text === 'statement')?.value;
  return name?.kind === 'scalar' ? name.text : '';
}

function durations({ analysis: { plan }, wording }: Wanted): readonly Suggestion[] {
  const { dayMinutes, weekMinutes, monthMinutes } = plan.units;
  const written = [
    ['1d', dayMinutes],
    ['2d', 2 * dayMinutes],
    ['3d', 3 * dayMinutes],
    ['1w', weekMinutes],
    ['2w', 2 * weekMinutes],
    ['1mo', monthMinutes],
    ['4h', 240],
  ] as const;
  return written.map(([label, workingMinutes]) => ({
    label,
    kind: CompletionItemKind.Value,
    detail: word({ workingMinutes }, wording),
  }));
}

/** Fixed words. */
export function literals(values: readonly string[]): readonly Suggestion[] {
  return values.map((label) => ({ label, kind: CompletionItemKind.Value }));
}
