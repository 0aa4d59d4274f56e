// What an edit on the chart would do, said while it is made.
import type { Phrases } from './words.ts';

export const outcomeWords = {
  'one-more-moves': { en: 'One more task moves.', 'zh-cn': '还有 1 个任务随之移动。' },
  'more-move': { en: '{count} more tasks move.', 'zh-cn': '还有 {count} 个任务随之移动。' },
  'finish-later': { en: 'The plan ends on {date}, {by} later.', 'zh-cn': '计划到 {date} 完成，晚 {by}。' },
  'finish-earlier': { en: 'The plan ends on {date}, {by} earlier.', 'zh-cn': '计划到 {date} 完成，早 {by}。' },
  'broken-plan-finish': {
    en: 'The promised finish {date} is missed by {late}.',
    'zh-cn': '超过承诺的完成日期 {date}，晚 {late}。',
  },
  'broken-deadline': {
    en: '“{task}” misses its deadline {date} by {late}.',
    'zh-cn': '“{task}”超过截止日期 {date}，晚 {late}。',
  },
  'broken-latest': {
    en: '“{task}” misses its latest date {date} by {late}.',
    'zh-cn': '“{task}”超过最晚日期（latest）{date}，晚 {late}。',
  },
  'broken-fixed': {
    en: 'The date fixed for “{task}”, {date}, is missed by {late}.',
    'zh-cn': '“{task}”的固定日期 {date} 无法兑现，晚 {late}。',
  },
  'broken-SNLT': {
    en: '“{task}” starts {late} later than {date}, which its constraint allows.',
    'zh-cn': '“{task}”比约束允许的 {date} 晚 {late} 开始。',
  },
  'broken-window': {
    en: '“{task}” runs {late} over its window, which ends on {date}.',
    'zh-cn': '“{task}”超出阶段时间窗（到 {date} 为止）{late}。',
  },
  'kept-plan-finish': {
    en: 'The promised finish {date} is kept again.',
    'zh-cn': '承诺的完成日期 {date} 重新能够兑现。',
  },
  'kept-deadline': { en: '“{task}” keeps its deadline {date} again.', 'zh-cn': '“{task}”重新赶得上截止日期 {date}。' },
  'kept-latest': { en: '“{task}” keeps its latest date {date} again.', 'zh-cn': '“{task}”重新赶得上最晚日期 {date}。' },
  'kept-fixed': {
    en: 'The date fixed for “{task}”, {date}, is kept again.',
    'zh-cn': '“{task}”的固定日期 {date} 重新能够兑现。',
  },
  'kept-SNLT': { en: '“{task}” starts by {date} again.', 'zh-cn': '“{task}”重新能在 {date} 之前开始。' },
  'kept-window': {
    en: '“{task}” fits its window to {date} again.',
    'zh-cn': '“{task}”重新落在到 {date} 为止的时间窗内。',
  },
} satisfies Phrases;
