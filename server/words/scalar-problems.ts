// What is said of dates, durations, links and cadences that can't be read.
import type { ProblemMessage } from '../plan/problem-codes.ts';
import type { Phrase } from './words.ts';

/** Every problem of the plan floor has words: a missing one is a type error. */
export const scalarProblemWords: Readonly<Record<Extract<ProblemMessage, `invalid-${string}`>, Phrase>> = {
  'invalid-date.not-a-date': {
    en: '“{text}” is not a date. Write 2026-03-02, or 2026-03-02 14:00.',
    'zh-cn': '“{text}”不是日期。请写 2026-03-02 或 2026-03-02 14:00。',
  },
  'invalid-date.no-month': {
    en: 'There is no month {month}. A date is year-month-day, such as 2026-03-02.',
    'zh-cn': '没有 {month} 月。日期按“年-月-日”写，如 2026-03-02。',
  },
  'invalid-date.no-day': {
    en: 'There is no day {day} in month {month} of {year}: it has {days} days.',
    'zh-cn': '{year} 年 {month} 月没有 {day} 日，只有 {days} 天。',
  },
  'invalid-date.no-time': {
    en: '“{text}” is no time of day. Times go from 00:00 to 24:00.',
    'zh-cn': '“{text}”不是一天中的时刻。时刻从 00:00 到 24:00。',
  },
  'invalid-date.day-or-month-first': {
    en: 'Day first or month first? “{text}” can be both. Write year-month-day, such as 2026-03-02.',
    'zh-cn': '“{text}”是日在前还是月在前？请按“年-月-日”写，如 2026-03-02。',
  },
  'invalid-date.no-year': {
    en: '“{text}” has no year. Write it in full, such as 2026-03-02.',
    'zh-cn': '“{text}”缺少年份。请写完整，如 2026-03-02。',
  },
  'invalid-date.with-zone': {
    en: '“{text}” names a time zone; all times are of the plan’s zone. Leave it out.',
    'zh-cn': '“{text}”带有时区，而计划中的时刻都用计划的时区。请去掉。',
  },
  'invalid-date.not-a-range': {
    en: '“{text}” is not a range of days. Write 2026-03-02..2026-03-06, both ends inside.',
    'zh-cn': '“{text}”不是日期区间。请写 2026-03-02..2026-03-06，两端都包含。',
  },
  'invalid-duration.not-a-duration': {
    en: '“{text}” is not a duration. Write 30m, 4h, 3d, 2w, 1mo, or 1w 2d.',
    'zh-cn': '“{text}”不是工期。请写 30m、4h、3d、2w、1mo 或 1w 2d。',
  },
  'invalid-duration.no-unit': {
    en: '“{text}” of what? Add a unit: m, h, d, w or mo.',
    'zh-cn': '“{text}”缺少单位。请加上 m、h、d、w 或 mo。',
  },
  'invalid-duration.unknown-unit': {
    en: '“{unit}” is no unit of time. The units are m, h, d, w and mo.',
    'zh-cn': '“{unit}”不是时间单位。可用 m、h、d、w、mo。',
  },
  'invalid-duration.ambiguous-unit': {
    en: '“{text}”: months or minutes? Write mo for months, m for minutes.',
    'zh-cn': '“{text}”是月还是分钟？月写 mo，分钟写 m。',
  },
  'invalid-duration.mixed-elapsed': {
    en: '“{text}” mixes working time and elapsed time. Use one of the two throughout.',
    'zh-cn': '“{text}”混用了工作时间和日历时间。请统一用一种。',
  },
  'invalid-duration.negative': {
    en: '“{text}” is below zero; work can’t take less than no time.',
    'zh-cn': '“{text}”小于零，工作时间不能为负。',
  },
  'invalid-duration.decimal-comma': { en: 'Write “{text}” with a decimal point.', 'zh-cn': '“{text}”请用小数点书写。' },
  'invalid-duration.too-long': {
    en: '“{text}” is longer than any plan. Is there a digit too many?',
    'zh-cn': '“{text}”比任何计划都长，是不是多写了数字？',
  },
  'invalid-duration.elapsed-work': {
    en: 'Effort is people’s working time; “{text}” is time on the clock. Leave out the e.',
    'zh-cn': '工作量是人的工作时间，而“{text}”是日历时间。请去掉 e。',
  },
  'invalid-link.not-a-link': {
    en: '“{text}” is not a link. Write the id of a task, with type and lag where needed: design FS + 2d.',
    'zh-cn': '“{text}”不是依赖。请写任务的标识，需要时加类型和延隔：design FS + 2d。',
  },
  'invalid-link.no-target': {
    en: '“{text}” does not say which task it means. Put the id first.',
    'zh-cn': '“{text}”没有说明是哪个任务。请先写标识。',
  },
  'invalid-link.unknown-type': {
    en: '“{type}” is no type of link. The types are FS, SS, FF and SF.',
    'zh-cn': '“{type}”不是依赖类型。可用 FS、SS、FF、SF。',
  },
  'invalid-link.bad-lag': {
    en: 'The lag “{lag}” can’t be read. Write + 2d, - 1d, + 3ed or + 50%.',
    'zh-cn': '延隔“{lag}”无法识别。请写 + 2d、- 1d、+ 3ed 或 + 50%。',
  },
  'invalid-link.lag-without-unit': {
    en: 'The lag “{lag}” has no unit. Write + 2d for two days.',
    'zh-cn': '延隔“{lag}”缺少单位。两天写 + 2d。',
  },
  'invalid-link.lag-without-sign': {
    en: 'Write a + or - before the lag “{lag}”.',
    'zh-cn': '请在延隔“{lag}”前写 + 或 -。',
  },
  'invalid-link.lag-too-long': {
    en: 'The lag in “{text}” is longer than any plan.',
    'zh-cn': '“{text}”中的延隔比任何计划都长。',
  },
  'invalid-link.extra-text': {
    en: '“{extra}” behind the link means nothing. A link is an id, a type and a lag.',
    'zh-cn': '依赖后面的“{extra}”没有意义。依赖由标识、类型和延隔组成。',
  },
  'invalid-link.into-subplan': {
    en: '“{text}” leads into a subplan. Its dates are facts here: links come out of it, none go in.',
    'zh-cn': '“{text}”指向子计划内部。子计划的日期在这里是既定的：可以依赖它，但不能让它等待。',
  },
  'invalid-cadence.not-a-cadence': {
    en: '“{text}” is not a cadence. Write daily, weekly on mon 10:00, every 2w on fri, or monthly on last fri.',
    'zh-cn': '“{text}”不是周期。请写 daily、weekly on mon 10:00、every 2w on fri 或 monthly on last fri。',
  },
  'invalid-cadence.unknown-weekday': {
    en: '“{text}” is no weekday. They are mon, tue, wed, thu, fri, sat, sun.',
    'zh-cn': '“{text}”不是星期。可写 mon、tue、wed、thu、fri、sat、sun。',
  },
  'invalid-cadence.no-time': {
    en: '“{text}” is no time of day. Times go from 00:00 to 23:59.',
    'zh-cn': '“{text}”不是一天中的时刻。时刻从 00:00 到 23:59。',
  },
  'invalid-cadence.no-interval': {
    en: '“{text}” does not say how often. Write every 2w, for instance.',
    'zh-cn': '“{text}”没有说明间隔。例如写 every 2w。',
  },
  'invalid-cadence.no-day-of-month': {
    en: '“{text}” is no day of a month. Write 1 to 31, or last day.',
    'zh-cn': '“{text}”不是一个月中的某一天。请写 1 到 31，或 last day。',
  },
  'invalid-cadence.which-weekday': {
    en: '“{text}”: which one of the month? Write monthly on first fri, or on last fri.',
    'zh-cn': '“{text}”是当月第几个？请写 monthly on first fri 或 last fri。',
  },
};
