// What the columns of a table of tasks mean, by the heads that people and programs give them.

/** In the order in which they are written. */
export const columns = [
  'id',
  'name',
  'parent',
  'level',
  'wbs',
  'duration',
  'effort',
  'milestone',
  'after',
  'start',
  'finish',
  'deadline',
  'owner',
  'assign',
  'progress',
  'cost',
  'description',
  'link',
] as const;
export type Column = (typeof columns)[number];

/** The head that is written, and those that are understood; in small letters. */
export const heads: Readonly<Record<Column, readonly string[]>> = {
  id: ['id', 'task id', 'unique id', 'uid', 'key', '编号', '标识', '标识号'],
  name: ['name', 'task name', 'task', 'title', 'summary', 'activity', 'activity name', '名称', '任务', '任务名称'],
  parent: ['parent', 'phase', 'section', 'group', 'summary task', '上级', '上级任务', '阶段'],
  level: ['level', 'outline level', '大纲级别', '层级'],
  wbs: ['wbs', 'outline number', 'wbs code', '大纲编号', '大纲数字'],
  duration: ['duration', 'duration (days)', 'days', 'length', 'estimate', '工期', '工期（天）', '持续时间', '天数'],
  effort: ['effort', 'work', 'scheduled work', '工时', '工作量'],
  milestone: ['milestone', '里程碑'],
  after: [
    'after',
    'predecessors',
    'predecessor',
    'depends on',
    'depends_on',
    'dependencies',
    'dependency',
    '前置任务',
    '依赖',
  ],
  start: ['start', 'start date', 'begin', 'begin date', 'start_date', '开始', '开始日期', '开始时间'],
  finish: [
    'finish',
    'finish date',
    'end',
    'end date',
    'end_date',
    'finish_date',
    '完成',
    '完成日期',
    '完成时间',
    '结束',
    '结束日期',
    '结束时间',
  ],
  deadline: ['deadline', 'due', 'due date', 'due_date', '截止', '截止日期', '最后期限'],
  owner: ['owner', 'assignee', 'assigned to', 'responsible', 'coordinator', '负责人'],
  assign: ['assign', 'resources', 'resource names', 'resource', '资源名称', '资源', '参与人'],
  progress: [
    'progress',
    '% complete',
    'percent complete',
    '% done',
    'complete',
    'completion',
    '进度',
    '完成百分比',
    '完成率',
  ],
  cost: ['cost', 'fixed cost', '成本', '固定成本'],
  description: ['description', 'notes', 'note', 'comment', 'comments', '备注', '说明', '描述'],
  link: ['link', 'url', 'hyperlink', 'web link', '链接', '网址'],
};

const byHead: ReadonlyMap<string, Column> = new Map(
  columns.flatMap((column) => heads[column].map((head) => [head, column] as const)),
);

/** Undefined for a head that says nothing here. */
export function columnOf(head: string): Column | undefined {
  return byHead.get(head.trim().toLowerCase().replace(/\s+/g, ' '));
}
