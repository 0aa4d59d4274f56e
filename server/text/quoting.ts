// Scalars as YAML: plain where that means the same, quoted where it would not.
import { stringify } from 'yaml';

/** The text as a scalar of a block or flow collection. */
export function scalarSource(text: string, flow: boolean): string {
  if (text === '' || /[\r\n]/.test(text)) return quoted(text);
  const options = { schema: 'failsafe', lineWidth: 0, flowCollectionPadding: false } as const;
  if (!flow) return stringify(text, { ...options, defaultStringType: 'PLAIN', blockQuote: false }).trimEnd();
  return stringify([text], { ...options, collectionStyle: 'flow', blockQuote: false })
    .trim()
    .slice(1, -1);
}

/** The text in double quotes. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}
