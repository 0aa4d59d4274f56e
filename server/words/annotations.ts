// Words that the editor puts between the lines and behind them: inlay hints, code lenses.
import type { Phrases } from './words.ts';

export const annotationWords = {
  slack: { en: '{slack} slack', 'zh-cn': '时差 {slack}' },
  late: { en: '{slack} too late', 'zh-cn': '晚 {slack}' },
  critical: { en: 'critical', 'zh-cn': '关键' },
  progress: { en: '{progress} done', 'zh-cn': '完成 {progress}' },
  cost: { en: 'cost {cost}', 'zh-cn': '成本 {cost}' },
  finish: { en: 'finish {date}', 'zh-cn': '完成于 {date}' },
  'one-critical': { en: '1 critical task', 'zh-cn': '1 个关键任务' },
  'many-critical': { en: '{count} critical tasks', 'zh-cn': '{count} 个关键任务' },
  'open-preview': { en: 'Open preview', 'zh-cn': '打开预览' },
} satisfies Phrases;
