// The page's own words.

export type PageLocale = 'en' | 'zh-cn';

const words = {
  chart: { en: 'Gantt chart', 'zh-cn': '甘特图' },
  tasks: { en: 'Tasks', 'zh-cn': '任务' },
  toolbar: { en: 'Chart', 'zh-cn': '图表' },
  'zoom-in': { en: 'Zoom in (+)', 'zh-cn': '放大 (+)' },
  'zoom-out': { en: 'Zoom out (−)', 'zh-cn': '缩小 (−)' },
  fit: { en: 'Fit to width (0)', 'zh-cn': '适合宽度 (0)' },
  'fold-all': { en: 'Fold all', 'zh-cn': '全部折叠' },
  'unfold-all': { en: 'Unfold all', 'zh-cn': '全部展开' },
  table: { en: 'Show as a table', 'zh-cn': '以表格显示' },
  export: { en: 'Save or copy the chart…', 'zh-cn': '保存或复制图表…' },
  'new-task': { en: 'New task (Insert)', 'zh-cn': '新任务 (Insert)' },
  filter: { en: 'Filter (/)', 'zh-cn': '筛选 (/)' },
  'filter-text': { en: 'Words in the name', 'zh-cn': '名称中的文字' },
  tag: { en: 'Tag', 'zh-cn': '标签' },
  time: { en: 'Time', 'zh-cn': '时间' },
  weeks: { en: 'Weeks', 'zh-cn': '周' },
  everybody: { en: 'Everybody', 'zh-cn': '所有人' },
  'all-tags': { en: 'All tags', 'zh-cn': '全部标签' },
  'any-time': { en: 'Any time', 'zh-cn': '不限时间' },
  'next-week': { en: 'Next week', 'zh-cn': '未来 1 周' },
  'next-weeks': { en: 'Next {count} weeks', 'zh-cn': '未来 {count} 周' },
  'critical-only': { en: 'Critical only', 'zh-cn': '仅关键任务' },
  shown: { en: '{shown} of {of} tasks', 'zh-cn': '显示 {shown} / {of} 个任务' },
  clear: { en: 'Show everything', 'zh-cn': '显示全部' },
  compare: { en: 'Compare, and list what moved', 'zh-cn': '比较并列出变动' },
  changes: { en: 'What moved', 'zh-cn': '变动' },
  'compare-with': { en: 'Compare with', 'zh-cn': '比较对象' },
  nothing: { en: 'Nothing', 'zh-cn': '不比较' },
  'newest-baseline': { en: 'Newest baseline', 'zh-cn': '最新基准' },
  baseline: { en: 'Baseline “{name}”', 'zh-cn': '基准“{name}”' },
  'saved-text': { en: 'Last saved text', 'zh-cn': '上次保存的内容' },
  revision: { en: 'Git: {name}', 'zh-cn': 'Git：{name}' },
  'pick-revision': { en: 'Git revision…', 'zh-cn': '选择 Git 版本…' },
  'nothing-compared': { en: 'Compared with nothing.', 'zh-cn': '没有进行比较。' },
  'more-changes': { en: '… and {count} more', 'zh-cn': '……以及另外 {count} 项' },
  'zoom-level': { en: 'Zoom', 'zh-cn': '缩放' },
  'own-zoom': { en: 'Zoomed', 'zh-cn': '自定义' },
  'fit-width': { en: 'Fit', 'zh-cn': '适合宽度' },
  days: { en: 'Days', 'zh-cn': '日' },
  months: { en: 'Months', 'zh-cn': '月' },
  quarters: { en: 'Quarters', 'zh-cn': '季度' },
  locked: { en: 'Stays with this plan', 'zh-cn': '已固定在此计划' },
  notes: { en: 'Notes on the chart', 'zh-cn': '图表说明' },
  'not-drawn': {
    en: 'The chart can’t be drawn: {reason}. What you see is the last one that could.',
    'zh-cn': '无法画出图表：{reason}。现在显示的是上一次的图。',
  },
  stale: { en: 'What you see is the last chart that had tasks.', 'zh-cn': '现在显示的是上一次有任务的图。' },
  empty: { en: 'Nothing to draw yet.', 'zh-cn': '还没有可以画的内容。' },
  'nothing-found': { en: 'No task is like that.', 'zh-cn': '没有符合条件的任务。' },
  loading: { en: 'Drawing the chart…', 'zh-cn': '正在画图……' },
  today: { en: 'Today', 'zh-cn': '今天' },
  'status-date': { en: 'Status', 'zh-cn': '状态日期' },
  task: { en: 'Task', 'zh-cn': '任务' },
  summary: { en: 'Summary', 'zh-cn': '汇总' },
  subplan: { en: 'Subplan', 'zh-cn': '子计划' },
  phase: { en: 'Phase', 'zh-cn': '阶段' },
  milestone: { en: 'Milestone', 'zh-cn': '里程碑' },
  buffer: { en: 'Reserve', 'zh-cn': '缓冲' },
  start: { en: 'Start', 'zh-cn': '开始' },
  finish: { en: 'Finish', 'zh-cn': '完成' },
  length: { en: 'Duration', 'zh-cn': '工期' },
  progress: { en: 'Done', 'zh-cn': '进度' },
  slack: { en: 'Slack', 'zh-cn': '总时差' },
  owner: { en: 'Owner', 'zh-cn': '负责人' },
  deadline: { en: 'Deadline', 'zh-cn': '截止日期' },
  notesColumn: { en: 'Notes', 'zh-cn': '备注' },
  critical: { en: 'Critical', 'zh-cn': '关键' },
  late: { en: 'Misses its deadline', 'zh-cn': '超过截止日期' },
  cancelled: { en: 'Cancelled', 'zh-cn': '已取消' },
  error: { en: 'Error', 'zh-cn': '错误' },
  warning: { en: 'Warning', 'zh-cn': '警告' },
  info: { en: 'Note', 'zh-cn': '说明' },
  'days-off': { en: 'Days off', 'zh-cn': '非工作日' },
  ghost: { en: 'Where it stood before', 'zh-cn': '原来的位置' },
  moved: { en: 'Moved', 'zh-cn': '变动' },
  done: { en: '{percent} done', 'zh-cn': '完成 {percent}' },
} as const satisfies Record<string, Record<PageLocale, string>>;

export type PageWord = keyof typeof words;

/** Says a word of the page in the reader's language; `{name}` is replaced by the argument. */
export type Say = (word: PageWord, args?: Readonly<Record<string, string>>) => string;

/** The page's words in one language. */
export function wordsIn(locale: PageLocale): Say {
  return (word, args = {}) =>
    words[word][locale].replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
      Object.hasOwn(args, name) ? (args[name] ?? whole) : whole,
    );
}
