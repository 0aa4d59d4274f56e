// Everything that is written from plan.schema.json and its translations: path → text.
import { readModel, type SchemaNode } from './model.ts';
import schemaFile from './plan.schema.json' with { type: 'json' };
import synonymFile from './synonyms.json' with { type: 'json' };
import { readTexts } from './texts.ts';
import chinese from './texts.zh-cn.json' with { type: 'json' };
import { writeDocs } from './write-docs.ts';
import { writeGrammar } from './write-grammar.ts';
import { writeReference } from './write-reference.ts';
import { writeSynonyms } from './write-synonyms.ts';
import { writeTypes } from './write-types.ts';
import { writeValidators, writeValidatorTypes } from './write-validators.ts';

/** Paths count from the root of the project. Throws where a description, an example or a translation is missing. */
export async function outputs(): Promise<Readonly<Record<string, string>>> {
  const schema: SchemaNode = schemaFile;
  const model = readModel(schema);
  const texts = readTexts(model, chinese);
  return {
    'server/plan/schema.generated.ts': writeTypes(model),
    'server/plan/schema-docs.generated.ts': writeDocs(model, texts),
    'server/plan/synonyms.generated.ts': writeSynonyms(model, synonymFile),
    'server/plan/validate.generated.mjs': await writeValidators(schema, model),
    'server/plan/validate.generated.d.mts': writeValidatorTypes(model),
    'syntaxes/plan.tmLanguage.json': writeGrammar(model),
    'docs/format.md': writeReference(model, texts, 'en'),
    'docs/format.zh-cn.md': writeReference(model, texts, 'zh-cn'),
  };
}
