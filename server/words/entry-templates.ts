// Words of templates: what they are called, and what stands in them until somebody writes their own.
import type { Locale } from './words.ts';

export type TemplateKey =
  | 'task'
  | 'task-block'
  | 'task-effort'
  | 'task-repeat'
  | 'milestone'
  | 'buffer'
  | 'phase'
  | 'phase-gate'
  | 'person'
  | 'calendar'
  | 'risk'
  | 'goal'
  | 'kpi'
  | 'meeting'
  | 'plan'
  | 'plan-phases';

interface TemplateWords {
  readonly label: string;
  /** Other words that find it. */
  readonly found: string;
  /** Ids hold letters and digits of any script. */
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** In a row: label, other words that find it, id, name, another text. */
type Row = readonly [label: string, found: string, id: string, name?: string, text?: string];

function words(en: Row, zhCn: Row): Readonly<Record<Locale, TemplateWords>> {
  const read = ([label, found, id, name = '', text = '']: Row): TemplateWords => ({ label, found, id, name, text });
  return { en: read(en), 'zh-cn': read(zhCn) };
}

export const entryTemplateWords: Readonly<Record<TemplateKey, Readonly<Record<Locale, TemplateWords>>>> = {
  task: words(['New task', 't', 'task'], ['新任务', 'renwu', '任务']),
  'task-block': words(
    ['New task over several lines', 'tb', 'task', 'What is done', 'what somebody could check'],
    ['新任务（多行）', 'duohangrenwu', '任务', '要做的事', '可以检查的结果'],
  ),
  'task-effort': words(['New task by effort', 'effort', 'task'], ['新任务（按工作量）', 'gongzuoliang', '任务']),
  'task-repeat': words(['New repeated task', 'recurring', 'task'], ['新任务（重复）', 'chongfu', '任务']),
  milestone: words(['New milestone', 'ms', 'milestone'], ['新里程碑', 'lichengbei', '里程碑']),
  buffer: words(['New buffer', 'reserve', 'reserve'], ['新缓冲', 'huanchong 储备', '缓冲']),
  phase: words(['New phase', 'ph', 'phase', 'What it is for'], ['新阶段', 'jieduan', '阶段', '阶段名称']),
  'phase-gate': words(
    ['New phase with reserve and gate', 'gate', 'phase', 'What it is for', 'what must be true'],
    ['新阶段（带缓冲和关口）', 'guankou', '阶段', '阶段名称', '必须满足的条件'],
  ),
  person: words(['New person', 'member', 'person', 'Name'], ['新成员', 'chengyuan', '成员', '姓名']),
  calendar: words(['New calendar', 'cal', 'standard', '', 'Day off'], ['新日历', 'rili', '标准日历', '', '休息日']),
  risk: words(
    ['New risk', 'threat', 'risk', 'What may happen', 'what is done about it'],
    ['新风险', 'fengxian', '风险', '可能发生的事', '应对措施'],
  ),
  goal: words(['New goal', 'objective', 'goal', 'what is reached'], ['新目标', 'mubiao', '目标', '要达到的结果']),
  kpi: words(['New key figure', 'kpi', 'kpi', 'What is counted'], ['新指标', 'zhibiao', '指标', '统计的内容']),
  meeting: words(['New meeting', 'cadence', 'weekly', 'Weekly meeting'], ['新会议', 'huiyi 例会', '例会', '每周例会']),
  plan: words(['New plan', 'plan', 'task', 'What it is about'], ['新计划', 'jihua', '任务', '计划名称']),
  'plan-phases': words(
    ['New plan in phases', 'phases', 'phase', 'What it is about', 'Set-up'],
    ['新计划（分阶段）', 'jieduanjihua', '阶段', '计划名称', '启动'],
  ),
};
