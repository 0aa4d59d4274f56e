// Findings as SARIF 2.1.0, for code scanning.
import type { Log, ReportingDescriptor, Result } from 'sarif';
import type { Severity } from '../rules/finding.ts';
import { ruleById } from '../rules/registry.ts';
import type { Range } from '../text/tree.ts';
import type { ReportedFile } from './report.ts';

const levels: Readonly<Record<Severity, Result.level>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

/** What is said about a rule, and in which language. */
export interface SarifWords {
  /** BCP 47. */
  readonly language: string;
  readonly titleOf: (rule: string) => string;
  /** The rule's page, as Markdown; undefined where it has none. */
  readonly pageOf: (rule: string) => string | undefined;
}

/** Paths become relative URI references with `/`. Columns count UTF-16 units, as in LSP. */
export function reportSarif(files: readonly ReportedFile[], version: string, words: SarifWords): string {
  const used = [...new Set(files.flatMap(({ findings }) => findings.map(({ rule }) => rule)))].sort();
  const rules = used.map((id) => descriptor(id, words));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Plan as Code', semanticVersion: version, rules } },
        columnKind: 'utf16CodeUnits',
        language: words.language,
        results: files.flatMap((file) => file.findings.map((finding) => result(file, finding, used))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function descriptor(id: string, { titleOf, pageOf }: SarifWords): ReportingDescriptor {
  const rule = ruleById.get(id);
  const title = titleOf(id);
  const page = pageOf(id);
  return {
    id,
    shortDescription: { text: title },
    ...(page !== undefined && { help: { text: title, markdown: page } }),
    defaultConfiguration: { level: levels[rule?.severity ?? 'warning'] },
    ...(rule !== undefined && { properties: { tags: [rule.family] } }),
  };
}

function result({ path }: ReportedFile, finding: ReportedFile['findings'][number], used: readonly string[]): Result {
  const location = (range: Range) => ({
    physicalLocation: { artifactLocation: { uri: uriOf(path) }, region: region(range) },
  });
  return {
    ruleId: finding.rule,
    ruleIndex: used.indexOf(finding.rule),
    level: levels[finding.severity],
    message: { text: finding.message },
    locations: [location(finding.range)],
    ...(finding.related.length === 0
      ? {}
      : {
          relatedLocations: finding.related.map(({ message, range }, index) => ({
            id: index,
            message: { text: message },
            ...location(range),
          })),
        }),
  };
}

function region({ start, end }: Range) {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function uriOf(path: string): string {
  return path.split(/[\\/]/).map(encodeURIComponent).join('/');
}
