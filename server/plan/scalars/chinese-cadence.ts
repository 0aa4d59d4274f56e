// Cadences in Chinese (`每周一 10:00`, `每两周`, `每月最后一个周五`) in the words of the standard form, for the parser of cadences.

const numerals: Readonly<Record<string, number>> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6 };
const units: Readonly<Record<string, string>> = { 天: 'd', 日: 'd', 周: 'w', 星期: 'w', 月: 'mo' };
const dayNames = '一二三四五六日';
const short = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const nth: Readonly<Record<string, string>> = { 一: 'first', 二: 'second', 三: 'third', 四: 'fourth', 五: 'fifth' };

const weekly =
  /^每?(?<every>隔?[一二两三四五六\d]*)个?(?:周|星期)(?<days>[一二三四五六日天](?:[、,和及]?(?:周|星期)?[一二三四五六日天])*)?\s*(?<time>\d{1,2}:\d\d)?$/;
const monthly =
  /^每(?<every>[一二两三四五六\d]*)个?月(?:的?(?:第(?<nth>[一二三四五])个?|(?<last>最后)一?个?)(?:周|星期)(?<weekday>[一二三四五六日天])|(?<monthDay>\d{1,2})[日号]|(?<lastDay>最后一天|底|末))?\s*(?<time>\d{1,2}:\d\d)?$/;
const daily = /^每(?<every>[一二两三四五六\d]*)[天日]\s*(?<time>\d{1,2}:\d\d)?$/;
const workdays = /^(?:每个?)?工作日\s*(?<time>\d{1,2}:\d\d)?$/;

/** The same cadence in standard words; undefined where the text is not a Chinese cadence. */
export function chineseCadence(text: string): string | undefined {
  if (!/^(?:每|隔|双周|工作日)/.test(text)) return undefined;
  const plain = text
    .replace(/每季度?/, '每3个月')
    .replace(/每年/, '每12个月')
    .replace(/^每?双周/, '每两周')
    .replace(/半月/, '两周');
  const week = weekly.exec(plain)?.groups;
  if (week !== undefined) {
    const skip = week.every?.startsWith('隔') === true ? 2 : 1;
    const days = [...(week.days ?? '')].flatMap((name) => dayName(name) ?? []);
    return joined(rhythm(week.every?.replace('隔', ''), '周', skip), days.join(','), week.time);
  }
  const month = monthly.exec(plain)?.groups;
  if (month !== undefined) return joined(rhythm(month.every, '月', 1), dayOfMonth(month), month.time);
  const day = daily.exec(plain)?.groups;
  if (day !== undefined) return joined(rhythm(day.every, '天', 1), '', day.time);
  const work = workdays.exec(plain)?.groups;
  return work === undefined ? undefined : joined('every weekday', '', work.time);
}

function rhythm(count: string | undefined, unit: string, factor: number): string {
  const number = count === undefined || count === '' ? 1 : (numerals[count] ?? Number(count));
  return `every ${number * factor}${units[unit] ?? 'd'}`;
}

function dayOfMonth(groups: Readonly<Record<string, string | undefined>>): string {
  if (groups.monthDay !== undefined) return groups.monthDay;
  if (groups.lastDay !== undefined) return 'last day';
  const weekday = dayName(groups.weekday ?? '');
  if (weekday === undefined) return '';
  return `${groups.last === undefined ? nth[groups.nth ?? ''] : 'last'} ${weekday}`;
}

function dayName(name: string): string | undefined {
  return short[dayNames.indexOf(name === '天' ? '日' : name || '?')];
}

function joined(rhythmWords: string, on: string, time: string | undefined): string {
  return [rhythmWords, ...(on === '' ? [] : ['on', on]), ...(time === undefined ? [] : [time])].join(' ');
}
