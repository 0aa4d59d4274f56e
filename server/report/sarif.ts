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

/** Paths become relative URI references with `/`. */
export function reportSarif(
  files: readonly ReportedFile[],
  version: string,
  titleOf: (rule: string) => string,
): string {
  const used = [...new Set(files.flatMap(({ findings }) => findings.map(({ rule }) => rule)))].sort();
  const rules = used.map(
    (id): ReportingDescriptor => ({
      id,
      shortDescription: { text: titleOf(id) },
      defaultConfiguration: { level: levels[ruleById.get(id)?.severity ?? 'warning'] },
    }),
  );
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Plan as Code', semanticVersion: version, rules } },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap((file) => file.findings.map((finding) => result(file, finding, used))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
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
