// Words of the schedule assessment: the fourteen points and what they came to.
import type { Phrase } from './words.ts';

/** Points 1 to 14. */
export const healthPointWords: readonly Phrase[] = [
  { en: 'Work without predecessor or successor', 'zh-cn': '缺少前置或后续的任务' },
  { en: 'Links with a lead', 'zh-cn': '带提前量的依赖' },
  { en: 'Links with a lag', 'zh-cn': '带延隔的依赖' },
  { en: 'Finish-to-start links', 'zh-cn': '完成—开始依赖' },
  { en: 'Dates that the network can’t move', 'zh-cn': '网络无法移动的日期' },
  { en: 'Work with months of slack', 'zh-cn': '总时差过大的任务' },
  { en: 'Promises that can’t be kept', 'zh-cn': '无法兑现的承诺（负时差）' },
  { en: 'Work of months', 'zh-cn': '工期过长的任务' },
  { en: 'Work unreported, or facts in the future', 'zh-cn': '未填报的工作或未来的实际日期' },
  { en: 'Work without people or equipment', 'zh-cn': '没有分配资源的任务' },
  { en: 'Work later than the baseline', 'zh-cn': '晚于基准的任务' },
  { en: 'A delay reaches the finish', 'zh-cn': '关键路径测试' },
  { en: 'Critical path length index', 'zh-cn': '关键路径长度指数（CPLI）' },
  { en: 'Baseline execution index', 'zh-cn': '基准执行指数（BEI）' },
];

export const scheduleHealthWords = {
  title: { en: 'Schedule health: {name}', 'zh-cn': '进度健康度：{name}' },
  counted: {
    en: '{work} unfinished tasks, {links} links',
    'zh-cn': '{work} 个未完成的任务，{links} 条依赖',
  },
  few: {
    en: 'A share of fewer than {least} tasks says little: the rules are silent about it.',
    'zh-cn': '任务少于 {least} 个时占比意义不大，相应规则不作提示。',
  },
  'header-point': { en: 'point', 'zh-cn': '要点' },
  'header-threshold': { en: 'threshold', 'zh-cn': '阈值' },
  'header-measured': { en: 'measured', 'zh-cn': '实测' },
  'header-share': { en: 'figure', 'zh-cn': '数值' },
  'header-verdict': { en: 'verdict', 'zh-cn': '结论' },
  'header-worst': { en: 'worst', 'zh-cn': '最严重的' },
  pass: { en: 'passes', 'zh-cn': '通过' },
  fail: { en: 'fails', 'zh-cn': '未通过' },
  reported: { en: 'reported', 'zh-cn': '仅报告' },
  'not-computed': { en: 'not computed', 'zh-cn': '未计算' },
  reaches: { en: 'reaches it', 'zh-cn': '传到终点' },
  lost: { en: 'is lost', 'zh-cn': '未传到终点' },
  of: { en: '{count} of {total}', 'zh-cn': '{total} 中的 {count}' },
  more: { en: '{names} and {count} more', 'zh-cn': '{names} 等另外 {count} 个' },
  total: { en: '{passed} of {judged} points pass', 'zh-cn': '{judged} 个要点中 {passed} 个通过' },
  missing: {
    en: 'Not computed: {points}. They need a baseline, a status date or progress, a promised finish, or a team.',
    'zh-cn': '未计算：{points}。需要基准、状态日期或进度、承诺的完成日期或团队。',
  },
} as const satisfies Readonly<Record<string, Phrase>>;
