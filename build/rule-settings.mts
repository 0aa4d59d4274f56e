// `npm run docs`: what the rule registry knows, written into the manifest: ids and parameters for the setting `planAsCode.rules`, with their titles.
import { readFileSync, writeFileSync } from 'node:fs';
import { criticalId, criticalParameters } from '../server/rules/critical-slack.ts';
import { rules } from '../server/rules/registry.ts';
import type { Parameter } from '../server/rules/rule.ts';
import { checksKey, ruleSets, standardSet, useKey } from '../server/rules/rule-sets.ts';
import { severitiesAndOff } from '../server/rules/settings.ts';
import { checkSettingWords, criticalWords, ruleSetWords, useWords } from '../server/words/rule-sets.ts';
import { ruleTitle } from '../server/words/rule-titles.ts';
import type { Locale } from '../server/words/words.ts';

const root = new URL('../', import.meta.url);
const prefix = 'rule.';
const setPrefix = 'rule-set.';
const texts: Readonly<Record<string, Locale>> = { 'package.nls.json': 'en', 'package.nls.zh-cn.json': 'zh-cn' };

type Json = { [key: string]: unknown };

/** Ids to choose from, and the parameters of those that have some. Severities are the same for all: the manifest says them once. */
function choices(): Json {
  const ids = [useKey, checksKey, ...rules.map(({ id }) => id), criticalId];
  const withParameters = [
    ...rules.map(({ id, parameters }) => ({ id, parameters: Object.entries(parameters) })),
    { id: criticalId, parameters: Object.entries(criticalParameters) },
  ].filter(({ parameters }) => parameters.length > 0);
  return {
    propertyNames: { enum: ids, markdownEnumDescriptions: ids.map((id) => `%${prefix}${id}%`) },
    properties: {
      [useKey]: {
        type: 'string',
        enum: ruleSets,
        enumDescriptions: ruleSets.map((set) => `%${setPrefix}${set}%`),
        default: standardSet,
      },
      [checksKey]: { type: 'object', additionalProperties: { type: 'string', enum: severitiesAndOff } },
      ...Object.fromEntries(
        withParameters.map(({ id, parameters }) => [
          id,
          { properties: Object.fromEntries(parameters.map(([name, parameter]) => [name, written(parameter)])) },
        ]),
      ),
    },
  };
}

/** A parameter as a person writes it. */
function written({ kind, default: value }: Parameter): Json {
  return kind === 'number'
    ? { type: ['number', 'string'], default: Number(value) }
    : { type: kind === 'percent' ? ['string', 'number'] : 'string', default: value };
}

/** Path → text of every file of the manifest, as it should be. */
export function manifests(): ReadonlyMap<string, string> {
  const read = (path: string): Json => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
  const files = new Map<string, string>();
  const manifest = read('package.json');
  Object.assign(settingOf(manifest), choices());
  files.set('package.json', print(manifest));
  for (const [path, locale] of Object.entries(texts)) {
    const own = Object.entries(read(path)).filter(([key]) => !key.startsWith(prefix) && !key.startsWith(setPrefix));
    const titles = rules.map(({ id }) => [`${prefix}${id}`, ruleTitle(id, locale)]);
    titles.push([`${prefix}${criticalId}`, criticalWords[locale]], [`${prefix}${useKey}`, useWords[locale]]);
    titles.push([`${prefix}${checksKey}`, checkSettingWords[locale]]);
    titles.push(...ruleSets.map((set) => [`${setPrefix}${set}`, ruleSetWords[set][locale]]));
    files.set(path, print(Object.fromEntries([...own, ...titles])));
  }
  return files;
}

function settingOf(manifest: Json): Json {
  let holder: unknown = manifest;
  for (const key of ['contributes', 'configuration', 'properties', 'planAsCode.rules'])
    holder = isJson(holder) ? holder[key] : undefined;
  if (!isJson(holder)) throw new Error('The manifest has no setting planAsCode.rules');
  return holder;
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function print(json: Json): string {
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

if (import.meta.main) for (const [path, text] of manifests()) writeFileSync(new URL(path, root), text);
