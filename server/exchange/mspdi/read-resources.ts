// People, equipment and material of MS Project XML, and who works on what.
import type { AssignmentDraft, PersonDraft, ThingDraft } from '../draft.ts';
import type { Losses } from '../losses.ts';
import type { XmlElement } from '../xml.ts';
import { type CustomFields, customValues } from './custom-fields.ts';
import { reportFields } from './fields.ts';
import { minutesOf, rateUnits } from './values.ts';

export interface Resources {
  readonly people: readonly PersonDraft[];
  readonly things: readonly ThingDraft[];
  /** Names of resources that are only a cost. */
  readonly costs: ReadonlyMap<string, string>;
}

/** Money in MS Project XML is counted in hundredths, rates are not. */
export const moneyUnit = 100;

/** Where an address is kept. */
export const emailKey = 'x-email';

/** The group under which equipment goes: MS Project knows people and material only. */
export const equipmentGroup = 'Equipment';

/** What `readResources` needs to know of the project's units. */
export interface RateUnits {
  readonly dayMinutes: number;
  readonly weekMinutes: number;
  readonly monthMinutes: number;
}

export function readResources(project: XmlElement, units: RateUnits, fields: CustomFields, losses: Losses): Resources {
  const people: PersonDraft[] = [];
  const things: ThingDraft[] = [];
  const costs = new Map<string, string>();
  for (const resource of project.child('Resources')?.children('Resource') ?? []) {
    const key = resource.text('UID') ?? '';
    const name = resource.text('Name');
    // Row 0 and blank rows are nobody.
    if (resource.flag('IsNull') || name === undefined) continue;
    reportFields('resource', resource, losses);
    const notes = resource.text('Notes');
    const id = resource.text('Code');
    const email = resource.text('EmailAddress');
    const more = new Map([
      ...customValues(resource, fields),
      ...(email === undefined ? [] : [[emailKey, email] as const]),
    ]);
    const about = { ...(notes !== undefined && { description: notes }), ...(more.size > 0 && { more }) };
    const told = { key, name, ...(id !== undefined && { id }), ...about };
    const type = resource.number('Type') ?? 1;
    if (type === 2 || resource.flag('IsCostResource')) {
      costs.set(key, name);
      continue;
    }
    const perUse = resource.number('CostPerUse') ?? 0;
    if (perUse / moneyUnit >= 0.01) losses.add('cost-per-use', name);
    if (type === 0) {
      const unit = resource.text('MaterialLabel');
      const price = amountOf(resource.number('StandardRate'));
      things.push({
        ...told,
        kind: 'material',
        ...(unit !== undefined && { unit }),
        ...(price !== undefined && { price }),
      });
      continue;
    }
    const rate = rateOf(resource, units);
    const most = resource.number('MaxUnits') ?? 1;
    const role = resource.text('Group');
    const calendar = resource.text('CalendarUID');
    reportVarying(resource, name, losses);
    const isEquipment = role?.toLowerCase() === equipmentGroup.toLowerCase();
    if (most > 1 || isEquipment) {
      if (!isEquipment) losses.add('group-as-equipment', name, { pieces: round(most, 2) });
      things.push({ ...told, kind: 'equipment', capacity: Math.round(most), ...(rate && { rate }) });
      continue;
    }
    const capacity = round(most * 100, 2);
    people.push({
      ...told,
      ...(role !== undefined && { role }),
      ...(capacity !== 100 && { capacity }),
      ...(rate && { rate }),
      ...(calendar !== undefined && { calendar }),
    });
  }
  return { people, things, costs };
}

/** Rates and availability that change over time have no counterpart; the current ones are kept. */
function reportVarying(resource: XmlElement, name: string, losses: Losses): void {
  const overtime = resource.number('OvertimeRate') ?? 0;
  if (overtime >= 0.01) losses.add('overtime-rate', name);
  const rates = (resource.child('Rates')?.children('Rate') ?? []).filter(
    (rate) => (rate.number('StandardRate') ?? 0) > 0,
  );
  if (rates.length > 1) losses.add('rate-table', name);
  if ((resource.child('AvailabilityPeriods')?.children('AvailabilityPeriod') ?? []).length > 1)
    losses.add('availability', name);
}

function rateOf(resource: XmlElement, units: RateUnits): PersonDraft['rate'] {
  const perHour = amountOf(resource.number('StandardRate'));
  if (perHour === undefined) return undefined;
  const per = rateUnits.get(resource.number('StandardRateFormat') ?? 2) ?? 'h';
  const minutes = { m: 1, h: 60, d: units.dayMinutes, w: units.weekMinutes, mo: units.monthMinutes }[per];
  return { amount: round((perHour * minutes) / 60, 4), per };
}

function amountOf(value: number | undefined): number | undefined {
  return value === undefined || value < 0.0001 ? undefined : round(value, 4);
}

export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** One assignment of a task, as far as it concerns its dates. */
export interface AssignedWork {
  readonly draft: AssignmentDraft;
  readonly isPerson: boolean;
  /** 1 is full time. */
  readonly units: number;
  readonly workMinutes: number;
}

export interface Assigned {
  readonly work: readonly AssignedWork[];
  /** Of resources that are only a cost. */
  readonly cost: number;
}

/** Assignments by the key of their task. */
export function readAssignments(
  project: XmlElement,
  { people, things, costs }: Resources,
  taskName: (key: string) => string,
  losses: Losses,
): ReadonlyMap<string, Assigned> {
  const persons = new Map(people.map((person) => [person.key, person]));
  const others = new Map(things.map((thing) => [thing.key, thing]));
  const byTask = new Map<string, { work: AssignedWork[]; cost: number }>();
  for (const assignment of project.child('Assignments')?.children('Assignment') ?? []) {
    const task = assignment.text('TaskUID') ?? '';
    const who = assignment.text('ResourceUID') ?? '';
    const person = persons.get(who);
    const thing = others.get(who);
    const of = byTask.get(task) ?? { work: [], cost: 0 };
    byTask.set(task, of);
    const units = assignment.number('Units') ?? 1;
    const workMinutes = minutesOf(assignment.text('Work')) ?? 0;
    if (costs.has(who)) {
      of.cost += (assignment.number('Cost') ?? 0) / moneyUnit;
      losses.add('cost-resource', costs.get(who));
    } else if (person !== undefined) {
      const percent = round(units * 100, 2);
      const draft = { who, ...(percent !== (person.capacity ?? 100) && { percent }) };
      of.work.push({ draft, isPerson: true, units, workMinutes });
      const contour = assignment.number('WorkContour') ?? 0;
      // 8 is a contour edited by hand, which programs also write for plain work.
      if (contour > 0 && contour < 8) losses.add('contour', taskName(task));
      if ((assignment.number('Delay') ?? 0) > 0) losses.add('assignment-delay', taskName(task));
    } else if (thing !== undefined) {
      const amount = round(units, 2);
      const draft =
        thing.kind === 'material'
          ? { who, amount }
          : { who, ...(Math.round(units) !== 1 && { pieces: Math.round(units) }) };
      of.work.push({ draft, isPerson: false, units, workMinutes });
    }
  }
  return byTask;
}
