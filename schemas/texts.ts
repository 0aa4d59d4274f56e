// The schema's texts in every language: English stands in the schema, the others in a file each.
import type { Model } from './model.ts';

/** A translation: titles of records, and descriptions of records (`Task`), keys (`Task.name`), values (`Task.priority=low`), kinds of scalars (`duration`). */
export interface Translation {
  readonly titles: Readonly<Record<string, string>>;
  readonly descriptions: Readonly<Record<string, string>>;
}

export interface Texts {
  readonly en: Translation;
  readonly 'zh-cn': Translation;
}

/** The texts of the schema with their translation; throws where a translation is missing, empty, or left over. */
export function readTexts(model: Model, chinese: Translation): Texts {
  const en = englishTexts(model);
  compare('title', en.titles, chinese.titles);
  compare('description', en.descriptions, chinese.descriptions);
  return { en, 'zh-cn': chinese };
}

function englishTexts(model: Model): Translation {
  const titles = model.records.map((record) => [record.name, record.title] as const);
  const records = model.records.map((record) => [record.name, record.description] as const);
  const own = model.records.flatMap((record) =>
    record.keys.filter((key) => key.of === record.name).map((key) => ({ record, key })),
  );
  const keys = own.map(({ record, key }) => [`${record.name}.${key.key}`, key.description] as const);
  const values = own.flatMap(({ record, key }) =>
    key.values.map(({ value, description }) => [`${record.name}.${key.key}=${value}`, description] as const),
  );
  const scalars = model.scalars.map((scalar) => [scalar.format, scalar.description] as const);
  return {
    titles: Object.fromEntries(titles),
    descriptions: Object.fromEntries([...records, ...keys, ...values, ...scalars]),
  };
}

function compare(
  what: string,
  wanted: Readonly<Record<string, string>>,
  given: Readonly<Record<string, string>>,
): void {
  const untold = Object.keys(wanted).filter((key) => !wanted[key]);
  const missing = Object.keys(wanted).filter((key) => !given[key]);
  const left = Object.keys(given).filter((key) => !Object.hasOwn(wanted, key));
  if (untold.length > 0) throw new Error(`plan.schema.json: no ${what} for ${untold.join(', ')}`);
  if (missing.length > 0) throw new Error(`texts.zh-cn.json: no ${what} for ${missing.join(', ')}`);
  if (left.length > 0) throw new Error(`texts.zh-cn.json: nothing has the ${what} ${left.join(', ')}`);
}
