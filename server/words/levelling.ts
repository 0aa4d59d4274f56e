// Words of resource levelling: what was moved, what it costs, what could not be relieved.
import type { Phrases } from './words.ts';

export const levellingWords = {
  nothing: {
    en: 'Nobody and nothing is needed for more at once than there is: nothing is moved.',
    'zh-cn': '没有人员或设备超负荷：无需移动。',
  },
  stuck: {
    en: 'Nothing can be moved: what is too much at once has dates of its own or has begun.',
    'zh-cn': '无可移动：超负荷的工作日期已固定或已经开始。',
  },
  'one-delayed': {
    en: '1 task starts later, others follow by their links.',
    'zh-cn': '1 个任务推后开始，其余随依赖移动。',
  },
  delayed: {
    en: '{count} tasks start later, others follow by their links.',
    'zh-cn': '{count} 个任务推后开始，其余随依赖移动。',
  },
  delay: { en: '{task}: {from} → {to}', 'zh-cn': '{task}：{from} → {to}' },
  finish: { en: 'The plan finishes on {to} instead of {from}.', 'zh-cn': '计划由 {from} 改为 {to} 完成。' },
  'same-finish': { en: 'The plan still finishes on {to}.', 'zh-cn': '计划仍在 {to} 完成。' },
  'left-count': { en: 'Not relieved: {count}, see the findings.', 'zh-cn': '未能解除 {count} 处，见问题列表。' },
  left: { en: 'Not relieved:', 'zh-cn': '未能解除：' },
  broken: { en: 'Promises that it breaks:', 'zh-cn': '因此无法兑现的承诺：' },
} satisfies Phrases;
