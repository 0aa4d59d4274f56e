// Help of the command line: what each command does, takes and prints.
import type { Phrases } from './words.ts';

export const commandHelpWords = {
  plan: {
    en: 'Checks, schedules and draws project plans written in YAML (*.plan.yaml).',
    'zh-cn': '检查、排程并绘制用 YAML 写的项目计划（*.plan.yaml）。',
  },
  help: { en: 'shows this help', 'zh-cn': '显示帮助' },
  'help-command': { en: 'shows the help of a command', 'zh-cn': '显示某个命令的帮助' },
  version: { en: 'prints the version', 'zh-cn': '打印版本号' },
  plans: {
    en: 'plans, folders that hold them, globs, or - for standard input',
    'zh-cn': '计划、存放计划的文件夹、通配符，或用 - 表示标准输入',
  },
  file: { en: 'a plan, or - for standard input', 'zh-cn': '一个计划，或用 - 表示标准输入' },
  'stdin-filename': {
    en: 'where the text of standard input would lie: messages name it, paths in it count from there',
    'zh-cn': '标准输入的文本应在的路径：输出用这个名称，其中的路径从这里算起',
  },
  format: { en: 'how to print it', 'zh-cn': '输出格式' },
  output: { en: 'writes a file instead of printing', 'zh-cn': '写入文件，不打印' },
  force: { en: 'overwrites a file that is there', 'zh-cn': '覆盖已有的文件' },
  check: {
    en: 'findings in files, folders and globs; exit code 0 clean, 1 findings, 2 wrong usage or unreadable',
    'zh-cn': '检查文件、文件夹和通配符所指的计划；退出码 0 没有问题，1 有问题，2 用法有误或无法读取',
  },
  'fail-on': {
    en: 'the least severity that makes the exit code 1',
    'zh-cn': '达到哪种严重程度时退出码为 1',
  },
  report: {
    en: 'prints the fourteen points of a schedule assessment instead of findings',
    'zh-cn': '不列出问题，而打印日程评估的十四项指标',
  },
  fix: {
    en: 'mends slips that can be read in one way only, and reports what is left',
    'zh-cn': '改正只有一种解读的笔误，再报告其余问题',
  },
  'simulate-estimates': {
    en: 'simulates three-point estimates and judges the promised finish by that',
    'zh-cn': '对三点估算做模拟，据此判断承诺的完成日期',
  },
  rules: { en: 'the set of rules to begin with', 'zh-cn': '以哪一套规则为起点' },
  rule: {
    en: 'sets a rule, whatever the plan says, or id.parameter=value; may be repeated',
    'zh-cn': '设置一条规则（优先于计划中的设置），或写 id.参数=值；可重复使用',
  },
  schedule: { en: 'computed dates, slack and the critical path', 'zh-cn': '算出的日期、时差和关键路径' },
  'as-of': {
    en: 'the day up to which progress is reported, in place of the plan’s status date',
    'zh-cn': '进度报告的截止日，代替计划中的状态日期（status-date）',
  },
  baseline: {
    en: 'the baseline that JSON compares with and measures earned value by; else the newest',
    'zh-cn': 'JSON 中用哪个基准作比较并计算挣值；不写则用最新的',
  },
  'schedule-level': {
    en: 'the dates after levelling: nobody and nothing is needed for more at once than there is',
    'zh-cn': '资源平衡之后的日期：任何人和设备都不会同时超负荷',
  },
  level: {
    en: 'resource levelling: the dates after it, the edits that make them, or the file with them made',
    'zh-cn': '资源平衡：打印平衡后的日期或所需的编辑，或直接写入文件',
  },
  edits: { en: 'prints the edits of the text as JSON', 'zh-cn': '以 JSON 打印对文本的编辑' },
  write: { en: 'makes the edits in the file', 'zh-cn': '把编辑写入文件' },
  simulate: {
    en: 'when the plan is likely to finish, from its three-point estimates',
    'zh-cn': '根据三点估算模拟计划可能何时完成',
  },
  runs: { en: 'how many runs', 'zh-cn': '模拟次数' },
  seed: { en: 'equal seeds give equal answers', 'zh-cn': '随机种子：相同的种子得到相同的结果' },
  chart: { en: 'the chart of a plan', 'zh-cn': '计划的图' },
  'chart-format': {
    en: 'how to draw it; svg and png with an installed browser; by the ending of the file, else mermaid',
    'zh-cn': '图的格式；svg 和 png 需要已安装的浏览器；不写则看文件扩展名，否则为 mermaid',
  },
  view: { en: 'what to draw', 'zh-cn': '画哪种视图' },
  convert: {
    en: 'a file of another program becomes a plan, or a plan a file of another program, by their endings',
    'zh-cn': '把其他程序的文件变成计划，或把计划变成其他程序的文件，格式由扩展名决定',
  },
  in: { en: 'what to read; - is standard input', 'zh-cn': '要读取的文件，- 表示标准输入' },
  out: { en: 'what to write', 'zh-cn': '要写入的文件' },
  diff: {
    en: 'what moved between two versions of a plan, and what that did to the finish',
    'zh-cn': '计划的两个版本之间哪些任务变了，对完成日期有何影响',
  },
  older: {
    en: 'a file, REVISION:FILE of Git, a revision alone, or - for standard input',
    'zh-cn': '文件、Git 的“版本:文件”、只写版本，或用 - 表示标准输入',
  },
  newer: {
    en: 'a file, REVISION:FILE, or - for standard input',
    'zh-cn': '文件、“版本:文件”，或用 - 表示标准输入',
  },
  new: {
    en: 'a plan out of a template, its dates moved; without a template: which there are',
    'zh-cn': '以模板新建计划，日期随之移动；不写模板则列出全部模板',
  },
  template: { en: 'a template', 'zh-cn': '模板' },
  start: { en: 'the day on which it starts; else next Monday', 'zh-cn': '开始日期；不写则为下周一' },
  fmt: {
    en: 'puts the text of plans in order: indentation, spaces, blank lines, columns of comments',
    'zh-cn': '整理计划的文本：缩进、空格、空行、注释对齐',
  },
  'fmt-check': {
    en: 'writes nothing, names what would change; exit code 1 where something would',
    'zh-cn': '不写入，只列出需要整理的计划；有这样的计划时退出码为 1',
  },
  'sort-keys': {
    en: 'brings keys into the order of the reference, too',
    'zh-cn': '同时按参考文档的顺序排列键',
  },
  'list-rules': { en: 'all rules, or the page of one', 'zh-cn': '全部规则，或某一条规则的说明' },
  id: { en: 'a rule', 'zh-cn': '规则的标识' },
  lsp: { en: 'the language server, for any editor', 'zh-cn': '语言服务器，供任何编辑器使用' },
  stdio: { en: 'speaks over standard input and output', 'zh-cn': '通过标准输入和输出通信' },
} satisfies Phrases;

