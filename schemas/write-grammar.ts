// Writes syntaxes/plan.tmLanguage.json: the colours of a plan while no server answers yet. Keys come from the schema.

import { valueRules } from './grammar-values.ts';
import { blockScalars, type Context, flowCollections, keyRules, type Rule } from './grammar-yaml.ts';
import type { Model, ShapeModel } from './model.ts';

/** The TextMate grammar of the language, as JSON. */
export function writeGrammar(model: Model): string {
  const keys = keysByContext(model);
  const grammar: { readonly repository: Readonly<Record<string, Rule>>; readonly [name: string]: unknown } = {
    $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
    comment: 'Written from schemas/plan.schema.json by npm run generate; changes belong in schemas/.',
    name: 'Plan as Code',
    scopeName: 'source.plan',
    patterns: [{ include: '#block' }],
    repository: {
      ...keyRules(keys),
      ...blockScalars(),
      ...flowCollections(keys),
      ...valueRules(enumValues(model)),
    },
  };
  return `${JSON.stringify(grammar, undefined, 2)}\n`;
}

/** Which keys of the language hold what; a key that differs from record to record holds any value. */
function keysByContext(model: Model): Readonly<Record<Context, readonly string[]>> {
  const contexts = new Map<string, Context>();
  for (const record of model.records) {
    for (const { key, shape } of record.keys) {
      const context = contextOf(shape);
      contexts.set(key, (contexts.get(key) ?? context) === context ? context : 'value');
    }
  }
  const held = (context: Context): string[] => [...contexts].filter(([, held]) => held === context).map(([key]) => key);
  return { text: held('text'), link: held('link'), reference: held('reference'), value: held('value') };
}

function contextOf(shape: ShapeModel): Context {
  if (shape.kind === 'list') return contextOf(shape.of);
  if (shape.kind !== 'scalar') return 'value';
  if (shape.format === 'link') return 'link';
  if (shape.format === 'assignment' || shape.format === 'who' || shape.format.startsWith('ref:')) return 'reference';
  const texts = ['text', 'url', 'path', 'skill', 'timezone', 'country', 'goal-or-text', 'task-or-text'];
  return texts.includes(shape.format) ? 'text' : 'value';
}

function enumValues(model: Model): readonly string[] {
  const values = model.records.flatMap((record) => record.keys.flatMap((key) => key.values.map(({ value }) => value)));
  return [...new Set([...values, 'error', 'warning', 'info', 'hint', 'off'])];
}
