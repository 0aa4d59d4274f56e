// Words of `plan convert`: what it could not carry, and why it could not read.
import type { Phrase, Phrases } from './words.ts';

/** What is lost or changed on the way into a plan. */
const readingLosses = {
  'calendar-cut': {
    en: 'only the first {kept} exceptions of a calendar are kept',
    'zh-cn': '日历只保留前 {kept} 条例外',
  },
  'exception-unknown': {
    en: 'exceptions of a calendar that recur in an unknown way are left out',
    'zh-cn': '日历中重复方式未知的例外未保留',
  },
  'unused-calendar': { en: 'calendars that nothing uses are left out', 'zh-cn': '未被使用的日历未保留' },
  'cost-per-use': { en: 'the cost per use is left out', 'zh-cn': '每次使用成本未保留' },
  'overtime-rate': { en: 'the overtime rate is left out', 'zh-cn': '加班费率未保留' },
  'rate-table': { en: 'of several rates only the current one is kept', 'zh-cn': '多个费率只保留当前的一个' },
  availability: { en: 'of changing availability only the current one is kept', 'zh-cn': '变化的可用性只保留当前值' },
  'group-as-equipment': {
    en: 'several people under one name ({pieces}) become equipment with as many pieces',
    'zh-cn': '一个名称下的多人（{pieces}）改为同样数量的设备',
  },
  'cost-resource': {
    en: 'what is only a cost is added to the fixed cost of its tasks',
    'zh-cn': '成本资源并入任务的固定成本',
  },
  contour: { en: 'uneven work over time is spread evenly', 'zh-cn': '不均匀的工时分布改为均匀' },
  'assignment-delay': {
    en: 'the delay of one person inside a task is left out',
    'zh-cn': '任务内单个人员的延迟未保留',
  },
  'levelling-floor': {
    en: 'the delay that levelling added becomes an earliest start',
    'zh-cn': '资源调配加入的延迟改为最早开始日期',
  },
  'levelling-delay': { en: 'the delay that levelling added is left out', 'zh-cn': '资源调配加入的延迟未保留' },
  split: { en: 'work is interrupted there; the gap is left out', 'zh-cn': '任务有中断，中断未保留' },
  'task-field': { en: 'the task field “{field}” is left out', 'zh-cn': '任务字段“{field}”未保留' },
  'project-field': { en: 'the project’s field “{field}” is left out', 'zh-cn': '项目字段“{field}”未保留' },
  'resource-field': { en: 'the resource field “{field}” is left out', 'zh-cn': '资源字段“{field}”未保留' },
  'external-task': {
    en: 'a task of another project stands here as a task of this plan',
    'zh-cn': '其他项目的任务改为本计划的任务',
  },
  subproject: { en: 'an inserted project is one task here', 'zh-cn': '插入的子项目改为一个任务' },
  'summary-assignment': { en: 'who is assigned to a summary is left out', 'zh-cn': '摘要任务的人员未保留' },
  'summary-calendar': { en: 'the calendar of a summary is left out', 'zh-cn': '摘要任务的日历未保留' },
  'summary-constraint': {
    en: 'a constraint that a summary can’t have is left out',
    'zh-cn': '摘要任务不支持的约束未保留',
  },
  'summary-link': {
    en: 'a link into the finish of a summary is left out',
    'zh-cn': '指向摘要任务完成的链接未保留',
  },
  'milestone-with-duration': {
    en: 'a milestone with a duration becomes a task of that length',
    'zh-cn': '有工期的里程碑改为同样长度的任务',
  },
  estimated: { en: 'the mark of an estimated duration (“?”) is left out', 'zh-cn': '估计工期的标记（“?”）未保留' },
  seconds: { en: 'a length is rounded to whole minutes', 'zh-cn': '工期取整到分钟' },
  constraint: { en: 'a constraint without a date is left out', 'zh-cn': '没有日期的约束未保留' },
  'finished-in-part': {
    en: 'an actual finish of work that is not done is left out',
    'zh-cn': '未完成工作的实际完成日期未保留',
  },
  priority: { en: 'the priority becomes “{word}”', 'zh-cn': '优先级改为“{word}”' },
  link: {
    en: 'a link to a task that is not in this file is left out',
    'zh-cn': '指向文件外任务的链接未保留',
  },
  'baseline-day': {
    en: 'the file doesn’t say when a baseline was promised; the day on which the project begins stands there',
    'zh-cn': '文件未记载基准的日期，以项目开始日代替',
  },
  'baseline-part': {
    en: 'a baseline of a task without both dates is left out',
    'zh-cn': '缺少起止日期的任务基准未保留',
  },
  'mermaid-call': { en: 'what a click on a task calls is left out', 'zh-cn': '点击任务时的调用未保留' },
  'mermaid-today': {
    en: 'these tasks have no date that can be read; Mermaid draws them from today on',
    'zh-cn': '这些任务没有可读的日期，Mermaid 从今天起绘制',
  },
  'mermaid-active': {
    en: '“active” says nothing of how much is done and is left out',
    'zh-cn': '“active”未说明完成多少，未保留',
  },
  'mermaid-crit': {
    en: '“crit” is left out: what is critical is computed',
    'zh-cn': '“crit”未保留：关键任务由排程计算',
  },
  'mermaid-until': { en: '“until” becomes the duration that it comes to', 'zh-cn': '“until”改为相应的工期' },
  cell: {
    en: 'cells in the column “{column}” that can’t be read are left out',
    'zh-cn': '“{column}”列中无法读取的单元格未保留',
  },
  'month-first': {
    en: 'dates are read month first: only so do they fit the durations',
    'zh-cn': '日期按“月/日”读取：只有这样才与工期相符',
  },
  'day-first': {
    en: 'dates are read day first: only so do they fit the durations',
    'zh-cn': '日期按“日/月”读取：只有这样才与工期相符',
  },
  'rows-cut': { en: 'only the first {kept} rows are read', 'zh-cn': '只读取前 {kept} 行' },
  'rows-nameless': {
    en: 'rows with neither a name nor an id are left out ({count})',
    'zh-cn': '既无名称也无编号的行未保留（{count} 行）',
  },
  'second-table': {
    en: 'a second table behind that of the tasks is left out',
    'zh-cn': '任务表之后的第二个表未保留',
  },
  'from-finish': {
    en: 'the project is scheduled from its finish; here it is scheduled from its start, with the finish as a promise',
    'zh-cn': '项目从完成日期倒排；这里从开始日期正排，完成日期作为承诺',
  },
  owner: {
    en: 'the manager is not among the people of the plan and is left out',
    'zh-cn': '项目经理不在人员之列，未保留',
  },
} satisfies Phrases;