/** What stands around them. */
export const helpFrameWords = {
  'Usage:': { en: 'Usage:', 'zh-cn': '用法：' },
  'Arguments:': { en: 'Arguments:', 'zh-cn': '参数：' },
  'Options:': { en: 'Options:', 'zh-cn': '选项：' },
  'Commands:': { en: 'Commands:', 'zh-cn': '命令：' },
  '[options]': { en: '[options]', 'zh-cn': '[选项]' },
  '[command]': { en: '[command]', 'zh-cn': '[命令]' },
  choices: { en: '{what} ({known})', 'zh-cn': '{what}（{known}）' },
  default: { en: '{what} ({value} by default)', 'zh-cn': '{what}（默认 {value}）' },
  'choices-default': { en: '{what} ({known}; {value} by default)', 'zh-cn': '{what}（{known}；默认 {value}）' },
} satisfies Phrases;

/** What is wrong with the words of a command. */
export const usageWords = {
  'missing-argument': { en: '“{name}” is missing.', 'zh-cn': '缺少参数“{name}”。' },
  'option-without-value': { en: '{option} needs a value.', 'zh-cn': '选项 {option} 后面要写值。' },
  'missing-option': { en: '{option} is needed here.', 'zh-cn': '这里必须写选项 {option}。' },
  'unknown-option': { en: 'There is no option “{option}”.', 'zh-cn': '没有选项“{option}”。' },
  'unknown-command': { en: 'There is no command “{command}”.', 'zh-cn': '没有命令“{command}”。' },
  'too-many': {
    en: '“{command}” takes {expected} of these, and there are {received}: {given}.',
    'zh-cn': '“{command}”只接受 {expected} 个参数，却写了 {received} 个：{given}。',
  },
  'bad-choice': {
    en: '“{value}” is no value for {option}. It can be {known}.',
    'zh-cn': '“{value}”不能用于 {option}。可选：{known}。',
  },
  'bad-value': { en: '{option}: {why}', 'zh-cn': '{option}：{why}' },
  near: { en: 'Is it {near} that you mean?', 'zh-cn': '是不是要写 {near}？' },
  'see-help': { en: '“{command} --help” shows what there is.', 'zh-cn': '用 {command} --help 查看用法。' },
} satisfies Phrases;
