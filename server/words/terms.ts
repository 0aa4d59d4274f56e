// The kinds of things in a plan, by the word that the code uses for them.
import type { MadeName } from '../plan/plan.ts';
import type { Phrase } from './words.ts';

export const terms: Readonly<Record<string, Phrase>> = {
  plan: { en: 'plan', 'zh-cn': '计划' },
  task: { en: 'task', 'zh-cn': '任务' },
  phase: { en: 'phase', 'zh-cn': '阶段' },
  milestone: { en: 'milestone', 'zh-cn': '里程碑' },
  estimate: { en: 'estimate', 'zh-cn': '估算' },
  constraint: { en: 'constraint', 'zh-cn': '约束' },
  repeat: { en: 'repeat', 'zh-cn': '重复' },
  actual: { en: 'record of actuals', 'zh-cn': '实际情况' },
  status: { en: 'status', 'zh-cn': '状态' },
  gate: { en: 'gate', 'zh-cn': '关口' },
  units: { en: 'table of units', 'zh-cn': '单位' },
  calendar: { en: 'calendar', 'zh-cn': '日历' },
  person: { en: 'team member', 'zh-cn': '成员' },
  resource: { en: 'resource', 'zh-cn': '资源' },
  stakeholder: { en: 'stakeholder', 'zh-cn': '干系人' },
  goal: { en: 'goal', 'zh-cn': '目标' },
  kpi: { en: 'kpi', 'zh-cn': '指标' },
  risk: { en: 'risk', 'zh-cn': '风险' },
  budget: { en: 'budget', 'zh-cn': '预算' },
  meeting: { en: 'meeting', 'zh-cn': '会议' },
  report: { en: 'report', 'zh-cn': '报告' },
  decision: { en: 'decision level', 'zh-cn': '决策级别' },
  change: { en: 'change', 'zh-cn': '变更' },
  review: { en: 'review', 'zh-cn': '复盘' },
  baseline: { en: 'baseline', 'zh-cn': '基准' },
  'baseline-task': { en: 'task of a baseline', 'zh-cn': '基准任务' },
  subplan: { en: 'subplan', 'zh-cn': '子计划' },
  'smart-specific': { en: 'specific (“statement”)', 'zh-cn': '具体（statement）' },
  'smart-measurable': { en: 'measurable (“metric”)', 'zh-cn': '可衡量（metric）' },
  'smart-from': { en: 'measurable (“from” of its metric)', 'zh-cn': '可衡量（指标的 from）' },
  'smart-target': { en: 'measurable (“target” of its metric)', 'zh-cn': '可衡量（指标的 target）' },
  'smart-attainable': {
    en: 'attainable (“owner”, or work that serves it)',
    'zh-cn': '可实现（owner，或为它服务的任务）',
  },
  'smart-relevant': {
    en: 'relevant (“goals” of work in a phase, or a stakeholder that it matters to)',
    'zh-cn': '相关（阶段内任务的 goals，或与之有关的干系人）',
  },
  'smart-time-bound': { en: 'time-bound (“due”)', 'zh-cn': '有时限（due）' },
  skill: { en: 'skill', 'zh-cn': '技能' },
};

/** What a phase makes by itself, called after it. */
export const madeNames: Readonly<Record<MadeName['made'], Phrase>> = {
  'phase-buffer': { en: 'Reserve of {phase}', 'zh-cn': '缓冲：{phase}' },
  gate: { en: 'Gate of {phase}', 'zh-cn': '关口：{phase}' },
};
