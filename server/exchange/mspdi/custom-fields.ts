// Custom fields of MS Project XML (Text1, Cost3, …): their names, and the values that rows have.
import type { XmlElement } from '../xml.ts';
import type { XmlNode } from '../xml-text.ts';

/** Keys `x-…` by the number of the field. */
export type CustomFields = ReadonlyMap<string, string>;

/** The custom field in which this project keeps its ids. */
export const planIdAlias = 'Plan ID';
export const planIdField = 'x-plan-id';
/** Text30 of tasks. */
export const planIdFieldNumber = '188744016';

/** The custom fields that a project defines: under the alias that its author gave, else under MS Project's name. */
export function customFields(project: XmlElement): CustomFields {
  const definitions = project.child('ExtendedAttributes')?.children('ExtendedAttribute') ?? [];
  return new Map(
    definitions.flatMap((definition) => {
      const id = definition.text('FieldID');
      const name = definition.text('Alias') ?? definition.text('FieldName') ?? id;
      return id === undefined || name === undefined ? [] : [[id, keyOf(name)] as const];
    }),
  );
}

function keyOf(name: string): string {
  const words =
    name
      .normalize()
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return `x-${words.join('-')}`;
}

/** What a row says in custom fields. */
export function customValues(row: XmlElement, fields: CustomFields): ReadonlyMap<string, string> {
  return new Map(
    row.children('ExtendedAttribute').flatMap((attribute) => {
      const value = attribute.text('Value');
      const id = attribute.text('FieldID') ?? '';
      if (value === undefined || idle.test(value)) return [];
      return [[fields.get(id) ?? `x-field-${keyOf(id).slice(2)}`, value] as const];
    }),
  );
}

/** Nothing, no, zero: what fields have that nobody filled in. */
const idle = /^(?:0+(?:\.0+)?|NA|PT0H0M0S)$/;

/** Text1 to Text29 of tasks. */
const taskTexts: readonly number[] = [
  ...[188743731, 188743734, 188743737, 188743740, 188743743, 188743746, 188743747, 188743748, 188743749, 188743750],
  ...Array.from({ length: 19 }, (_, index) => 188743997 + index),
];

/** Gives each `x-…` key of tasks a text field; keys beyond the last field are lost. */
export class CustomFieldNumbers {
  readonly #numbers = new Map<string, number>();

  /** What the project says of its fields. */
  get definitions(): readonly XmlNode[] {
    const texts = [...this.#numbers].map(([key, number], index) => ({
      FieldID: number,
      FieldName: `Text${index + 1}`,
      Alias: key.slice(2),
    }));
    return [...texts, { FieldID: planIdFieldNumber, FieldName: 'Text30', Alias: planIdAlias }];
  }

  of(key: string): number | undefined {
    const number = this.#numbers.get(key) ?? taskTexts[this.#numbers.size];
    if (number !== undefined) this.#numbers.set(key, number);
    return number;
  }
}