/** What is lost or changed on the way out of a plan. */
const writingLosses = {
  section: { en: 'these sections of the plan have no place there', 'zh-cn': '计划的这些部分在目标格式中没有位置' },
  'task-key': {
    en: 'the key “{key}” of these tasks has no place there',
    'zh-cn': '这些任务的“{key}”在目标格式中没有位置',
  },
  'person-key': {
    en: 'the key “{key}” of these people has no place there',
    'zh-cn': '这些人员的“{key}”在目标格式中没有位置',
  },
  'partial-leave': { en: 'leave of part of a day becomes the whole day', 'zh-cn': '半天的休假改为整天' },
  'second-constraint': {
    en: 'of several constraints of a task only the strongest is kept',
    'zh-cn': '一个任务的多个约束只保留最强的一个',
  },
  'broken-link': {
    en: 'a link that the schedule leaves out is left out',
    'zh-cn': '排程中未计入的链接未保留',
  },
  'subplan-link': {
    en: 'a link to another plan becomes an earliest start',
    'zh-cn': '指向其他计划的链接改为最早开始日期',
  },
  'table-only': {
    en: 'calendars, constraints, rates, goals, risks and all else that a table of tasks has no column for',
    'zh-cn': '日历、约束、费率、目标、风险等任务表没有相应列的内容',
  },
  'picture-folded': {
    en: 'Mermaid takes no picture so large: summaries are folded, {bars} bars stand for {tasks} tasks',
    'zh-cn': '图过大，Mermaid 无法绘制：摘要任务已折叠，{bars} 个条代表 {tasks} 个任务',
  },
  'dates-only': {
    en: 'everything but names, dates, deadlines, owners, descriptions and addresses',
    'zh-cn': '除名称、日期、截止日期、负责人、说明和网址外的所有内容',
  },
  'tjp-only': {
    en: 'everything but calendar, people, tasks, links, lengths, deadlines, notes and what is done',
    'zh-cn': '除日历、人员、任务、链接、工期、截止日期、说明和进度外的所有内容',
  },
  'tjp-workdays': { en: 'make-up days and hours of single days are left out', 'zh-cn': '调休工作日与单日工时未保留' },
  'tjp-cancelled': { en: 'cancelled work stands there as work', 'zh-cn': '已取消的工作仍作为任务写出' },
  'tjp-link': { en: 'links to a finish (FF, SF) are left out', 'zh-cn': '指向完成的链接（FF、SF）未保留' },
  'tjp-lag': { en: 'leads and lags in percent are left out', 'zh-cn': '提前量与百分比延隔未保留' },
  'tjp-part-time': {
    en: 'work for part of somebody’s time becomes a limit of hours a day',
    'zh-cn': '以部分时间投入的工作改为每天的工时上限',
  },
  'tjp-overtime': {
    en: 'who is assigned more than all of their time works all of it there',
    'zh-cn': '分配超过全部时间的人员按其全部时间工作',
  },
  'constraint-left': { en: 'a constraint that has no counterpart is left out', 'zh-cn': '没有对应写法的约束未保留' },
  'picture-only': {
    en: 'everything but names, dates, progress and what is critical',
    'zh-cn': '除名称、日期、进度和关键任务外的所有内容',
  },
  status: {
    en: 'that work is blocked or on hold is left out, only its date is kept',
    'zh-cn': '受阻或暂停的状态未保留，只保留日期',
  },
  buffer: { en: 'a buffer becomes an ordinary task', 'zh-cn': '缓冲改为普通任务' },
  'reserve-passed': {
    en: 'what of a reserve or gate lies behind the status date counts as done',
    'zh-cn': '状态日期之前的缓冲或关口按已完成计',
  },
  estimate: {
    en: 'a three-point estimate becomes the expected duration',
    'zh-cn': '三点估算改为期望工期',
  },
  repeat: { en: 'a repetition becomes single tasks', 'zh-cn': '重复任务改为多个单独的任务' },
  window: { en: 'the window of a phase becomes constraints', 'zh-cn': '阶段的时间窗改为约束' },
  'baseline-file': { en: 'these baselines are left out', 'zh-cn': '这些基准未保留' },
  'baseline-date': { en: 'the date of a baseline is left out', 'zh-cn': '基准的日期未保留' },
} satisfies Phrases;

