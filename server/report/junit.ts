// Findings as JUnit XML: a suite a file, a failed case a finding, one passed case where there is none.

import type { Severity } from '../rules/finding.ts';
import { type ReportedFile, reaches } from './report.ts';

/** Findings under the threshold are listed as passed cases with their text as output. */
export function reportJunit(files: readonly ReportedFile[], threshold: Severity): string {
  const suites = files.map((file) => suite(file, threshold)).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="plan check">\n${suites}</testsuites>\n`;
}

function suite({ path, findings }: ReportedFile, threshold: Severity): string {
  const failed = findings.filter(({ severity }) => reaches(severity, threshold)).length;
  const cases = findings.map(({ rule, severity, message, range: { start } }) => {
    const where = `${path}:${start.line + 1}:${start.character + 1}`;
    const body = reaches(severity, threshold)
      ? `<failure type="${severity}" message="${xml(message)}">${xml(where)}</failure>`
      : `<system-out>${xml(`${severity} ${where} ${message}`)}</system-out>`;
    return `    <testcase classname="${xml(path)}" name="${xml(`${rule} (${start.line + 1}:${start.character + 1})`)}">${body}</testcase>\n`;
  });
  if (cases.length === 0) cases.push(`    <testcase classname="${xml(path)}" name="plan check"/>\n`);
  return `  <testsuite name="${xml(path)}" tests="${cases.length}" failures="${failed}">\n${cases.join('')}  </testsuite>\n`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML text; characters that XML 1.0 does not allow become a replacement character. */
function xml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '\ufffd')
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? character)
    .replaceAll(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
