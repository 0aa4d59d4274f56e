// People, equipment and material of a plan as the resources of MS Project XML, and their numbers.
import type { Analysis } from '../../analysis.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Assignment, Rate } from '../../plan/scalar.ts';
import type { TaskRecord } from '../../plan/schema.generated.ts';
import { isElapsed } from '../../schedule/at-work.ts';
import { extraKeys } from '../extra-keys.ts';
import { slug } from '../ids.ts';
import type { Losses } from '../losses.ts';
import type { XmlNode } from '../xml-text.ts';
import { emailKey, equipmentGroup, moneyUnit } from './read-resources.ts';
import { rateUnits } from './values.ts';
import type { CalendarWriter } from './write-calendars.ts';

/** Somebody or something with a number. */
export interface WrittenResource {
  readonly uid: number;
  readonly kind: 'person' | 'equipment' | 'material';
  /** Share of full time, or pieces. */
  readonly capacity: number;
  /** Whether its working time is not the plan's. */
  readonly hasOwnHours: boolean;
  readonly calendarUid: number;
}

export class ResourceWriter {
  readonly nodes: XmlNode[] = [];
  readonly #byId = new Map<string, WrittenResource>();
  readonly #plan: Plan;
  readonly #calendars: CalendarWriter;

  constructor({ plan, tree }: Analysis, calendars: CalendarWriter, losses: Losses) {
    this.#plan = plan;
    this.#calendars = calendars;
    for (const { id, value: person } of plan.root.team?.value ?? []) {
      if (this.#byId.has(id)) continue;
      const extra = extraKeys(tree, person.node);
      for (const key of extra.keys()) if (key !== emailKey) losses.add('person-key', id, { key });
      if ((person.skills?.value.length ?? 0) > 0) losses.add('person-key', id, { key: 'skills' });
      const capacity = (person.capacity?.value ?? 100) / 100;
      const name = person.name?.value ?? id;
      const hasOwnHours = person.calendar !== undefined || (person.leave?.value.length ?? 0) > 0;
      const calendarUid = calendars.addPerson(name, person);
      this.#add(id, { kind: 'person', capacity, hasOwnHours, calendarUid }, name, {
        Type: 1,
        ...optional('Group', person.role?.value),
        ...optional('EmailAddress', extra.get(emailKey)),
        MaxUnits: capacity,
        ...this.#rate(person.rate?.value),
        CalendarUID: calendarUid,
        ...optional('Notes', person.description?.value),
      });
    }
    for (const { id, value: thing } of plan.root.resources?.value ?? []) {
      if (this.#byId.has(id)) continue;
      for (const key of extraKeys(tree, thing.node).keys()) losses.add('person-key', id, { key });
      const name = thing.name?.value ?? id;
      const capacity = thing.capacity?.value ?? 1;
      const calendarUid = calendars.defaultUid;
      const notes = optional('Notes', thing.description?.value);
      if (thing.kind?.value === 'material') {
        this.#add(id, { kind: 'material', capacity: 0, hasOwnHours: false, calendarUid }, name, {
          Type: 0,
          ...optional('MaterialLabel', thing.unit?.value),
          ...(thing.price !== undefined && { StandardRate: thing.price.value, StandardRateFormat: 8 }),
          ...notes,
        });
      } else {
        this.#add(id, { kind: 'equipment', capacity, hasOwnHours: false, calendarUid }, name, {
          Type: 1,
          Group: equipmentGroup,
          MaxUnits: capacity,
          ...this.#rate(thing.rate?.value),
          CalendarUID: calendarUid,
          ...notes,
        });
      }
    }
  }

  /** The resource of an id; somebody whom the plan doesn't describe becomes one that works full time. */
  of(id: string): WrittenResource {
    const known = this.#byId.get(id);
    if (known !== undefined) return known;
    const calendarUid = this.#calendars.defaultUid;
    const named = this.#plan.root.stakeholders?.value.find((one) => one.id === id)?.value.name?.value ?? id;
    const person = { kind: 'person', capacity: 1, hasOwnHours: false, calendarUid } as const;
    return this.#add(id, person, named, { Type: 1, MaxUnits: 1, CalendarUID: calendarUid });
  }

  /** Who and what is assigned to a task, else the owner who does it (see `atWork`); with units as MS Project counts them. */
  assigned(record: TaskRecord): readonly { readonly resource: WrittenResource; readonly units: number }[] {
    const { assign, owner } = record;
    if (assign !== undefined)
      return assign.value.map(({ value }) => ({ resource: this.of(value.who), units: this.#units(value) }));
    if (owner === undefined || isElapsed(record)) return [];
    const resource = this.of(owner.value);
    return [{ resource, units: resource.capacity }];
  }

  #units({ who, percent, pieces, amount }: Assignment): number {
    const { kind, capacity } = this.of(who);
    if (kind === 'material') return amount?.value ?? 0;
    if (kind === 'equipment') return pieces ?? (percent ?? 100) / 100;
    return percent === undefined ? capacity : percent / 100;
  }

  #add(id: string, resource: Omit<WrittenResource, 'uid'>, name: string, rest: XmlNode): WrittenResource {
    const uid = this.#byId.size + 1;
    const { Type, ...others } = rest;
    // The name's own id needs no other place.
    const code = slug(name) === id ? undefined : id;
    const { MaterialLabel, Group, ...last } = others;
    this.nodes.push({
      UID: uid,
      ID: uid,
      Name: name,
      Type,
      IsNull: 0,
      MaterialLabel,
      Code: code,
      Group,
      ...last,
    });
    const written = { ...resource, uid };
    this.#byId.set(id, written);
    return written;
  }

  /** A rate is told by the hour, with the unit that it is shown in. */
  #rate(rate: Rate | undefined): XmlNode {
    if (rate === undefined) return {};
    const { dayMinutes, weekMinutes, monthMinutes } = this.#plan.units;
    const minutes = { m: 1, h: 60, d: dayMinutes, w: weekMinutes, mo: monthMinutes }[rate.per];
    const format = [...rateUnits].find(([, unit]) => unit === rate.per)?.[0] ?? 2;
    return { StandardRate: (rate.amount * 60) / minutes, StandardRateFormat: format };
  }
}

export function optional(name: string, value: string | undefined): XmlNode {
  return value === undefined || value === '' ? {} : { [name]: value };
}

/** Money in hundredths. */
export function money(value: number): number {
  return Math.round(value * moneyUnit);
}
