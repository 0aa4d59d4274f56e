// Words of the schedule's table.
import type { Phrases } from './words.ts';

export const scheduleWords = {
  task: { en: 'Task', 'zh-cn': '任务' },
  id: { en: 'Id', 'zh-cn': '标识' },
  start: { en: 'Start', 'zh-cn': '开始' },
  finish: { en: 'Finish', 'zh-cn': '完成' },
  duration: { en: 'Duration', 'zh-cn': '工期' },
  slack: { en: 'Slack', 'zh-cn': '总时差' },
  critical: { en: 'Critical', 'zh-cn': '关键' },
  progress: { en: 'Done', 'zh-cn': '进度' },
  owner: { en: 'Owner', 'zh-cn': '负责人' },
  summary: { en: '{name}: {start} → {finish}', 'zh-cn': '{name}：{start} → {finish}' },
} satisfies Phrases;
