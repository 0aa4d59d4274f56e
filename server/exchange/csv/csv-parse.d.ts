// What is used of csv-parse: its own types bring those of Node.js, which the core must not see.
declare module 'csv-parse/browser/esm/sync' {
  export function parse(
    text: string,
    options: {
      readonly bom: boolean;
      readonly delimiter: string;
      readonly relax_column_count: boolean;
      readonly relax_quotes: boolean;
      readonly skip_empty_lines: boolean;
      readonly to: number;
    },
  ): string[][];
}
