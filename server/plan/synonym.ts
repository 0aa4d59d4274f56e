// Words of other tools, and Chinese words, for keys and values of the plan language (schemas/synonyms.json).
import { plainWord } from './plain-word.ts';
import { type RecordName, records } from './schema.generated.ts';
import { aloneSynonyms, keySynonyms, type OurValue, valueSynonyms } from './synonyms.generated.ts';

/** Our key for another tool's word in this kind of record (`depends_on` → `after`); undefined where none is known. */
export function ourKey(record: RecordName, word: string): string | undefined {
  return keySynonyms[record][plainWord(word)];
}

/**
 * What we write for another tool's value of a key of this record (`priority: medium` → `normal`). A key that the record
 * does not have is the one that holds a scalar in the record's place (`status: paused` → `on-hold`); what we write then
 * may belong under another key beside that one (`status: done` → `progress: 100%`).
 */
export function ourValue(record: RecordName, key: string, word: string): OurValue | undefined {
  const plain = plainWord(word);
  const { fields, shorthand } = records[record];
  if (fields[key] !== undefined) return valueSynonyms[record][key]?.[plain];
  return (
    aloneSynonyms[record]?.[plain] ?? (shorthand === undefined ? undefined : valueSynonyms[record][shorthand]?.[plain])
  );
}
