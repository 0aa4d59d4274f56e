// What the editor says: hovers, completions, titles of actions.
import type { Phrases } from './words.ts';

export const editorWords = {
  FS: { en: 'finish → start: begins when that is done', 'zh-cn': '完成 → 开始：前者完成后开始' },
  SS: { en: 'start → start: begins when that has begun', 'zh-cn': '开始 → 开始：前者开始后开始' },
  FF: { en: 'finish → finish: ends when that is done', 'zh-cn': '完成 → 完成：前者完成后完成' },
  SF: { en: 'start → finish: ends when that has begun', 'zh-cn': '开始 → 完成：前者开始后完成' },

  silence: { en: 'Silence “{rule}” here', 'zh-cn': '在此处忽略“{rule}”' },
  'fix-same': { en: 'Fix all {count} of “{rule}” in this plan', 'zh-cn': '修复此计划中全部 {count} 处“{rule}”' },
  'fix-all': {
    en: 'Fix all {count} slips that can be read in one way only',
    'zh-cn': '修复全部 {count} 处含义明确的笔误',
  },
  'person-free': { en: 'free while it runs', 'zh-cn': '期间空闲' },
  'person-busy': { en: 'busy with {tasks}', 'zh-cn': '期间忙于 {tasks}' },
  'person-away': { en: 'away then', 'zh-cn': '期间休假' },
  'person-lacks': { en: 'lacks {skills}', 'zh-cn': '缺少技能 {skills}' },
  'computed-start': { en: 'computed start', 'zh-cn': '算出的开始' },
  'computed-finish': { en: 'computed finish', 'zh-cn': '算出的完成' },
  'sort-keys': { en: 'Sort keys into the order of the reference', 'zh-cn': '按参考手册的顺序排列各键' },
  'relief-reassign': { en: 'Give “{task}” to {to}, who is free', 'zh-cn': '把“{task}”交给空闲的 {to}' },
  'relief-delay': { en: 'Start “{task}” on {to}, within its slack', 'zh-cn': '在时差之内把“{task}”推迟到 {to} 开始' },
  'severity-off': { en: 'Turn “{rule}” off in this plan', 'zh-cn': '在此计划中关闭“{rule}”' },
  'severity-info': { en: 'Make “{rule}” an info in this plan', 'zh-cn': '在此计划中将“{rule}”设为提示' },
  'severity-warning': { en: 'Make “{rule}” a warning in this plan', 'zh-cn': '在此计划中将“{rule}”设为警告' },
  'severity-error': { en: 'Make “{rule}” an error in this plan', 'zh-cn': '在此计划中将“{rule}”设为错误' },
  'standard-form': { en: 'Write it in standard form: “{text}”', 'zh-cn': '改为标准写法“{text}”' },
  'more-findings': {
    en: '{count} more findings are not shown. Mend the first ones, or run “plan check” for all.',
    'zh-cn': '还有 {count} 条问题未显示。请先处理前面的问题，或运行 “plan check” 查看全部。',
  },

  task: { en: 'Task', 'zh-cn': '任务' },
  summary: { en: 'Summary', 'zh-cn': '汇总任务' },
  phase: { en: 'Phase', 'zh-cn': '阶段' },
  milestone: { en: 'Milestone', 'zh-cn': '里程碑' },
  buffer: { en: 'Reserve', 'zh-cn': '缓冲' },
  slack: { en: 'Slack: {slack}', 'zh-cn': '总时差：{slack}' },
  'slack-negative': { en: 'Late by {slack} for what was promised', 'zh-cn': '比承诺晚 {slack}' },
  'late-chain': { en: 'Held up by: {tasks}', 'zh-cn': '受制于：{tasks}' },
  'baseline-later': { en: 'Ends {by} later than the baseline promised', 'zh-cn': '比基准承诺晚 {by} 完成' },
  'baseline-later-since': {
    en: 'Ends {by} later than the baseline promised; it began with {task}',
    'zh-cn': '比基准承诺晚 {by} 完成，起因于“{task}”',
  },
  'baseline-earlier': { en: 'Ends {by} earlier than the baseline promised', 'zh-cn': '比基准承诺早 {by} 完成' },
  critical: {
    en: 'Critical: a delay moves the finish of the plan',
    'zh-cn': '关键任务：一旦延误，整个计划的完成日期随之推迟',
  },
  progress: { en: 'Progress: {progress}', 'zh-cn': '进度：{progress}' },
  owner: { en: 'Owner: {owner}', 'zh-cn': '负责人：{owner}' },
  deadline: { en: 'Deadline: {date}', 'zh-cn': '截止日期：{date}' },
  comma: { en: ', ', 'zh-cn': '、' },
  successors: { en: 'Followed by: {tasks}', 'zh-cn': '后续任务：{tasks}' },
  'successors-more': { en: 'Followed by: {tasks} and {count} more', 'zh-cn': '后续任务：{tasks} 等另外 {count} 个' },
  cancelled: { en: 'Cancelled', 'zh-cn': '已取消' },
  'driver-link': { en: 'Start set by: {task}', 'zh-cn': '开始时间取决于：{task}' },
  'driver-plan-start': { en: 'Starts with the plan', 'zh-cn': '随计划开始' },
  'driver-fixed': { en: 'Dates fixed in the plan', 'zh-cn': '日期由计划固定' },
  'driver-earliest': { en: 'Start set by “earliest” of {task}', 'zh-cn': '开始时间取决于“{task}”的 earliest' },
  'driver-summary': { en: 'Start set by the summary {task}', 'zh-cn': '开始时间取决于汇总任务“{task}”' },
  'driver-constraint': { en: 'Start set by a constraint', 'zh-cn': '开始时间取决于约束条件' },
  'driver-actual': { en: 'Started when “actual” says', 'zh-cn': '按 actual 中记录的实际日期开始' },
  'driver-past': {
    en: 'Taken as begun when planned: no “actual” says when',
    'zh-cn': '没有 actual 记录，视为按计划开始',
  },
  'driver-status-date': { en: 'What remains starts after the status date', 'zh-cn': '剩余工作从状态日期之后开始' },
  'driver-until': { en: 'Waits until the day its status says', 'zh-cn': '等待到状态中写明的日期' },

  'link-FS': {
    en: '{successor} starts when {predecessor} is done.',
    'zh-cn': '“{predecessor}”完成后，“{successor}”开始。',
  },
  'link-SS': {
    en: '{successor} starts when {predecessor} has begun.',
    'zh-cn': '“{predecessor}”开始后，“{successor}”开始。',
  },
  'link-FF': {
    en: '{successor} ends when {predecessor} is done.',
    'zh-cn': '“{predecessor}”完成后，“{successor}”才能完成。',
  },
  'link-SF': {
    en: '{successor} ends when {predecessor} has begun.',
    'zh-cn': '“{predecessor}”开始后，“{successor}”才能完成。',
  },
  'link-FS-lag': {
    en: '{successor} starts {lag} after {predecessor} is done.',
    'zh-cn': '“{predecessor}”完成 {lag}后，“{successor}”开始。',
  },
  'link-SS-lag': {
    en: '{successor} starts {lag} after {predecessor} has begun.',
    'zh-cn': '“{predecessor}”开始 {lag}后，“{successor}”开始。',
  },
  'link-FF-lag': {
    en: '{successor} ends {lag} after {predecessor} is done.',
    'zh-cn': '“{predecessor}”完成 {lag}后，“{successor}”才能完成。',
  },
  'link-SF-lag': {
    en: '{successor} ends {lag} after {predecessor} has begun.',
    'zh-cn': '“{predecessor}”开始 {lag}后，“{successor}”才能完成。',
  },
  'link-FS-lead': {
    en: '{successor} starts {lag} before {predecessor} is done.',
    'zh-cn': '“{predecessor}”完成前 {lag}，“{successor}”开始。',
  },
  'link-SS-lead': {
    en: '{successor} starts {lag} before {predecessor} begins.',
    'zh-cn': '“{predecessor}”开始前 {lag}，“{successor}”开始。',
  },
  'link-FF-lead': {
    en: '{successor} ends {lag} before {predecessor} is done.',
    'zh-cn': '“{predecessor}”完成前 {lag}，“{successor}”可以完成。',
  },
  'link-SF-lead': {
    en: '{successor} ends {lag} before {predecessor} begins.',
    'zh-cn': '“{predecessor}”开始前 {lag}，“{successor}”可以完成。',
  },
  'percent-lag': {
    en: '{time} ({percent} of the predecessor’s duration)',
    'zh-cn': '{time}（其工期的 {percent}）',
  },
  'link-drives': {
    en: 'It sets the date: there is no time left between them.',
    'zh-cn': '它决定了日期：两者之间没有余地。',
  },
  'link-tight': { en: 'There is no time left between them.', 'zh-cn': '两者之间没有余地。' },
  'link-leaves': { en: 'It leaves {slack}.', 'zh-cn': '它还留有 {slack}。' },
  'link-broken': {
    en: 'The dates don’t keep it: they are {slack} too early.',
    'zh-cn': '日期没有遵守它：早了 {slack}。',
  },

  today: { en: 'today', 'zh-cn': '今天' },
  'working-days-ahead': { en: 'in {count} working days', 'zh-cn': '距今 {count} 个工作日' },
  'working-days-ago': { en: '{count} working days ago', 'zh-cn': '{count} 个工作日之前' },
  'one-working-day-ahead': { en: 'in 1 working day', 'zh-cn': '距今 1 个工作日' },
  'one-working-day-ago': { en: '1 working day ago', 'zh-cn': '1 个工作日之前' },
  'working-day': { en: 'working day', 'zh-cn': '工作日' },
  'day-off': { en: 'no working day', 'zh-cn': '非工作日' },
  holiday: { en: 'no working day: {name}', 'zh-cn': '非工作日：{name}' },
  'make-up-day': { en: 'working day: {name}', 'zh-cn': '工作日：{name}' },

  standard: { en: 'Left out: ', 'zh-cn': '不写时：' },
  examples: { en: 'For example: ', 'zh-cn': '例如：' },

  calendar: { en: 'Calendar', 'zh-cn': '日历' },
  person: { en: 'Person', 'zh-cn': '成员' },
  stakeholder: { en: 'Stakeholder', 'zh-cn': '干系人' },
  resource: { en: 'Resource', 'zh-cn': '资源' },
  goal: { en: 'Goal', 'zh-cn': '目标' },
  kpi: { en: 'Key figure', 'zh-cn': '指标' },
  risk: { en: 'Risk', 'zh-cn': '风险' },
  subplan: { en: 'Subplan', 'zh-cn': '子计划' },
  'task-of-plan': { en: 'Task of {file}', 'zh-cn': '{file} 中的任务' },
  skill: { en: 'Skill', 'zh-cn': '技能' },
  decision: { en: 'Decision level', 'zh-cn': '决策级别' },
  baseline: { en: 'Baseline', 'zh-cn': '基准' },
  meeting: { en: 'Meeting', 'zh-cn': '会议' },
  report: { en: 'Report', 'zh-cn': '报告' },
  change: { en: 'Change', 'zh-cn': '变更' },
  review: { en: 'Review', 'zh-cn': '复盘' },
  tag: { en: 'Tag', 'zh-cn': '标签' },
  anchor: { en: 'Anchor', 'zh-cn': '锚点' },
  'anchor-uses': { en: 'Aliases: {count}', 'zh-cn': '别名：{count} 处' },
  'used-by': { en: 'Used by: {tasks}', 'zh-cn': '用于：{tasks}' },

  'rename-not-an-id': {
    en: '“{name}” is no id: letters and digits of any script, “_”, “-” and “.” make one.',
    'zh-cn': '“{name}”不能作为标识：只能使用各种文字的字母和数字以及 “_”“-”“.”。',
  },
  'rename-taken': { en: '“{name}” stands for something else already.', 'zh-cn': '“{name}”已经表示其他内容。' },
  'rename-nothing': {
    en: 'There is no id, tag or anchor here that can be renamed.',
    'zh-cn': '此处没有可以重命名的标识、标签或锚点。',
  },
  'rename-taken-in': {
    en: 'In {file}, “{name}” stands for something else already.',
    'zh-cn': '在 {file} 中，“{name}”已经表示其他内容。',
  },
  'rename-keyword': {
    en: '“{name}” is a word of the plan language, not an id: only ids can be renamed.',
    'zh-cn': '“{name}”是计划语言的关键字，不是标识：只有标识可以重命名。',
  },
  'rename-undefined': {
    en: 'Nothing defines “{name}”: an id is renamed together with its definition.',
    'zh-cn': '“{name}”没有定义：标识只能与其定义一起重命名。',
  },
  'rename-unclear-in-check': {
    en: 'A check in {file}, line {line}, says “{name}” where it can’t be told whether this is meant, so that it might find something else afterwards. Compare directly there, as in owner == "{name}" or "{name}" in assigned, or change that text by hand first.',
    'zh-cn':
      '{file} 第 {line} 行的检查中有“{name}”，无法判断指的是不是它，改名后这条检查的结果可能会变。请在那里直接比较，例如 owner == "{name}" 或 "{name}" in assigned，或者先手动修改那段文字。',
  },
  'rename-not-a-tag': {
    en: '“{name}” can’t be a tag: a tag is one line of text with at least one letter.',
    'zh-cn': '“{name}”不能作为标签：标签是一行文字，至少要有一个字符。',
  },
  'rename-tag-taken': {
    en: '“{name}” is a tag already, in {file}, line {line}: the two could not be told apart any more.',
    'zh-cn': '“{name}”已经是标签（{file} 第 {line} 行）：改名后两者将无法区分。',
  },
  'rename-tag-in-check': {
    en: 'A check in {file}, line {line}, asks for this tag, and “{name}” can’t stand in its condition. Choose a name without quotes and without “\\”.',
    'zh-cn': '{file} 第 {line} 行的检查用到了这个标签，而“{name}”不能写在条件中。请换一个不含引号和“\\”的名称。',
  },
  'rename-tag-unclear-in-check': {
    en: 'A check in {file}, line {line}, says “{name}” where it can’t be told whether this tag is meant, so that it might find something else afterwards. Compare directly there, as in "{name}" in tags, or change that text by hand first.',
    'zh-cn':
      '{file} 第 {line} 行的检查中有“{name}”，无法判断指的是不是这个标签，改名后这条检查的结果可能会变。请在那里直接比较，例如 "{name}" in tags，或者先手动修改那段文字。',
  },
  'rename-not-an-anchor': {
    en: '“{name}” can’t be the name of an anchor: it may not be empty or hold blanks, quotes or any of , [ ] { } : & * #.',
    'zh-cn': '“{name}”不能作为锚点名称：不能为空，也不能含有空白、引号或 , [ ] { } : & * # 等字符。',
  },
  'rename-anchor-taken': {
    en: '“{name}” is used as an anchor’s name in line {line} already: aliases would mean the other one. Choose another name.',
    'zh-cn': '第 {line} 行已经用“{name}”作为锚点名称：别名会指向另一个锚点。请换一个名称。',
  },
  'rename-alias-undefined': {
    en: 'No anchor “&{name}” stands before this alias: an alias is renamed together with its anchor.',
    'zh-cn': '此别名之前没有锚点“&{name}”：别名只能与其锚点一起重命名。',
  },
  'rename-changes-meaning': {
    en: 'With the name “{name}”, “{text}” in {file}, line {line}, could not be read or would mean something else. Choose another name.',
    'zh-cn': '改名为“{name}”后，{file} 第 {line} 行的“{text}”将无法读取或表示其他内容。请换一个名称。',
  },
} as const satisfies Phrases;
