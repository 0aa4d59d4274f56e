// Who and what does the work of a table: people, and things that are counted in pieces or amounts.
import type { Assignment } from '../../plan/scalar.ts';
import { parseAssignment } from '../../plan/scalars/assignment.ts';
import type { AssignmentDraft, PersonDraft, ThingDraft } from '../draft.ts';
import { listed, type Row } from './rows.ts';

type Assigned = Omit<Assignment, 'whoLength'>;

/** `Mia[50%]`, `Cable[3 m]`, as MS Project writes it. */
const inBrackets = /\s*\[(\d+(?:\.\d+)?(?:%|\s*\p{L}[\p{L}\p{N}²³]*))\]$/u;

export class TableDoers {
  readonly #people = new Map<string, PersonDraft>();
  readonly #things = new Map<string, ThingDraft>();

  /** What is a thing in one row is the same thing in all. */
  constructor(rows: readonly Row[]) {
    for (const row of rows)
      for (const { assigned } of assignedOf(row)) if (assigned !== undefined) this.#learn(assigned);
  }

  get people(): readonly PersonDraft[] {
    return [...this.#people.values()];
  }

  get things(): readonly ThingDraft[] {
    return [...this.#things.values()];
  }

  person(name: string): string {
    const key = `person ${name}`;
    if (!this.#people.has(key)) this.#people.set(key, { key, name });
    return key;
  }

  /** Each assignment as it is written, and what it says; undefined where that can't be read. */
  of(row: Row): readonly { readonly text: string; readonly assignment: AssignmentDraft | undefined }[] {
    return assignedOf(row).map(({ text, assigned }) => ({ text, assignment: assigned && this.#draft(assigned) }));
  }

  #learn({ who, pieces, amount }: Assigned): void {
    const key = thingKey(who, amount?.unit);
    if (amount !== undefined) this.#things.set(key, { key, name: who, kind: 'material', unit: amount.unit });
    if (pieces === undefined) return;
    const capacity = Math.max(Math.ceil(pieces), this.#things.get(key)?.capacity ?? 1);
    this.#things.set(key, { key, name: who, kind: 'equipment', capacity });
  }

  #draft({ who, percent, pieces, amount }: Assigned): AssignmentDraft {
    const thing = thingKey(who, amount?.unit);
    return {
      who: this.#things.has(thing) ? thing : this.person(who),
      ...(percent !== undefined && { percent }),
      ...(pieces !== undefined && { pieces }),
      ...(amount !== undefined && { amount: amount.value }),
    };
  }
}

/** One material in two units is two things here. */
function thingKey(who: string, unit = ''): string {
  return `thing ${who} ${unit}`;
}

function assignedOf(row: Row): readonly { readonly text: string; readonly assigned: Assigned | undefined }[] {
  const isOurs = row.head('assign') === 'assign';
  const texts = listed(row.text('assign')).flatMap((text) => text.split(/\s*、\s*/));
  return texts.filter((text) => text !== '').map((text) => ({ text, assigned: assignedBy(text, isOurs) }));
}

function assignedBy(text: string, isOurs: boolean): Assigned | undefined {
  const plain = text.replace(inBrackets, ' $1');
  // What else is counted in brackets is nobody's name.
  if (plain === text && /\[\d[^[\]]*\]$/.test(text)) return undefined;
  const read = parseAssignment(plain);
  // `Team 3A` is a name to everybody else.
  const isRead = read.ok && (read.value.amount === undefined || isOurs || plain !== text);
  return isRead ? read.value : { who: text };
}
