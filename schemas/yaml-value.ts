// Writes an example of the schema as a person would write it in a plan.
import { Document, isCollection } from 'yaml';

/** The value as YAML on one line: `{ state: blocked, until: 2026-04-15 }`, `[a, b]`. */
export function yamlValue(value: unknown): string {
  const document = new Document(value);
  if (isCollection(document.contents)) document.contents.flow = true;
  const text = document.toString({ lineWidth: 0, singleQuote: true }).trim();
  return text.replaceAll('[ ', '[').replaceAll(' ]', ']');
}
