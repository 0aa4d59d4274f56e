// Words of `plan diff`: what moved between two versions of a plan.
import type { Phrases } from './words.ts';

export const diffWords = {
  same: {
    en: '{name}: nothing moved; the work still ends on {finish}.',
    'zh-cn': '{name}：没有变动，仍在 {finish} 完成。',
  },
  kept: {
    en: '{name}: the work still ends on {finish}.',
    'zh-cn': '{name}：仍在 {finish} 完成。',
  },
  later: {
    en: '{name}: the work ends on {finish}, {by} later than before ({before}).',
    'zh-cn': '{name}：在 {finish} 完成，比之前（{before}）晚 {by}。',
  },
  earlier: {
    en: '{name}: the work ends on {finish}, {by} earlier than before ({before}).',
    'zh-cn': '{name}：在 {finish} 完成，比之前（{before}）早 {by}。',
  },
  'ends-later': {
    en: 'The work ends on {finish}, {by} later than before ({before}).',
    'zh-cn': '在 {finish} 完成，比之前（{before}）晚 {by}。',
  },
  'ends-earlier': {
    en: 'The work ends on {finish}, {by} earlier than before ({before}).',
    'zh-cn': '在 {finish} 完成，比之前（{before}）早 {by}。',
  },
  'ends-kept': { en: 'The work still ends on {finish}.', 'zh-cn': '仍在 {finish} 完成。' },
  'ends-same': { en: 'Nothing moved; the work still ends on {finish}.', 'zh-cn': '没有变动，仍在 {finish} 完成。' },
  fresh: { en: 'new', 'zh-cn': '新增' },
  gone: { en: 'gone', 'zh-cn': '已删除' },
  task: { en: 'Task', 'zh-cn': '任务' },
  before: { en: 'Before', 'zh-cn': '之前' },
  now: { en: 'Now', 'zh-cn': '现在' },
  moved: { en: 'Moved', 'zh-cn': '变动' },
  because: { en: 'Because', 'zh-cn': '原因' },
  'by-later': { en: '{by} later', 'zh-cn': '晚 {by}' },
  'by-earlier': { en: '{by} earlier', 'zh-cn': '早 {by}' },
  'finish-kept': { en: 'start only', 'zh-cn': '仅开始变动' },
  'since-task': { en: 'it began with {task}', 'zh-cn': '源于“{task}”' },
  longer: { en: 'it takes {by} longer', 'zh-cn': '工期增加 {by}' },
  shorter: { en: 'it takes {by} less', 'zh-cn': '工期减少 {by}' },
  'by-link': { en: 'it waits for {task}', 'zh-cn': '等待“{task}”' },
  'by-summary': { en: 'it begins with {task}', 'zh-cn': '随“{task}”开始' },
  'by-plan-start': { en: 'the plan begins at another time', 'zh-cn': '计划的开始时间变了' },
  'by-fixed': { en: 'its dates are fixed', 'zh-cn': '日期已固定' },
  'by-earliest': { en: '“earliest” of {task}', 'zh-cn': '“{task}”的 earliest' },
  'by-constraint': { en: 'its constraint', 'zh-cn': '约束条件' },
  'by-actual': { en: 'it began when “actual” says', 'zh-cn': '按 actual 中的实际日期' },
  'by-status-date': { en: 'what remains begins after the status date', 'zh-cn': '剩余工作从状态日期之后开始' },
  'by-until': { en: 'it waits until the day that its status says', 'zh-cn': '等到状态中写明的日期' },
  added: { en: 'New: {tasks}', 'zh-cn': '新增：{tasks}' },
  removed: { en: 'Gone: {tasks}', 'zh-cn': '删除：{tasks}' },
  'no-git': {
    en: '{path}: this is neither a file nor a version in Git: {reason}',
    'zh-cn': '{path}：既不是文件，也不是 Git 中的版本：{reason}',
  },
  'no-repository': { en: 'there is no Git repository here', 'zh-cn': '这里没有 Git 仓库' },
  'no-git-program': { en: 'there is no program git', 'zh-cn': '没有 git 程序' },
  'unknown-revision': { en: 'Git knows no revision “{revision}”', 'zh-cn': 'Git 中没有版本“{revision}”' },
  'not-in-revision': { en: 'the file is not in “{revision}”', 'zh-cn': '版本“{revision}”中没有这个文件' },
} satisfies Phrases;
