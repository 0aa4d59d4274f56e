// What the values are that a team's own check can ask for.
import type { VariableName } from '../rules/check-variables.ts';
import type { Phrase } from './words.ts';

export const variableWords: Readonly<Record<VariableName, Phrase>> = {
  id: { en: 'The id', 'zh-cn': '标识' },
  name: { en: 'The name; the id where it has none', 'zh-cn': '名称；没有时为标识' },
  description: { en: 'The description', 'zh-cn': '说明' },
  kind: {
    en: '`task`, `milestone`, `buffer`, `summary` or `phase`',
    'zh-cn': '`task`、`milestone`、`buffer`、`summary` 或 `phase`',
  },
  phase: { en: 'The id of the outermost phase that holds it', 'zh-cn': '所在最外层阶段的标识' },
  depth: { en: 'How many summaries hold it', 'zh-cn': '外面有几层汇总任务' },
  tags: { en: 'The tags', 'zh-cn': '标签' },
  priority: { en: '`low`, `normal`, `high` or `urgent`', 'zh-cn': '`low`、`normal`、`high` 或 `urgent`' },
  status: { en: '`blocked` or `on-hold`, else nothing', 'zh-cn': '`blocked` 或 `on-hold`，否则为空' },
  owner: { en: 'The id of who answers for it', 'zh-cn': '负责人的标识' },
  assigned: { en: 'The ids of who and what is assigned', 'zh-cn': '所分配人员和资源的标识' },
  skills: { en: 'The skills that it needs', 'zh-cn': '需要的技能' },
  goals: { en: 'The goals that it serves', 'zh-cn': '所服务的目标' },
  risks: { en: 'The risks that threaten it', 'zh-cn': '受到的风险' },
  deliverables: { en: 'What is handed over', 'zh-cn': '交付物' },
  acceptance: { en: 'When it counts as done', 'zh-cn': '验收条件' },
  start: { en: 'The day on which it starts, as computed', 'zh-cn': '计算出的开始日期' },
  finish: { en: 'The day on which it finishes, as computed', 'zh-cn': '计算出的完成日期' },
  deadline: { en: 'The deadline; empty where it has none', 'zh-cn': '截止日期；没有时为空' },
  duration: { en: 'How long it takes, in days of the plan', 'zh-cn': '工期，以计划的“天”计' },
  slack: {
    en: 'The total slack, in days of the plan; below 0 where a promise can’t be kept',
    'zh-cn': '总时差，以“天”计；承诺无法兑现时小于 0',
  },
  free_slack: { en: 'The free slack, in days of the plan', 'zh-cn': '自由时差，以“天”计' },
  critical: { en: 'Whether a delay moves the finish', 'zh-cn': '是否为关键任务' },
  progress: { en: 'How much is done, 0 to 100', 'zh-cn': '进度，0 到 100' },
  cost: { en: 'The planned cost; 0 where nothing is known', 'zh-cn': '计划成本；未知时为 0' },
  budget: { en: 'What may be spent; 0 where nothing is said', 'zh-cn': '预算；未写时为 0' },
  predecessors: { en: 'How many links lead to it', 'zh-cn': '有几条依赖指向它' },
  successors: { en: 'How many links lead on from it', 'zh-cn': '从它出发的依赖有几条' },
};

/** The keys of a check. */
export const checkKeyWords: Readonly<Record<'id' | 'for' | 'when' | 'message' | 'severity', Phrase>> = {
  id: { en: 'What the finding is called, and what silences it', 'zh-cn': '提示的名称，也用于忽略它' },
  for: {
    en: 'What is looked at: `task` (left out), `milestone`, `buffer`, `summary`, `phase`, or a list of them',
    'zh-cn': '检查的对象：`task`（默认）、`milestone`、`buffer`、`summary`、`phase`，或它们的列表',
  },
  when: { en: 'The condition in CEL under which something is found', 'zh-cn': '用 CEL 写的条件，成立时给出提示' },
  message: {
    en: 'What is said; `{name}` and other values in braces are filled in',
    'zh-cn': '提示的内容；花括号中的值（如 `{name}`）会被代入',
  },
  severity: {
    en: '`error`, `warning` (left out), `info`, `hint` or `off`',
    'zh-cn': '`error`、`warning`（默认）、`info`、`hint` 或 `off`',
  },
};
