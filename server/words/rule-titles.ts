// What each rule finds, in a line: titles of pages, of the rule table, of code scanning.
import type { Family } from '../rules/rule.ts';
import type { Locale, Phrase } from './words.ts';

const titles: Readonly<Record<string, Phrase>> = {
  'yaml-syntax': { en: 'The text is not YAML', 'zh-cn': '文本不是有效的 YAML' },
  'flow-comma': { en: 'A comma ends a value before its end', 'zh-cn': '逗号提前结束了值' },
  'fullwidth-punctuation': {
    en: 'A full-width colon or comma means nothing to YAML',
    'zh-cn': '全角冒号或逗号不起作用',
  },
  'shorthand-with-keys': { en: 'A short form has keys below it', 'zh-cn': '简写下面又有键' },
  'text-cut-by-comment': { en: 'A “ #” cuts a text', 'zh-cn': '文本被“ #”截断' },
  'ambiguous-percent': { en: 'A fraction stands where a percentage belongs', 'zh-cn': '应写百分比处写了小数' },
  schema: { en: 'A key or value that the plan language does not know', 'zh-cn': '计划语言中没有的键或值' },
  'invalid-date': { en: 'A date that can’t be read', 'zh-cn': '无法识别的日期' },
  'invalid-duration': { en: 'A duration that can’t be read', 'zh-cn': '无法识别的工期' },
  'invalid-link': { en: 'A link that can’t be read', 'zh-cn': '无法识别的依赖' },
  'invalid-cadence': { en: 'A cadence that can’t be read', 'zh-cn': '无法识别的周期' },
  'duplicate-id': { en: 'One id is used twice', 'zh-cn': '标识重复' },
  'unknown-reference': { en: 'An id that nothing defines', 'zh-cn': '引用了未定义的标识' },
  'include-not-found': { en: 'A file that can’t be read', 'zh-cn': '找不到或无法读取的文件' },
  'include-cycle': { en: 'A file that includes itself', 'zh-cn': '文件循环引用' },
  'deprecated-key': { en: 'A key of an older format', 'zh-cn': '旧格式的键' },
  'unused-definition': {
    en: 'A calendar, person, risk or skill that nothing uses',
    'zh-cn': '没有被使用的日历、人员、风险或技能',
  },
  'dependency-cycle': { en: 'Tasks that wait for each other in a loop', 'zh-cn': '任务循环依赖' },
  'self-dependency': { en: 'A task that waits for itself', 'zh-cn': '任务依赖自身' },
  'dependency-on-own-summary': {
    en: 'A link between a task and the summary that holds it',
    'zh-cn': '任务与所属汇总任务之间的依赖',
  },
  'negative-slack': { en: 'A promise that can’t be kept', 'zh-cn': '无法兑现的承诺日期' },
  'finish-before-start': { en: 'A finish before its start', 'zh-cn': '完成早于开始' },
  'duration-mismatch': { en: 'Start, finish and duration that do not add up', 'zh-cn': '开始、完成与工期不一致' },
  'starts-before-predecessor': { en: 'A fixed date that the links do not allow', 'zh-cn': '固定日期与依赖冲突' },
  'outside-plan': { en: 'A date before the plan’s start', 'zh-cn': '日期早于计划开始' },
  'outside-phase-window': { en: 'Work outside its phase’s window', 'zh-cn': '工作超出阶段时间窗' },
  'non-working-date': { en: 'A fixed date on a day off', 'zh-cn': '固定日期落在非工作日' },
  'missed-deadline': { en: 'A deadline that will be missed', 'zh-cn': '将错过的截止日期' },
  'deadline-at-risk': { en: 'A deadline with little time to spare', 'zh-cn': '余量很小的截止日期' },
  'far-date': { en: 'A year that is likely a typo', 'zh-cn': '年份可能写错' },
  'milestone-duration': { en: 'A milestone that takes time', 'zh-cn': '里程碑带有工期' },
  'estimate-order': { en: 'Three-point estimates in the wrong order', 'zh-cn': '三点估算顺序错误' },
  'estimate-spread': { en: 'A three-point estimate that is too wide', 'zh-cn': '三点估算跨度过大' },
  'finish-unlikely': { en: 'A promised finish that most simulated runs miss', 'zh-cn': '多数模拟无法兑现的完成日期' },
};

/** The title of a rule; its id where it has none. */
export function ruleTitle(id: string, locale: Locale): string {
  return titles[id]?.[locale] ?? id;
}

export const familyTitles: Readonly<Record<Family, Phrase>> = {
  document: { en: 'Document', 'zh-cn': '文档' },
  logic: { en: 'Logic of the network', 'zh-cn': '网络逻辑' },
  dates: { en: 'Dates', 'zh-cn': '日期' },
  progress: { en: 'Progress', 'zh-cn': '进展' },
  milestones: { en: 'Milestones and reserves', 'zh-cn': '里程碑与储备' },
  people: { en: 'People and resources', 'zh-cn': '人员与资源' },
  money: { en: 'Money', 'zh-cn': '资金' },
  goals: { en: 'Goals, risks, people around the plan', 'zh-cn': '目标、风险与干系人' },
  estimates: { en: 'Estimates', 'zh-cn': '估算' },
};
