// The computed schedule as JSON.
import type { ScheduleDocument } from './schedule-rows.ts';

/** The document as `plan schedule --format json` prints it. */
export function scheduleJson(document: ScheduleDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
