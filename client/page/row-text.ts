// What a row says in words: to screen readers, in its tooltip, in the table.
import type { ChartRow, Moment } from '../../server/charts/chart.ts';
import type { Say } from './words.ts';

/** A start as people write it; the time only where it matters. */
export function dateText(moment: Moment, withTime: boolean): string {
  return withTime ? moment.replace('T', ' ') : moment.slice(0, 10);
}

/** A finish or deadline: midnight is the end of the day before. */
export function endText(moment: Moment, withTime: boolean): string {
  if (withTime || !moment.endsWith('T00:00')) return dateText(moment, withTime);
  return new Date(Date.parse(`${moment}Z`) - 60_000).toISOString().slice(0, 10);
}

/** When a row is finished; a point in time at midnight stands at the beginning of that day. */
export function finishText(row: Pick<ChartRow, 'start' | 'finish'>, withTime: boolean): string {
  return row.finish === row.start ? dateText(row.finish, withTime) : endText(row.finish, withTime);
}

/** What is to be noted of a row, each in a word or two. */
export function notesOf(row: ChartRow, say: Say): string[] {
  return [
    ...(row.isSubplan === true ? [say('subplan')] : []),
    ...(row.kind === 'milestone' || row.kind === 'buffer' ? [say(row.kind)] : row.isPhase ? [say('phase')] : []),
    ...(row.critical && !row.cancelled ? [say('critical')] : []),
    ...(row.cancelled ? [say('cancelled')] : []),
    ...(row.late ? [say('late')] : []),
    ...(row.severity === undefined ? [] : [say(row.severity)]),
  ];
}

/** The lines under a row's name: when and how long, how far, what to note. */
export function detailsOf(row: ChartRow, withTime: boolean, say: Say): string[] {
  const start = dateText(row.start, withTime);
  const when =
    row.kind === 'milestone' ? finishText(row, withTime) : `${start} → ${finishText(row, withTime)} · ${row.length}`;
  return [
    when,
    ...(row.progress > 0 ? [say('done', { percent: `${Math.round(row.progress)}%` })] : []),
    ...(row.slack === undefined || row.critical ? [] : [`${say('slack')}: ${row.slack}`]),
    ...(row.moved === undefined ? [] : [`${say('moved')}: ${row.moved}`]),
    ...(row.deadline === undefined ? [] : [`${say('deadline')}: ${endText(row.deadline, withTime)}`]),
    ...(row.owner === undefined ? [] : [`${say('owner')}: ${row.owner}`]),
    ...(notesOf(row, say).length === 0 ? [] : [notesOf(row, say).join(' · ')]),
  ];
}
