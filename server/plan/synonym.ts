// Words of other tools, and Chinese words, for keys and values of the plan language (schemas/synonyms.json).
import { plainWord } from './plain-word.ts';
import type { RecordName } from './schema.generated.ts';
import { keySynonyms, type OurValue, valueSynonyms } from './synonyms.generated.ts';

/** Our key for another tool's word in this kind of record (`depends_on` → `after`); undefined where none is known. */
export function ourKey(record: RecordName, word: string): string | undefined {
  return keySynonyms[record][plainWord(word)];
}

/** What we write for another tool's value of a key (`priority: medium` → `normal`), where need be under another key (`status: done` → `progress: 100%`). */
export function ourValue(record: RecordName, key: string, word: string): OurValue | undefined {
  return valueSynonyms[record][key]?.[plainWord(word)];
}
