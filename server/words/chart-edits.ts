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
  // Why not.
  unchanged: { en: 'That is where it is.', 'zh-cn': '它本来就在这里。' },
  'no-task': { en: 'The plan has no such task any more.', 'zh-cn': '计划里已经没有这个任务。' },
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