const losses = { ...readingLosses, ...writingLosses };
export type LossCode = keyof typeof losses;
export const lossWords: Readonly<Record<LossCode, Phrase>> = losses;

/** Why a file can't be read. */
const refusals = {
  empty: { en: '{path}: the file is empty', 'zh-cn': '{path}：文件是空的' },
  doctype: {
    en: '{path}: the file declares a document type (<!DOCTYPE>), which is not read for safety',
    'zh-cn': '{path}：文件声明了文档类型（<!DOCTYPE>），为安全起见不读取',
  },
  'not-xml': { en: '{path}: this is not XML (line {line})', 'zh-cn': '{path}：不是 XML（第 {line} 行）' },
  'broken-xml': { en: '{path}: this XML can’t be read safely', 'zh-cn': '{path}：该 XML 无法安全读取' },
  'wrong-root': {
    en: '{path}: the file holds “{found}”, wanted is “{wanted}”',
    'zh-cn': '{path}：文件内容是“{found}”，需要“{wanted}”',
  },
  'not-json': { en: '{path}: this is no JSON object', 'zh-cn': '{path}：不是 JSON 对象' },
  'no-columns': {
    en: '{path}: the first line has to name the columns; one of them has to be “name” or “id”',
    'zh-cn': '{path}：第一行应为列名，其中要有“名称”或“编号”',
  },
  'no-gantt': {
    en: '{path}: this is no Gantt chart of Mermaid (its first line has to be “gantt”)',
    'zh-cn': '{path}：不是 Mermaid 甘特图（第一行应为“gantt”）',
  },
  'date-format': {
    en: '{path}: dates in the format “{format}” name no day of a year; “YYYY-MM-DD” would do',
    'zh-cn': '{path}：日期格式“{format}”不能确定某年某日，可用“YYYY-MM-DD”',
  },
  'no-work': { en: '{path}: there are no tasks in it', 'zh-cn': '{path}：其中没有任务' },
} satisfies Phrases;

