// What the rules about goals, key figures, risks, phases, communication and decisions say.
import type { Phrases } from './words.ts';

export const goalRuleWords = {
  'goal-not-smart': {
    en: '“{goal}” is no SMART goal yet. Still to add, to make it {missing}.',
    'zh-cn': '“{goal}”还不符合 SMART。请补上：{missing}。',
  },
  'goal-without-work': {
    en: 'No task and no phase serves “{goal}”. Name it under “goals” of the work that brings it about (goals: {id}), or drop it.',
    'zh-cn': '没有任务或阶段为“{goal}”服务。请在相关任务的 goals 中写上 {id}，或删去这个目标。',
  },
  'goal-after-due': {
    en: '“{goal}” is due on {due}, but “{task}”, which serves it, ends on {finish}, {by} later. Do that work earlier, or move the goal.',
    'zh-cn':
      '“{goal}”的期限是 {due}，而为它服务的“{task}”要到 {finish} 才完成，晚 {by}。请提前这项工作，或调整目标期限。',
  },
  'goal-after-due.task': { en: '“{task}” ends on {finish}', 'zh-cn': '“{task}”于 {finish} 完成' },
  'kpi-off-track.below': {
    en: '“{kpi}” was {value} on {date}, under its warning limit of {limit}. Find out why, and plan what brings it back.',
    'zh-cn': '“{kpi}”在 {date} 为 {value}，低于预警线 {limit}。请查明原因，并安排改进。',
  },
  'kpi-off-track.above': {
    en: '“{kpi}” was {value} on {date}, over its warning limit of {limit}. Find out why, and plan what brings it back.',
    'zh-cn': '“{kpi}”在 {date} 为 {value}，高于预警线 {limit}。请查明原因，并安排改进。',
  },
  'kpi-off-track.alarm-below': {
    en: 'Alarm: “{kpi}” was {value} on {date}, under {limit}. Act now, or tell those who must know that its goal is in danger.',
    'zh-cn': '警报：“{kpi}”在 {date} 为 {value}，低于警戒线 {limit}。请立即处理，或告知相关方目标有风险。',
  },
  'kpi-off-track.alarm-above': {
    en: 'Alarm: “{kpi}” was {value} on {date}, over {limit}. Act now, or tell those who must know that its goal is in danger.',
    'zh-cn': '警报：“{kpi}”在 {date} 为 {value}，高于警戒线 {limit}。请立即处理，或告知相关方目标有风险。',
  },
  'kpi-off-track.behind': {
    en: '“{kpi}” was {value} on {date}, and was to reach {limit} by {due}. Find out why, and plan what brings it back.',
    'zh-cn': '“{kpi}”在 {date} 为 {value}，而 {due} 就应达到 {limit}。请查明原因，并安排改进。',
  },
  'kpi-off-track.step': { en: '{limit} by {due} is set here', 'zh-cn': '{due} 应达到的 {limit} 写在这里' },
  'kpi-off-track.limit': { en: 'The limit of {limit} is set here', 'zh-cn': '界限 {limit} 写在这里' },
  'kpi-stale': {
    en: 'The newest value of “{kpi}” is of {date}, {days} days before {asOf}: older than it should get. Measure it, or measure it less often.',
    'zh-cn': '“{kpi}”最新的值是 {date} 的，到 {asOf} 已过 {days} 天，超过了约定的周期。请补测，或放宽周期。',
  },
  'kpi-stale.never': {
    en: '“{kpi}” has no value since the plan began on {start}, and it is {asOf}. Measure it, or measure it less often.',
    'zh-cn': '“{kpi}”自计划 {start} 开始以来还没有任何值，现在已是 {asOf}。请补测，或放宽周期。',
  },
  'kpi-stale.every': { en: 'How often it is to be measured', 'zh-cn': '约定的测量周期' },
  'risk-without-response': {
    en: '“{risk}”: nobody has said what is done about it. Choose a “response”: avoid, mitigate, transfer, accept or escalate.',
    'zh-cn': '风险“{risk}”没有写如何应对。请选择 response：avoid、mitigate、transfer、accept 或 escalate。',
  },
  'risk-unowned': {
    en: '“{risk}”: nobody watches it. Name an “owner” who notices when it comes.',
    'zh-cn': '风险“{risk}”没有人盯。请写明 owner。',
  },
  'risk-review-overdue': {
    en: '“{risk}” was to be looked at again on {review}, and it is {asOf}. Look at it, and set the next date.',
    'zh-cn': '风险“{risk}”应在 {review} 复核，现在已是 {asOf}。请复核并写下下一次日期。',
  },
  'high-risk-unprotected': {
    en: '“{risk}” is a high risk ({probability} × {impact} = {score}, {from} or more) on “{task}”, which has neither slack nor a reserve behind it (tasks: {count}). If it comes, the finish slips: add a buffer, or make the risk smaller.',
    'zh-cn':
      '“{risk}”是高风险（{probability} × {impact} = {score}，达到 {from}），而“{task}”既无时差，后面也没有缓冲（任务数：{count}）。一旦发生，完成日期就会推迟：请增加缓冲，或降低风险。',
  },
  'high-risk-unprotected.task': { en: '“{task}” has no slack and no reserve', 'zh-cn': '“{task}”既无时差也无缓冲' },
  'phase-without-gate': {
    en: '“{phase}” has no gate: nobody decides whether it may be left. Add “gate” with criteria and an approver.',
    'zh-cn': '“{phase}”没有关口，没有人决定能否进入下一阶段。请补上 gate，写明标准和批准人。',
  },
  'phase-without-gate.criteria': {
    en: 'The gate of “{phase}” has no criteria: what must be true to pass it? Add “criteria”.',
    'zh-cn': '“{phase}”的关口没有标准：满足什么才能通过？请补上 criteria。',
  },
  'phase-without-gate.approver': {
    en: 'The gate of “{phase}” has no “approver”: name who decides.',
    'zh-cn': '“{phase}”的关口没有批准人。请补上 approver。',
  },
  'phase-without-goal': {
    en: '“{phase}” doesn’t say what it is to achieve. Add “goal”: the id of one of the goals, or a sentence.',
    'zh-cn': '“{phase}”没有写要达成什么。请补上 goal：某个目标的标识，或一句话。',
  },
  'phase-inputs-unmet': {
    en: '“{phase}” needs “{input}”, which no earlier phase puts out. Add it to the “outputs” of the phase or task that makes it, or drop it.',
    'zh-cn': '“{phase}”需要“{input}”，而前面没有阶段产出它。请写进产出它的阶段或任务的 outputs，或删去。',
  },
  'phase-inputs-unmet.later': {
    en: '“{phase}” needs “{input}”, but “{other}”, which puts it out, comes later. Change the order, or the input.',
    'zh-cn': '“{phase}”需要“{input}”，而产出它的“{other}”在其后。请调整顺序，或修改输入。',
  },
  'phase-inputs-unmet.source': { en: '“{other}” puts it out here', 'zh-cn': '“{other}”在此产出' },
  'meeting-gap': {
    en: 'From {from} to {to} there are {length} of work with neither a meeting nor a report (over {max}). Meet or report in between.',
    'zh-cn': '从 {from} 到 {to} 有 {length} 的工作，期间没有任何会议或报告（超过 {max}）。请在其间安排一次。',
  },
  'holidays-unknown': {
    en: 'The public holidays of {country} in {year} aren’t fully known yet, so dates of that year may move. Write the days off under “holidays” of “{calendar}”, or wait until they are published.',
    'zh-cn':
      '{country} {year} 年的法定假日和调休尚未完全公布，该年的日期可能变动。请在日历“{calendar}”的 holidays 中写明，或等待公布。',
  },
  'holidays-unknown.years': {
    en: 'The public holidays of {country} from {year} to {last} aren’t fully known yet, so dates of these years may move. Write the days off under “holidays” of “{calendar}”, or wait until they are published.',
    'zh-cn':
      '{country} {year} 至 {last} 年的法定假日和调休尚未完全公布，这些年份的日期可能变动。请在日历“{calendar}”的 holidays 中写明，或等待公布。',
  },
  'meeting-attendee-away': {
    en: '{who} is away on {date}, when “{meeting}” is held. Send somebody else, or move that meeting.',
    'zh-cn': '“{meeting}”在 {date} 举行，而{who}当天请假。请派人代替，或改期。',
  },
  'meeting-attendee-away.several': {
    en: '{who} is away for {count} times of “{meeting}”, first on {date}. Send somebody else, or move those meetings.',
    'zh-cn': '“{meeting}”有 {count} 次{who}请假，首次在 {date}。请派人代替，或改期。',
  },
  'change-unapproved': {
    en: 'Nobody has approved the change “{change}”. Name who did under “approved-by”, or take it back.',
    'zh-cn': '变更“{change}”没有人批准。请在 approved-by 写明批准人，或撤回。',
  },
  'change-unapproved.by': {
    en: '{who} approved “{change}”, but no level of “decisions” names {who}. Those who may decide: {approvers}. Ask one of them, or add a level.',
    'zh-cn':
      '“{change}”由{who}批准，但 decisions 的各级都没有{who}。有权决定的是：{approvers}。请由他们批准，或补充决策级别。',
  },
  'review-missing': {
    en: '“{phase}” was over on {finish}, more than {within} ago, and nobody has looked back on it. Hold a review and record it under “reviews”.',
    'zh-cn': '“{phase}”已于 {finish} 结束，超过 {within} 仍没有复盘。请复盘并记入 reviews。',
  },
  'review-missing.action': {
    en: '“{action}” was decided in the review of {date} and became no task. Add a task, and write its id here.',
    'zh-cn': '{date} 的复盘决定了“{action}”，却没有变成任务。请新建任务，并把标识写在这里。',
  },
  'stakeholder-without-communication.influence': {
    en: '{who} has high influence, and no meeting or report reaches them. Invite them, or add them to a report’s “to”.',
    'zh-cn': '{who}影响力高，却没有任何会议或报告覆盖。请邀请其参会，或加入报告的 to。',
  },
  'stakeholder-without-communication.interest': {
    en: '{who} has high interest, and no meeting or report reaches them. Invite them, or add them to a report’s “to”.',
    'zh-cn': '{who}关注度高，却没有任何会议或报告覆盖。请邀请其参会，或加入报告的 to。',
  },
} satisfies Phrases;
