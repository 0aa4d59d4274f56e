// Words of the views beside the Gantt chart: heads of tables, legends, what is said where there is nothing to show.
import type { Phrases } from './words.ts';

export const viewWords = {
  'no-mermaid': {
    en: '“{view}” is a table, and Mermaid draws none. It can be had as SVG, PNG, HTML or Markdown.',
    'zh-cn': '“{view}”是表格，Mermaid 画不出表格。可输出为 SVG、PNG、HTML 或 Markdown。',
  },
  // Things and columns.
  plan: { en: 'Plan', 'zh-cn': '计划' },
  task: { en: 'Task', 'zh-cn': '任务' },
  milestone: { en: 'milestone', 'zh-cn': '里程碑' },
  'milestone-title': { en: 'Milestone', 'zh-cn': '里程碑' },
  cancelled: { en: 'cancelled', 'zh-cn': '已取消' },
  'waits-for': { en: 'Waits for', 'zh-cn': '前置任务' },
  start: { en: 'Start', 'zh-cn': '开始' },
  finish: { en: 'Finish', 'zh-cn': '完成' },
  date: { en: 'Date', 'zh-cn': '日期' },
  deadline: { en: 'Deadline', 'zh-cn': '截止日期' },
  slack: { en: 'Slack', 'zh-cn': '总时差' },
  critical: { en: 'Critical', 'zh-cn': '关键' },
  yes: { en: 'yes', 'zh-cn': '是' },
  number: { en: 'Number', 'zh-cn': '编号' },
  length: { en: 'Duration', 'zh-cn': '工期' },
  progress: { en: 'Done', 'zh-cn': '进度' },
  owner: { en: 'Owner', 'zh-cn': '负责人' },
  deliverables: { en: 'Deliverables', 'zh-cn': '交付物' },
  state: { en: 'State', 'zh-cn': '状态' },
  reason: { en: 'Reason', 'zh-cn': '原因' },
  inside: { en: 'Part of', 'zh-cn': '所属' },
  what: { en: 'What', 'zh-cn': '项目' },
  value: { en: 'Value', 'zh-cn': '数值' },
  measure: { en: 'Measure', 'zh-cn': '指标' },

  // Signs.
  'sign-critical': { en: 'critical', 'zh-cn': '关键' },
  'sign-milestone': { en: 'milestone', 'zh-cn': '里程碑' },
  'sign-buffer': { en: 'reserve', 'zh-cn': '缓冲' },
  'sign-done': { en: 'done', 'zh-cn': '已完成' },
  'sign-late': { en: 'misses its deadline', 'zh-cn': '超过截止日期' },
  'sign-folded': { en: 'folded', 'zh-cn': '已折叠' },
  'sign-over': { en: 'too much', 'zh-cn': '超出' },
  'sign-blocked': { en: 'blocked or on hold', 'zh-cn': '受阻或暂停' },
  'sign-high': { en: 'high: probability × impact of {from} or more', 'zh-cn': '高风险：概率 × 影响不小于 {from}' },

  // Notes on what is left out.
  'left-out-boxes': {
    en: '{count} more would not be readable: {shown} are drawn, the critical ones first. Fold phases or show the critical path only; the table has all.',
    'zh-cn':
      '还有 {count} 个没有画出，否则看不清；画了 {shown} 个，关键的在先。可以折叠阶段或只看关键路径；表格里有全部。',
  },
  'left-out-milestones': {
    en: '{count} more milestones are in the table only.',
    'zh-cn': '另有 {count} 个里程碑只在表格里。',
  },
  'left-out-risks': {
    en: 'The {shown} gravest risks are drawn; {count} more are in the table.',
    'zh-cn': '只画出最严重的 {shown} 个风险；另有 {count} 个在表格里。',
  },
  'left-out-people': {
    en: 'The {shown} people with the highest load are drawn; {count} more are in the table.',
    'zh-cn': '只画出负荷最高的 {shown} 人；另有 {count} 人在表格里。',
  },
  'left-out-columns': {
    en: 'The table shows the {shown} people who are named by most tasks; {count} more are left out.',
    'zh-cn': '表格只显示被任务提到最多的 {shown} 人；另有 {count} 人没有列出。',
  },
  'left-out-lines': {
    en: 'The table shows the first {shown} lines of {count}.',
    'zh-cn': '表格只显示 {count} 行中的前 {shown} 行。',
  },
  'unrated-risks': {
    en: 'Not drawn, because nobody has said how likely (`probability:`) or how grave (`impact:`) they are: {names} ({count} in all).',
    'zh-cn': '没有画出，因为还没有写概率（`probability:`）或影响（`impact:`）：{names}（共 {count} 个）。',
  },
  'raci-unowned': {
    en: 'Nobody answers for {count} tasks yet: give them an `owner:`.',
    'zh-cn': '有 {count} 个任务还没有负责人：请写 `owner:`。',
  },

  // Where there is nothing to show.
  'no-critical': {
    en: 'No task is critical: each can slip without moving the end.',
    'zh-cn': '没有关键任务：每个任务都可以推迟而不影响结束日期。',
  },
  'no-milestones': {
    en: 'No milestones are written yet: add `milestone: true` to a task, or a `gate:` to a phase.',
    'zh-cn': '还没有里程碑：给任务写 `milestone: true`，或给阶段写 `gate:`（关口）。',
  },
  'no-risks': {
    en: 'No risks are written yet: add `risks:`, each with a `probability:` and an `impact:` from 1 to 5.',
    'zh-cn': '还没有写风险：请添加 `risks:`，每个风险写 `probability:`（概率）和 `impact:`（影响，1 到 5）。',
  },
  'no-team': {
    en: 'Nobody is at work yet: add a `team:`, and give tasks an `owner:` or `assign:` people.',
    'zh-cn': '还没有安排人员：请添加 `team:`，并给任务写 `owner:` 或 `assign:`。',
  },
  'no-load': {
    en: 'The team has nothing to do yet: give tasks an `owner:` or `assign:` people.',
    'zh-cn': '团队还没有任务：请给任务写 `owner:` 或 `assign:`。',
  },
  'no-work': {
    en: 'There is no work yet: add tasks with a `duration:`.',
    'zh-cn': '还没有工作：请添加带 `duration:`（工期）的任务。',
  },
  'no-estimates': {
    en: 'No task that is left has an estimate yet: give tasks an `estimate:` with `optimistic`, `likely` and `pessimistic`, and the spread of the finish can be simulated.',
    'zh-cn':
      '还没有三点估算：给任务写 `estimate:`（`optimistic` 乐观、`likely` 最可能、`pessimistic` 悲观），就能模拟完成日期的分布。',
  },
  'no-costs': {
    en: 'No costs are known yet: give people a `rate:`, or tasks a `cost:`.',
    'zh-cn': '还没有成本：给人员写 `rate:`（费率），或给任务写 `cost:`（固定成本）。',
  },
  'no-people': {
    en: 'Nobody is responsible yet: give tasks an `owner:`, `assign:`, `consult:` or `inform:`.',
    'zh-cn': '还没有分工：给任务写 `owner:`、`assign:`、`consult:` 或 `inform:`。',
  },
  'no-resources': {
    en: 'No people or things are written yet: add a `team:` or `resources:`.',
    'zh-cn': '还没有人员和资源：请添加 `team:` 或 `resources:`。',
  },
  'no-findings': { en: 'Nothing to report: the rules find no fault.', 'zh-cn': '没有发现：规则没有找到问题。' },
  'nothing-yet': {
    en: 'There is nothing to show yet: write tasks under `tasks:` or `phases:`.',
    'zh-cn': '还没有可以显示的内容：请在 `tasks:` 或 `phases:` 下面写任务。',
  },

  // Milestones.
  'milestones-reached': { en: '{reached} of {count} reached', 'zh-cn': '已达成 {reached} / {count}' },
  'milestone-next': { en: 'next: {name}, {date}', 'zh-cn': '下一个：{name}，{date}' },

  // Risks.
  risk: { en: 'Risk', 'zh-cn': '风险' },
  probability: { en: 'Probability', 'zh-cn': '概率' },
  impact: { en: 'Impact', 'zh-cn': '影响' },
  score: { en: 'Score', 'zh-cn': '分值' },
  response: { en: 'Response', 'zh-cn': '应对' },
  action: { en: 'Action', 'zh-cn': '措施' },
  review: { en: 'Review', 'zh-cn': '复查' },
  threatens: { en: 'Threatens', 'zh-cn': '威胁' },
  unlikely: { en: 'unlikely', 'zh-cn': '不太可能' },
  likely: { en: 'likely', 'zh-cn': '很可能' },
  harmless: { en: 'harmless', 'zh-cn': '影响小' },
  grave: { en: 'grave', 'zh-cn': '影响大' },
  'quadrant-act': { en: 'Act now', 'zh-cn': '立即应对' },
  'quadrant-prepare': { en: 'Prepare', 'zh-cn': '做好预案' },
  'quadrant-watch': { en: 'Watch', 'zh-cn': '观察' },
  'quadrant-reduce': { en: 'Make less likely', 'zh-cn': '降低概率' },
  'response-avoid': { en: 'avoid', 'zh-cn': '规避' },
  'response-mitigate': { en: 'mitigate', 'zh-cn': '减轻' },
  'response-transfer': { en: 'transfer', 'zh-cn': '转移' },
  'response-accept': { en: 'accept', 'zh-cn': '接受' },
  'response-escalate': { en: 'escalate', 'zh-cn': '上报' },
  'risks-summary': { en: 'risks: {count}, high ones: {high}', 'zh-cn': '{count} 个风险，其中 {high} 个为高' },

  // Workload.
  person: { en: 'Person', 'zh-cn': '人员' },
  'axis-days': { en: 'Working days', 'zh-cn': '工作日' },
  'by-week': { en: 'Working days a week', 'zh-cn': '每周工作日' },
  'by-weeks': { en: 'Working days in {count} weeks each', 'zh-cn': '每 {count} 周工作日' },
  'nobody-overloaded': { en: 'nobody has too much', 'zh-cn': '没有人超负荷' },
  overloaded: { en: 'too much for {count}: {names}', 'zh-cn': '{count} 人超负荷：{names}' },
  'plot-load': { en: 'load', 'zh-cn': '负荷' },
  'plot-over': { en: 'over capacity', 'zh-cn': '超出能力' },
  'plot-capacity': { en: 'capacity', 'zh-cn': '能力' },
  'load-of-part': {
    en: '{who}, from {from}: {load} of {capacity} working days',
    'zh-cn': '{who}，自 {from}：{load} / {capacity} 个工作日',
  },
  'workload-table': { en: 'Workload', 'zh-cn': '工作负荷' },

  // Budget and earned value.
  'axis-money': { en: 'Money', 'zh-cn': '金额' },
  'against-baseline': { en: 'measured against the baseline', 'zh-cn': '以基准衡量' },
  'against-plan': { en: 'measured against the plan as it is now (no baseline)', 'zh-cn': '以当前计划衡量（没有基准）' },
  'earned-summary': { en: 'as of {date}: SPI {spi}, CPI {cpi}', 'zh-cn': '截至 {date}：SPI {spi}，CPI {cpi}' },
  'budget-in-time': {
    en: 'In working days, because not all work has a price: give people a `rate:` or tasks a `cost:` to see money.',
    'zh-cn': '以工作日为单位，因为不是所有工作都有价格：写上 `rate:` 或 `cost:` 就能看到金额。',
  },
  'budget-without-status': {
    en: 'What is earned and spent is not drawn: the plan has no `status-date:`.',
    'zh-cn': '没有画挣值和实际成本：计划没有写 `status-date:`（状态日期）。',
  },
  'plot-planned': { en: 'planned value', 'zh-cn': '计划价值' },
  'plot-earned': { en: 'earned value', 'zh-cn': '挣值' },
  'plot-spent': { en: 'actual cost', 'zh-cn': '实际成本' },
  'plot-budget': { en: 'budget', 'zh-cn': '预算' },
  bac: { en: 'Budget at completion (BAC)', 'zh-cn': '完工预算（BAC）' },
  pv: { en: 'Planned value (PV)', 'zh-cn': '计划价值（PV）' },
  ev: { en: 'Earned value (EV)', 'zh-cn': '挣值（EV）' },
  ac: { en: 'Actual cost (AC)', 'zh-cn': '实际成本（AC）' },
  sv: { en: 'Schedule variance (SV)', 'zh-cn': '进度偏差（SV）' },
  cv: { en: 'Cost variance (CV)', 'zh-cn': '成本偏差（CV）' },
  spi: { en: 'Schedule performance index (SPI)', 'zh-cn': '进度绩效指数（SPI）' },
  cpi: { en: 'Cost performance index (CPI)', 'zh-cn': '成本绩效指数（CPI）' },
  eac: { en: 'Estimate at completion (EAC)', 'zh-cn': '完工估算（EAC）' },
  vac: { en: 'Variance at completion (VAC)', 'zh-cn': '完工偏差（VAC）' },
  'earned-table': { en: 'Earned value', 'zh-cn': '挣值' },
  'value-table': { en: 'Values by date', 'zh-cn': '按日期的数值' },

  // Finish.
  'axis-runs': { en: '% of the runs', 'zh-cn': '模拟次数的 %' },
  'plot-runs': { en: 'finished on these days', 'zh-cn': '在这些天完成' },
  'plot-by': { en: 'finished by then', 'zh-cn': '到那时已完成' },
  'runs-of-part': { en: 'up to {date}: {share}, by then {by}', 'zh-cn': '至 {date}：{share}，累计 {by}' },
  'finish-summary': {
    en: 'of {runs} runs half end by {p50}, 80% by {p80}, 95% by {p95}',
    'zh-cn': '{runs} 次模拟中，一半在 {p50} 前完成，80% 在 {p80} 前，95% 在 {p95} 前',
  },
  'promised-finish': {
    en: 'The promised finish, {date}, is kept in {share} of the runs.',
    'zh-cn': '承诺的完成日期 {date} 在 {share} 的模拟中能够达到。',
  },
  'finish-computed': { en: 'computed finish', 'zh-cn': '计算的完成日期' },
  'finish-promised': { en: 'promised finish', 'zh-cn': '承诺的完成日期' },
  chance: { en: 'Finished by then', 'zh-cn': '到那时完成的概率' },
  criticality: { en: 'Critical in', 'zh-cn': '关键的比例' },
  'finish-table': { en: 'Likely dates of the finish', 'zh-cn': '可能的完成日期' },
  'deciders-table': { en: 'Tasks that decide the finish', 'zh-cn': '决定完成日期的任务' },

  // Board.
  waiting: { en: 'Waiting', 'zh-cn': '等待' },
  ready: { en: 'Can begin', 'zh-cn': '可以开始' },
  running: { en: 'In progress', 'zh-cn': '进行中' },
  blocked: { en: 'Blocked, on hold', 'zh-cn': '受阻、暂停' },
  done: { en: 'Done', 'zh-cn': '已完成' },
  'more-cards': { en: 'and {count} more', 'zh-cn': '另有 {count} 个' },
  'board-summary': {
    en: '{done} of {count} done, {running} in progress, {ready} can begin',
    'zh-cn': '已完成 {done} / {count}，进行中 {running}，可以开始 {ready}',
  },

  // Money.
  part: { en: 'Part of the plan', 'zh-cn': '计划部分' },
  cost: { en: 'Planned cost', 'zh-cn': '计划成本' },
  share: { en: 'Share', 'zh-cn': '占比' },
  budget: { en: 'Budget', 'zh-cn': '预算' },
  spent: { en: 'Spent', 'zh-cn': '已花费' },
  left: { en: 'Left of the budget', 'zh-cn': '预算余额' },
  'other-parts': { en: 'Others', 'zh-cn': '其他' },
  'money-total': { en: 'planned cost {cost}', 'zh-cn': '计划成本 {cost}' },
  'money-budget': { en: 'budget {budget}', 'zh-cn': '预算 {budget}' },

  // Responsibilities and resources.
  'raci-summary': {
    en: 'A answers for it · R does it · C is asked · I is told',
    'zh-cn': 'A 负责 · R 执行 · C 咨询 · I 知会',
  },
  'people-table': { en: 'People', 'zh-cn': '人员' },
  'things-table': { en: 'Equipment and material', 'zh-cn': '设备与材料' },
  role: { en: 'Role', 'zh-cn': '角色' },
  skills: { en: 'Skills', 'zh-cn': '技能' },
  capacity: { en: 'Capacity', 'zh-cn': '能力' },
  rate: { en: 'Rate', 'zh-cn': '费率' },
  leave: { en: 'Leave', 'zh-cn': '休假' },
  tasks: { en: 'Tasks', 'zh-cn': '任务数' },
  work: { en: 'Work', 'zh-cn': '工作量' },
  thing: { en: 'Name', 'zh-cn': '名称' },
  kind: { en: 'Kind', 'zh-cn': '类型' },
  pieces: { en: 'Pieces', 'zh-cn': '数量' },
  needed: { en: 'Needed', 'zh-cn': '需求' },
  equipment: { en: 'equipment', 'zh-cn': '设备' },
  material: { en: 'material', 'zh-cn': '材料' },
  'per-m': { en: 'minute', 'zh-cn': '分钟' },
  'per-h': { en: 'hour', 'zh-cn': '小时' },
  'per-d': { en: 'day', 'zh-cn': '天' },
  'per-w': { en: 'week', 'zh-cn': '周' },
  'per-mo': { en: 'month', 'zh-cn': '月' },

  // Findings.
  finding: { en: 'Finding', 'zh-cn': '发现' },
  severity: { en: 'Severity', 'zh-cn': '级别' },
  rule: { en: 'Rule', 'zh-cn': '规则' },
  line: { en: 'Line', 'zh-cn': '行' },
  error: { en: 'error', 'zh-cn': '错误' },
  warning: { en: 'warning', 'zh-cn': '警告' },
  info: { en: 'note', 'zh-cn': '说明' },
  hint: { en: 'hint', 'zh-cn': '提示' },
  'count-error': { en: 'errors: {count}', 'zh-cn': '错误 {count}' },
  'count-warning': { en: 'warnings: {count}', 'zh-cn': '警告 {count}' },
  'count-info': { en: 'notes: {count}', 'zh-cn': '说明 {count}' },
  'count-hint': { en: 'hints: {count}', 'zh-cn': '提示 {count}' },
} satisfies Phrases;
