// Editing by hand in the chart: what a gesture writes, and why one can't be carried out.
import type { Phrases } from './words.ts';

export const chartEditWords = {
  // What is written.
  start: { en: 'start: {date}', 'zh-cn': 'start: {date}' },
  finish: { en: 'finish: {date}', 'zh-cn': 'finish: {date}' },
  earliest: { en: 'earliest: {date}', 'zh-cn': 'earliest: {date}' },
  'without-earliest': { en: 'without “earliest”', 'zh-cn': '去掉 earliest' },
  'without-lag': { en: 'after: {to}, without a lag', 'zh-cn': 'after: {to}，不再有延隔' },
  after: { en: 'after: {link}', 'zh-cn': 'after: {link}' },
  before: { en: 'before: {link}', 'zh-cn': 'before: {link}' },
  duration: { en: 'duration: {length}', 'zh-cn': 'duration: {length}' },
  effort: { en: 'effort: {length}', 'zh-cn': 'effort: {length}' },
  likely: { en: 'likely: {length}', 'zh-cn': 'likely: {length}' },
  remaining: { en: 'remaining: {length}', 'zh-cn': 'remaining: {length}' },
  buffer: { en: 'buffer: {length}', 'zh-cn': 'buffer: {length}' },
  progress: { en: 'progress: {percent}', 'zh-cn': 'progress: {percent}' },
  'without-progress': { en: 'without “progress”', 'zh-cn': '去掉 progress' },
  linked: { en: '“{to}” after: {link}', 'zh-cn': '“{to}” after: {link}' },
  unlinked: { en: '“{to}” without its {type} link from “{from}”', 'zh-cn': '去掉“{from}”到“{to}”的 {type} 依赖' },
  named: { en: 'name: {name}', 'zh-cn': 'name: {name}' },
  'without-name': { en: 'without “name”', 'zh-cn': '去掉 name' },
  placed: { en: '“{task}” moves in the list', 'zh-cn': '“{task}”在列表中换位置' },
  'placed-inside': { en: '“{task}” goes into “{into}”', 'zh-cn': '“{task}”移入“{into}”' },
  key: { en: '{key}: {value}', 'zh-cn': '{key}: {value}' },
  'without-key': { en: 'without “{key}”', 'zh-cn': '去掉 {key}' },
  created: { en: '{entry}', 'zh-cn': '{entry}' },
  // Why not.
  'no-length': {
    en: '“{task}” is a milestone: a point in time has no length.',
    'zh-cn': '“{task}”是里程碑：时间点没有长度。',
  },
  'unread-length': {
    en: 'What “{task}” says about how long it takes can’t be read in full. Correct that in the text first.',
    'zh-cn': '“{task}”的工期或估算写得不完整，无法识别。请先在文本中更正。',
  },
  'no-time': {
    en: '“{task}” takes some time. For a point in time write “milestone: true” in the text.',
    'zh-cn': '“{task}”总要花时间。如果只是一个时间点，请在文本中写 milestone: true。',
  },
  'nobody-so-called': {
    en: 'Nobody in the plan is called “{who}”, or several are. There are {people}.',
    'zh-cn': '计划里没有叫“{who}”的人，或不止一人。现有：{people}。',
  },
  'summary-length': {
    en: '“{task}” is as long as what is inside it. Change the tasks inside.',
    'zh-cn': '“{task}”的长度取决于其中的任务。请修改其中的任务。',
  },
  'summary-progress': {
    en: 'The progress of “{task}” comes from what is inside it. Change the tasks inside.',
    'zh-cn': '“{task}”的进度来自其中的任务。请修改其中的任务。',
  },
  finished: {
    en: '“{task}” has an actual finish: it is done. If that is wrong, correct “actual” in the text.',
    'zh-cn': '“{task}”已有实际完成日期，即已完成。如有误，请在文本中更正 actual。',
  },
  'not-finish': {
    en: '“{task}” can’t be made to end on {date} by its length alone: people’s time or other dates of it say otherwise.',
    'zh-cn': '仅靠长度无法让“{task}”在 {date} 结束：人员时间或它的其他日期不允许。',
  },
  'nobody-then': {
    en: 'At {date} nobody works on “{task}”: it can’t end then.',
    'zh-cn': '{date} 没有人做“{task}”，不能在那时结束。',
  },
  'ends-before-start': {
    en: '“{task}” begins on {start} and can’t end on {date}. Is that date right?',
    'zh-cn': '“{task}”从 {start} 开始，不能在 {date} 结束。请核对日期。',
  },
  'linked-already': {
    en: '“{to}” waits for “{from}” already ({type}).',
    'zh-cn': '“{to}”已经在等“{from}”（{type}）。',
  },
  'no-address': {
    en: 'The id of “{from}” stands several times: a link can’t name it. Give it an id of its own.',
    'zh-cn': '“{from}”的 id 出现了多次，依赖无法指明是哪一个。请先给它单独的 id。',
  },
  'not-linked': {
    en: 'A {type} link from “{from}” to “{to}” would have no effect.',
    'zh-cn': '从“{from}”到“{to}”的 {type} 依赖不起作用。',
  },
  'no-link': { en: 'There is no such link any more.', 'zh-cn': '已经没有这个依赖。' },
  'several-links': {
    en: '“{to}” waits for {count} tasks of “{from}” in this way. Take the one that is meant out of its “after”.',
    'zh-cn': '“{to}”以这种方式等待“{from}”的 {count} 个任务。请在它的 after 中删去要去掉的那一个。',
  },
  'order-link': {
    en: '“{to}” follows “{from}” by “order: sequential”. Change the order, or give “{to}” an “after” of its own.',
    'zh-cn': '“{to}”跟在“{from}”之后是由 order: sequential 决定的。请改变顺序，或给“{to}”写自己的 after。',
  },
  'reserve-link': {
    en: 'This link comes from the phase’s “buffer” or “gate”, which follow its work.',
    'zh-cn': '这个依赖来自阶段的 buffer 或 gate，它们总跟在阶段的工作之后。',
  },
  'no-name': { en: 'A task needs a name.', 'zh-cn': '任务需要名称。' },
  'into-itself': { en: '“{task}” can’t go into itself.', 'zh-cn': '不能把“{task}”移到它自己里面。' },
  'phase-place': { en: 'A phase can only stand among the phases.', 'zh-cn': '阶段只能放在各阶段之间。' },
  'task-place': {
    en: '“{task}” is a task: it can’t stand beside a phase. Drop it onto one.',
    'zh-cn': '“{task}”是任务，不能与阶段并列。请拖到阶段上。',
  },
  'no-summary': {
    en: '“{into}” holds no tasks. Drop the row between two others.',
    'zh-cn': '“{into}”不包含任务。请拖到两行之间。',
  },
  'one-line-only': {
    en: '“{task}” takes several lines and can’t go between the braces there. Move it in the text.',
    'zh-cn': '“{task}”有多行，不能放进那里的花括号。请在文本中移动。',
  },
  'other-links': {
    en: 'With “{task}” there, links that are written would mean other tasks, or none. Change them first.',
    'zh-cn': '把“{task}”移到那里，已写的依赖会指向别的任务，或找不到任务。请先修改这些依赖。',
  },
  'no-holder': { en: 'The plan has no place for a task here.', 'zh-cn': '计划在这里没有放任务的地方。' },
  unchanged: { en: 'That is where it is.', 'zh-cn': '它本来就在这里。' },
  'no-task': { en: 'The plan has no such task any more.', 'zh-cn': '计划里已经没有这个任务。' },
  subplan: {
    en: '“{alias}” is another plan: its dates are facts here. Change them in its own file; work here waits for it with “after: {alias}/…”.',
    'zh-cn':
      '“{alias}”是另一个计划，它的日期在这里是既定事实。请在它自己的文件里修改；要等待其中的任务，请写 after: {alias}/…。',
  },
  stale: {
    en: 'The text has changed meanwhile; nothing was written. Try again on the chart as it is now.',
    'zh-cn': '文本刚刚改过，这次没有写入。请在新的图上再试一次。',
  },
  shared: {
    en: '“{task}” is written once and read in several places (a YAML anchor). Change it in the text.',
    'zh-cn': '“{task}”只写了一次，却用在多处（YAML 锚点）。请在文本中修改。',
  },
  'phase-buffer': {
    en: 'This reserve comes from “buffer” of its phase and follows the phase’s work. Change its length there.',
    'zh-cn': '这段缓冲来自所在阶段的 buffer，紧跟阶段的工作。请在那里修改长度。',
  },
  gate: {
    en: 'This gate comes from “gate” of its phase and follows the phase’s work. Move the work instead.',
    'zh-cn': '这个关口来自所在阶段的 gate，紧跟阶段的工作。请移动工作本身。',
  },
  instance: {
    en: '“{task}” is one time of a repetition. Change “repeat” of the task that repeats.',
    'zh-cn': '“{task}”是重复任务中的一次。请修改该任务的 repeat。',
  },
  repeats: {
    en: '“{task}” repeats: its dates come from “repeat”. Change that in the text.',
    'zh-cn': '“{task}”是重复任务，日期来自 repeat。请在文本中修改。',
  },
  cancelled: { en: '“{task}” is cancelled.', 'zh-cn': '“{task}”已取消。' },
  done: {
    en: '“{task}” is done: it stays where it was. If that is wrong, correct “progress” or “actual”.',
    'zh-cn': '“{task}”已完成，位置不再变动。如有误，请更正 progress 或 actual。',
  },
  started: {
    en: '“{task}” has begun: its start is a fact. If that is wrong, correct “actual” in the text.',
    'zh-cn': '“{task}”已经开始，开始日期是事实。如有误，请在文本中更正 actual。',
  },
  'as-late-as-possible': {
    en: '“{task}” is placed as late as possible: its date comes from what follows it. Take “constraint” out to move it.',
    'zh-cn': '“{task}”按“尽可能晚”安排，日期由后续任务决定。去掉 constraint 后才能移动。',
  },
  'nobody-there': {
    en: 'On {date} nobody works on “{task}”; it could begin on {next}.',
    'zh-cn': '{date} 没有人做“{task}”；最早可从 {next} 开始。',
  },
  'not-there': {
    en: '“{task}” can’t begin on {date}: other dates of it say otherwise.',
    'zh-cn': '“{task}”不能从 {date} 开始：它还有别的日期约束。',
  },
  'summary-held': {
    en: 'What is inside “{task}” can’t begin on {date}: it begins on {next}. Move the tasks inside.',
    'zh-cn': '“{task}”里的工作不能从 {date} 开始，最早是 {next}。请移动其中的任务。',
  },
  'held-by-link': {
    en: '“{task}” waits for “{by}” and can’t begin before {next}. Move “{by}”, or take the link away.',
    'zh-cn': '“{task}”要等“{by}”，不能早于 {next} 开始。请移动“{by}”，或删除这个依赖。',
  },
  'held-by-plan': {
    en: '“{task}” can’t begin before the plan does, on {next}. Change “start” of the plan first.',
    'zh-cn': '“{task}”不能早于计划的开始日期（{next}）。请先修改计划的 start。',
  },
  'held-by-summary': {
    en: '“{task}” can’t begin before “{by}” does, on {next}. Move “{by}” first.',
    'zh-cn': '“{task}”不能早于“{by}”的开始日期（{next}）。请先移动“{by}”。',
  },
  'held-by-status-date': {
    en: '“{task}” has not begun by the status date, so it can’t begin before {next}.',
    'zh-cn': '截至状态日期“{task}”尚未开始，所以不能早于 {next}。',
  },
  'held-until': {
    en: '“{task}” is held until {next}. Change “until” of its status first.',
    'zh-cn': '“{task}”要等到 {next}。请先修改 status 里的 until。',
  },
} satisfies Phrases;
