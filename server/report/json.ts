// Findings as JSON, zero-based as in LSP.
import type { ReportedFile } from './report.ts';

/** `{ files: [{ path, findings: [{ rule, severity, message, range, related, fixes }] }] }` */
export function reportJson(files: readonly ReportedFile[]): string {
  return `${JSON.stringify({ files: files.map(({ path, findings }) => ({ path, findings })) }, null, 2)}\n`;
}