export type ReadingRefusal = keyof typeof refusals;
export const refusalWords: Readonly<Record<ReadingRefusal, Phrase>> = refusals;

/** What the command says. */
export const convertWords = {
  from: { en: 'Converted from {file} ({format}).', 'zh-cn': '由 {file}（{format}）转换。' },
  'deadline-of': { en: 'Deadline: {name}', 'zh-cn': '截止：{name}' },
  lost: { en: 'Not carried over as it was:', 'zh-cn': '未能原样保留：' },
  more: { en: 'and {count} more', 'zh-cn': '等另外 {count} 项' },
  exists: {
    en: '{path}: the file is already there; --force overwrites it',
    'zh-cn': '{path}：文件已存在；加 --force 覆盖',
  },
  'no-source': {
    en: '{path}: files of this kind can’t be read. What can be read: {formats}.',
    'zh-cn': '{path}：无法读取此类文件。可读取：{formats}。',
  },
  'no-target': {
    en: '{path}: files of this kind can’t be written. What can be written: {formats}.',
    'zh-cn': '{path}：无法写入此类文件。可写入：{formats}。',
  },
  'both-plans': {
    en: 'Both files are plans: one of them has to be a file of another program.',
    'zh-cn': '两个文件都是计划：其中一个应为其他程序的文件。',
  },
  'same-file': { en: 'Both are the same file.', 'zh-cn': '两者是同一个文件。' },
  unreadable: { en: '{path}: this is no text that can be read', 'zh-cn': '{path}：不是可以读取的文本' },
  encoding: {
    en: 'the file is no Unicode text; it was read as {encoding}',
    'zh-cn': '文件不是 Unicode 文本，已按 {encoding} 读取',
  },
  'same-dates': {
    en: 'all {tasks} tasks start and finish as the file says',
    'zh-cn': '全部 {tasks} 个任务的开始与完成和原文件一致',
  },
  'other-dates': {
    en: '{moved} of {tasks} tasks start or finish at another time than the file says:',
    'zh-cn': '{tasks} 个任务中有 {moved} 个的开始或完成与原文件不同：',
  },
  moved: {
    en: '{name}: {start} to {finish}, in the file {from} to {to}',
    'zh-cn': '{name}：{start} 至 {finish}，原文件 {from} 至 {to}',
  },
  findings: {
    en: 'errors found in the plan: {errors}; “plan check” shows them',
    'zh-cn': '计划中发现 {errors} 个错误；用 plan check 查看',
  },
} satisfies Phrases;
