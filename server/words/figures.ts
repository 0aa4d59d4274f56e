// What a length of time or a share of work comes to, said on hover.
import type { Phrases } from './words.ts';

export const figureWords = {
  hours: { en: '{length} = {hours} h', 'zh-cn': '{length} = {hours} 小时' },
  'clock-hours': { en: '{length} = {hours} h on the clock', 'zh-cn': '{length}（昼夜连续）= {hours} 小时' },
  'part-of-day': { en: '{length} = {days} d', 'zh-cn': '{length} = {days} 天' },
  'on-the-clock': { en: '{length} on the clock', 'zh-cn': '{length}（昼夜连续）' },
  'person-time': { en: 'work of one person', 'zh-cn': '一个人的工作时间' },
  'point-in-time': { en: 'a point in time', 'zh-cn': '一个时点' },
  calendar: { en: 'calendar: {calendar}', 'zh-cn': '日历：{calendar}' },
  expected: { en: 'Expected: {length}', 'zh-cn': '期望工期：{length}' },
  by: { en: 'By: {people}', 'zh-cn': '执行：{people}' },
  'by-nobody': {
    en: 'Nobody is assigned: taken as one person, full time',
    'zh-cn': '尚未分配人员：按一人全职计算',
  },
  until: { en: 'until {finish}', 'zh-cn': '到 {finish}' },
  left: { en: '{percent} of {length} · left: {left}', 'zh-cn': '{length}的 {percent} · 剩余 {left}' },
  'all-done': { en: 'All done: {finish}', 'zh-cn': '全部完成：{finish}' },
  overruled: {
    en: 'What “actual” says counts instead: {percent}',
    'zh-cn': '以 actual 中的记录为准：{percent}',
  },
  capacity: {
    en: '{percent} of full time: {day} h a day, {week} h a week',
    'zh-cn': '全职的 {percent}：每天 {day} 小时，每周 {week} 小时',
  },
  'next-times': { en: 'Next: {days}', 'zh-cn': '接下来：{days}' },
  'last-time': { en: 'For the last time: {day}', 'zh-cn': '最后一次：{day}' },
} as const satisfies Phrases;
