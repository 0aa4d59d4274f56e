// What the rules about progress say.
import type { Phrases } from './words.ts';

export const progressRuleWords = {
  'late-start': {
    en: '“{task}” was due to begin on {due} and hasn’t: it is {late} behind on {asOf}. Begin it, or report when it began.',
    'zh-cn': '“{task}”应于 {due} 开始，截至 {asOf} 仍未开始，已落后 {late}。请开始这项工作，或填报实际开始日期。',
  },
  'late-start.fixed': { en: 'The date that was fixed', 'zh-cn': '固定的日期' },
  'overdue.not-begun': {
    en: '“{task}” was due to be over on {due} and has not even begun by {asOf}. It can now end on {finish} at the earliest, {late} late.',
    'zh-cn': '“{task}”应于 {due} 完成，截至 {asOf} 尚未开始，最早要到 {finish} 才能完成，晚 {late}。',
  },
  'overdue.begun': {
    en: '“{task}” was due to be over on {due} and is {progress} done on {asOf}. By what is reported it ends on {finish}, {late} late.',
    'zh-cn': '“{task}”应于 {due} 完成，截至 {asOf} 只完成 {progress}。按填报的进展将于 {finish} 完成，晚 {late}。',
  },
  'overdue.not-begun-in-the-past': {
    en: '“{task}” was due to be over on {due} and has not even begun by {asOf}: it is {late} late. Set “status-date”, so that it is planned from there on.',
    'zh-cn': '“{task}”应于 {due} 完成，截至 {asOf} 尚未开始，已晚 {late}。请填写 status-date，以便从那天之后重新排程。',
  },
  'overdue.begun-in-the-past': {
    en: '“{task}” was due to be over on {due} and is {progress} done on {asOf}: it is {late} late. Set “status-date”, so that what is left is planned from there on.',
    'zh-cn':
      '“{task}”应于 {due} 完成，截至 {asOf} 只完成 {progress}，已晚 {late}。请填写 status-date，以便剩余工作从那天之后重新排程。',
  },
  'overdue.milestone': {
    en: '“{task}” was due on {due} and is not reported as reached by {asOf}: it is {late} late. Set “progress: 100” with the date, or say what is missing.',
    'zh-cn':
      '里程碑“{task}”应于 {due} 达成，截至 {asOf} 未填报达成，已晚 {late}。请填写 progress: 100 和日期，或说明还缺什么。',
  },
  'unreported-work': {
    en: 'Nothing is reported about “{task}”, planned from {start} to {finish}, before the report of {asOf}. Say when it began and ended, or how far it is.',
    'zh-cn':
      '“{task}”计划于 {start} 至 {finish} 进行，早于 {asOf} 的数据日期，却没有任何填报。请填写实际起止日期或进度。',
  },
  'future-actual.start': {
    en: '“{task}” is reported as begun on {date}, after the report of {asOf}. What hasn’t happened yet can’t be a fact: correct the date or move “status-date”.',
    'zh-cn':
      '“{task}”填报的实际开始日期 {date} 晚于数据日期 {asOf}。尚未发生的不能算事实：请改正日期，或调整 status-date。',
  },
  'future-actual.finish': {
    en: '“{task}” is reported as finished on {date}, after the report of {asOf}. What hasn’t happened yet can’t be a fact: correct the date or move “status-date”.',
    'zh-cn':
      '“{task}”填报的实际完成日期 {date} 晚于数据日期 {asOf}。尚未发生的不能算事实：请改正日期，或调整 status-date。',
  },
  'future-actual.status': { en: 'The date of the report', 'zh-cn': '数据日期' },
  'progress-without-start': {
    en: '“{task}” is {progress} done, but nobody says when it began. The schedule takes {start}; write the day down under “actual”.',
    'zh-cn': '“{task}”已完成 {progress}，却没有实际开始日期，排程暂按 {start} 计算。请在 actual 里填写。',
  },
  'complete-without-finish': {
    en: '“{task}” is complete, but nobody says since when. The schedule takes {finish}; write the day down under “actual”.',
    'zh-cn': '“{task}”已完成，却没有实际完成日期，排程暂按 {finish} 计算。请在 actual 里填写。',
  },
  'finish-without-complete': {
    en: '“{task}” was finished on {finish}, yet its progress says {progress}. Set it to 100, or take the finish back.',
    'zh-cn': '“{task}”填报于 {finish} 完成，进度却是 {progress}。请改为 100，或删除实际完成日期。',
  },
  'finish-without-complete.finish': { en: 'The actual finish', 'zh-cn': '实际完成日期' },
  'out-of-sequence.finish': {
    en: '“{task}” began on {began}, before “{predecessor}” was finished on {needed}. The link says otherwise: drop it, make it SS, or correct the dates.',
    'zh-cn':
      '“{task}”于 {began} 开始，早于它所等待的“{predecessor}”的完成日期 {needed}。请删除依赖、改为 SS，或改正日期。',
  },
  'out-of-sequence.finish-open': {
    en: '“{task}” began on {began}, although “{predecessor}”, which it waits for, isn’t finished. What remains of it waits again; drop the link or make it SS if it needn’t.',
    'zh-cn':
      '“{task}”于 {began} 开始，而它所等待的“{predecessor}”还没有完成，剩余工作仍要等待。若不必等，请删除依赖或改为 SS。',
  },
  'out-of-sequence.start': {
    en: '“{task}” began on {began}, before “{predecessor}” began on {needed}. The link says otherwise: drop it or correct the dates.',
    'zh-cn': '“{task}”于 {began} 开始，早于它所等待的“{predecessor}”的开始日期 {needed}。请删除依赖，或改正日期。',
  },
  'out-of-sequence.start-open': {
    en: '“{task}” began on {began}, although “{predecessor}”, which it waits for, hasn’t begun. Drop the link or correct the report.',
    'zh-cn': '“{task}”于 {began} 开始，而它所等待的“{predecessor}”还没有开始。请删除依赖，或改正填报。',
  },
  'out-of-sequence.predecessor': { en: '“{predecessor}” is here', 'zh-cn': '“{predecessor}”在这里' },
  'slipped-from-baseline': {
    en: '“{task}” finishes on {finish}, {by} later than the baseline promised ({promised}).',
    'zh-cn': '“{task}”于 {finish} 完成，比基准承诺的 {promised} 晚 {by}。',
  },
  'slipped-from-baseline.followed': {
    en: '“{task}” finishes on {finish}, {by} later than the baseline promised ({promised}), and takes others with it: {count}.',
    'zh-cn': '“{task}”于 {finish} 完成，比基准承诺的 {promised} 晚 {by}，并连带推迟了其他任务：{count} 项。',
  },
  'slipped-from-baseline.promise': { en: 'What the baseline promised', 'zh-cn': '基准的承诺' },
  'slipped-from-baseline.follower': {
    en: '“{task}” follows, {by} later than promised',
    'zh-cn': '“{task}”随之比承诺晚 {by}',
  },
  'baseline-execution': {
    en: 'The baseline execution index is {index} (at least {min} would be sound): {done} tasks are done, where by {asOf} the baseline has {due}, and {unpromised} have no baseline.',
    'zh-cn':
      '基准执行指数为 {index}（合理的下限是 {min}）：已完成 {done} 项；截至 {asOf}，基准应完成 {due} 项，另有 {unpromised} 项没有基准。',
  },
  'baseline-execution.task': {
    en: '“{task}” was promised for {promised} and isn’t done',
    'zh-cn': '“{task}”承诺于 {promised} 完成，尚未完成',
  },
  'critical-path-length': {
    en: 'The critical path length index is {index} (at least {min} would be sound): {length} are left to {finish}, {late} more than to the promised {promised}.',
    'zh-cn':
      '关键路径长度指数为 {index}（合理的下限是 {min}）：到 {finish} 还有 {length}，比承诺的 {promised} 多出 {late}。',
  },
  'behind-schedule': {
    en: 'The schedule performance index is {index} (at least {min} would be sound): by {asOf} {earned} of the work is done and {planned} was promised. As things stand the plan ends on {finish}; the baseline ends on {promised}.',
    'zh-cn':
      '进度绩效指数（SPI）为 {index}（合理的下限是 {min}）：截至 {asOf} 完成 {earned}，按基准应完成 {planned}。按现状预计 {finish} 完工，基准到 {promised} 为止。',
  },
  'behind-schedule.task': {
    en: '“{task}”: {done} done, {due} promised',
    'zh-cn': '“{task}”：完成 {done}，应完成 {due}',
  },
  'over-cost': {
    en: 'The cost performance index is {index} (at least {min} would be sound): {actual} was spent on what is worth {earned}. At this rate the work costs {forecast} in all instead of {whole}.',
    'zh-cn':
      '成本绩效指数（CPI）为 {index}（合理的下限是 {min}）：花费 {actual}，只完成了价值 {earned} 的工作。照此下去，完工成本将为 {forecast}，而非 {whole}。',
  },
  'over-cost.nothing-earned': {
    en: '{actual} was spent on work of which nothing is done yet. Report the progress, or find out where the money went.',
    'zh-cn': '已花费 {actual}，相应工作却还没有任何进度。请填报进度，或查明资金去向。',
  },
  'over-cost.task': { en: '“{task}”: {actual} spent on {earned}', 'zh-cn': '“{task}”：花费 {actual}，价值 {earned}' },
} satisfies Phrases;
