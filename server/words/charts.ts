// Words above and beside a chart: what was left out of it, and the heads of its table.
import type { Phrases } from './words.ts';

export const chartWords = {
  'other-tasks': { en: 'Other tasks', 'zh-cn': '其他任务' },
  subplans: { en: 'Subplans', 'zh-cn': '子计划' },
  subplan: { en: 'subplan', 'zh-cn': '子计划' },
  milestone: { en: 'milestone', 'zh-cn': '里程碑' },
  'empty-file': {
    en: 'The plan is empty. Begin with a name, a start and tasks.',
    'zh-cn': '计划还是空的。先写 name（名称）、start（开始日期）和 tasks（任务）。',
  },
  'no-tasks': {
    en: 'The plan has no tasks yet: write them under `tasks:` or `phases:`.',
    'zh-cn': '计划还没有任务：请写在 `tasks:` 或 `phases:` 下面。',
  },
  'broken-text': {
    en: 'Line {line} can’t be read as YAML; the chart shows what can.',
    'zh-cn': '第 {line} 行不是有效的 YAML；图中只显示能读懂的部分。',
  },
  'broken-texts': {
    en: '{count} places can’t be read as YAML, the first on line {line}; the chart shows what can.',
    'zh-cn': '有 {count} 处不是有效的 YAML，第一处在第 {line} 行；图中只显示能读懂的部分。',
  },
  'no-start': {
    en: 'The plan has no `start`; it is drawn from {date} on.',
    'zh-cn': '计划没有写 `start`（开始日期）；图从 {date} 开始画。',
  },
  cycle: {
    en: 'These tasks wait for each other: {loop}. The chart leaves out the link from {predecessor} to {successor}.',
    'zh-cn': '这些任务互相等待：{loop}。图中省略了从 {predecessor} 到 {successor} 的依赖。',
  },
  'left-out-link-unknown': {
    en: 'One link is left out, because nothing is called {names}.',
    'zh-cn': '省略了 1 个依赖，因为找不到它所指的任务：{names}。',
  },
  'left-out-links-unknown': {
    en: '{count} links are left out, because nothing is called {names}.',
    'zh-cn': '省略了 {count} 个依赖，因为找不到它们所指的任务：{names}。',
  },
  'left-out-link-unreadable': {
    en: 'One link is left out, because it can’t be read: {names}.',
    'zh-cn': '省略了 1 个无法读懂的依赖：{names}。',
  },
  'left-out-links-unreadable': {
    en: '{count} links are left out, because they can’t be read: {names}.',
    'zh-cn': '省略了 {count} 个无法读懂的依赖：{names}。',
  },
  'left-out-link-summary': {
    en: 'The link from {predecessor} to {successor} is left out: a summary can’t be finished by a link.',
    'zh-cn': '省略了从 {predecessor} 到 {successor} 的依赖：汇总任务的完成不能由依赖决定。',
  },
  'left-out-date': {
    en: 'One date is left out, because it can’t be read: {names}.',
    'zh-cn': '省略了 1 个无法读懂的日期：{names}。',
  },
  'left-out-dates': {
    en: '{count} dates are left out, because they can’t be read: {names}.',
    'zh-cn': '省略了 {count} 个无法读懂的日期：{names}。',
  },
  'left-out-duration': {
    en: 'One duration can’t be read: {names}. The task is drawn as one day.',
    'zh-cn': '有 1 个工期无法读懂：{names}。该任务按 1 天画出。',
  },
  'left-out-durations': {
    en: '{count} durations can’t be read: {names}. These tasks are drawn as one day.',
    'zh-cn': '有 {count} 个工期无法读懂：{names}。这些任务按 1 天画出。',
  },
  'without-duration': {
    en: 'One task has no duration yet and is drawn as one day: {names}.',
    'zh-cn': '有 1 个任务还没有工期，按 1 天画出：{names}。',
  },
  'without-durations': {
    en: '{count} tasks have no duration yet and are drawn as one day: {names}.',
    'zh-cn': '有 {count} 个任务还没有工期，按 1 天画出：{names}。',
  },
  more: { en: '{names} and {count} more', 'zh-cn': '{names}等共 {total} 个' },
  task: { en: 'Task', 'zh-cn': '任务' },
  start: { en: 'Start', 'zh-cn': '开始' },
  finish: { en: 'Finish', 'zh-cn': '完成' },
  length: { en: 'Duration', 'zh-cn': '工期' },
  progress: { en: 'Done', 'zh-cn': '进度' },
  slack: { en: 'Slack', 'zh-cn': '总时差' },
  owner: { en: 'Owner', 'zh-cn': '负责人' },
  critical: { en: 'critical', 'zh-cn': '关键' },
  late: { en: 'late', 'zh-cn': '超期' },
  cancelled: { en: 'cancelled', 'zh-cn': '已取消' },
  buffer: { en: 'Reserve', 'zh-cn': '缓冲' },
  deadline: { en: 'Deadline', 'zh-cn': '截止' },
  span: { en: '{start} → {finish}', 'zh-cn': '{start} → {finish}' },
  'status-date': { en: 'Status date: {date}', 'zh-cn': '状态日期：{date}' },
} satisfies Phrases;
