// What the views of a plan are called, in menus and above them.
import type { Phrases } from '../words/words.ts';
import type { ViewName } from './view.ts';

export const viewTitles = {
  gantt: { en: 'Gantt chart', 'zh-cn': '甘特图' },
  network: { en: 'Network', 'zh-cn': '网络图' },
  wbs: { en: 'Work breakdown', 'zh-cn': '工作分解' },
  milestones: { en: 'Milestones', 'zh-cn': '里程碑' },
  risks: { en: 'Risks', 'zh-cn': '风险' },
  workload: { en: 'Workload', 'zh-cn': '工作负荷' },
  budget: { en: 'Budget and earned value', 'zh-cn': '预算与挣值' },
  finish: { en: 'Likely finish', 'zh-cn': '完成日期分布' },
  board: { en: 'Status board', 'zh-cn': '状态看板' },
  money: { en: 'Money by phase', 'zh-cn': '各阶段费用' },
  raci: { en: 'Responsibilities (RACI)', 'zh-cn': '职责（RACI）' },
  resources: { en: 'People and resources', 'zh-cn': '人员与资源' },
  findings: { en: 'Findings', 'zh-cn': '检查结果' },
} satisfies Phrases<ViewName>;
