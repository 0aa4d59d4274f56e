// What the rules about logic, dates and estimates say.
import type { Phrases } from './words.ts';

export const networkRuleWords = {
  'driving-chain': { en: '“{task}” drives it: {start} to {finish}', 'zh-cn': '受“{task}”驱动：{start} 至 {finish}' },

  'dependency-cycle': {
    en: 'These tasks wait for each other in a loop: {loop}. None of them can start. Remove one of the links; until then the schedule leaves out the one from “{predecessor}” to “{successor}”.',
    'zh-cn':
      '这些任务互相等待，形成循环：{loop}，谁也无法开始。请删除其中一个依赖；在此之前，排程不计“{predecessor}”到“{successor}”的依赖。',
  },
  'dependency-cycle.edge': {
    en: '“{successor}” waits for “{predecessor}” here',
    'zh-cn': '“{successor}”在此等待“{predecessor}”',
  },
  'self-dependency': {
    en: '“{task}” waits for itself, so it could never start. Name another task or remove the link.',
    'zh-cn': '“{task}”在等待它自己，永远无法开始。请改为其他任务，或删除这个依赖。',
  },
  'dependency-on-own-summary.waits-for-summary': {
    en: '“{task}” waits for “{summary}”, which contains it and ends only after it. Link to a task beside it instead.',
    'zh-cn': '“{task}”在等待包含它的“{summary}”，而后者要等它完成才结束。请改为依赖同级的任务。',
  },
  'dependency-on-own-summary.summary-waits': {
    en: '“{summary}” waits for “{task}”, which is part of it. Put the link on the tasks that should wait.',
    'zh-cn': '“{summary}”在等待自己内部的“{task}”。请把依赖写在真正需要等待的任务上。',
  },
  'dependency-on-own-summary.summary': { en: '“{summary}” contains it', 'zh-cn': '它属于“{summary}”' },

  'negative-slack.plan-finish': {
    en: 'The plan ends on {computed}, {late} after the promised finish. Shorten the driving chain, start earlier or promise a later date.',
    'zh-cn': '计划要到 {computed} 才能完成，比承诺的完成日期晚 {late}。请缩短驱动链、提前开始，或承诺更晚的日期。',
  },
  'negative-slack.latest': {
    en: '“{task}” finishes on {computed}, {late} later than its latest date allows. Shorten what drives it or move “latest”.',
    'zh-cn': '“{task}”要到 {computed} 才能完成，比 latest 允许的晚 {late}。请缩短驱动它的工作，或调整 latest。',
  },
  'negative-slack.SNLT': {
    en: '“{task}” starts on {computed}, {late} later than its constraint allows. Shorten what drives it or move the constraint.',
    'zh-cn': '“{task}”要到 {computed} 才能开始，比约束允许的晚 {late}。请缩短驱动它的工作，或调整约束。',
  },
  'negative-slack.fixed': {
    en: 'The date fixed for “{task}” can’t be kept: as things stand it is {late} late. Shorten what drives it or move the date.',
    'zh-cn': '“{task}”的固定日期无法兑现：按现状要晚 {late}。请缩短驱动它的工作，或调整日期。',
  },
  'negative-slack.repeat': {
    en: '“{task}” never takes place: the first day on which it could is {first}, after “until” {until}. Shorten what drives it or move “until”.',
    'zh-cn': '“{task}”一次也不会发生：最早能在 {first} 进行，晚于 until（{until}）。请缩短驱动它的工作，或调整 until。',
  },

  'finish-before-start.plan': {
    en: 'The plan’s {secondKey} {second} lies before its {firstKey} {first}. Swap the two or correct the wrong one.',
    'zh-cn': '计划的 {secondKey}（{second}）早于 {firstKey}（{first}）。请对调，或改正写错的那个。',
  },
  'finish-before-start': {
    en: '“{name}”: {secondKey} {second} lies before {firstKey} {first}. Swap the two or correct the wrong one.',
    'zh-cn': '“{name}”的 {secondKey}（{second}）早于 {firstKey}（{first}）。请对调，或改正写错的那个。',
  },
  'finish-before-start.other': { en: '{firstKey} is set here', 'zh-cn': '{firstKey} 写在这里' },
  'finish-before-start.range': {
    en: 'This range ends on {to}, before it begins on {from}. Write the earlier day first.',
    'zh-cn': '这个区间的结束（{to}）早于开始（{from}）。请把较早的日期写在前面。',
  },
  'duration-mismatch': {
    en: '“{task}” has {between} from {start} to {finish}, but its duration says {written}. Keep two of the three, or correct one.',
    'zh-cn': '“{task}”从 {start} 到 {finish} 有 {between}，而工期写的是 {written}。三者只需写两个，或改正其中一个。',
  },
  'duration-mismatch.start': { en: 'The start is set here', 'zh-cn': '开始日期写在这里' },
  'duration-mismatch.finish': { en: 'The finish is set here', 'zh-cn': '完成日期写在这里' },
  'starts-before-predecessor.start': {
    en: '“{task}” starts on {fixed}, {by} before its {type} link from “{predecessor}” allows. It could start on {possible} at the earliest.',
    'zh-cn':
      '“{task}”定于 {fixed} 开始，比它与“{predecessor}”的 {type} 依赖所允许的早 {by}。最早可在 {possible} 开始。',
  },
  'starts-before-predecessor.finish': {
    en: '“{task}” finishes on {fixed}, {by} before its {type} link from “{predecessor}” allows. It could finish on {possible} at the earliest.',
    'zh-cn':
      '“{task}”定于 {fixed} 完成，比它与“{predecessor}”的 {type} 依赖所允许的早 {by}。最早可在 {possible} 完成。',
  },
  'starts-before-predecessor.ends': {
    en: 'It waits for “{predecessor}” here, which finishes on {minute}',
    'zh-cn': '它在此等待“{predecessor}”，后者于 {minute} 完成',
  },
  'starts-before-predecessor.begins': {
    en: 'It waits for “{predecessor}” here, which starts on {minute}',
    'zh-cn': '它在此等待“{predecessor}”，后者于 {minute} 开始',
  },
  'starts-before-predecessor.outside': {
    en: 'It waits for “{predecessor}” of another plan here',
    'zh-cn': '它在此等待另一计划中的“{predecessor}”',
  },
  'outside-plan': {
    en: '“{task}”: {key} {date} lies before the plan’s start, {start}. Move the date, or let the plan start earlier.',
    'zh-cn': '“{task}”的 {key}（{date}）早于计划开始日期 {start}。请调整该日期，或让计划更早开始。',
  },
  'outside-plan.start': { en: 'The plan starts here', 'zh-cn': '计划的开始日期写在这里' },
  'outside-phase-window.after': {
    en: '“{task}” runs until {finish}, past the window of “{phase}”, which ends on {to}. Widen the window, shorten the work or start it earlier.',
    'zh-cn':
      '“{task}”要到 {finish} 才结束，超出“{phase}”的时间窗（到 {to} 为止）。请放宽时间窗、缩短工作，或提前开始。',
  },
  'outside-phase-window.after-several': {
    en: '{count} tasks lie outside the window of “{phase}”, {from} to {to}: “{task}” runs until {finish}. Widen the window, shorten the work or start it earlier.',
    'zh-cn':
      '有 {count} 个任务超出“{phase}”的时间窗（{from} 至 {to}）：“{task}”要到 {finish} 才结束。请放宽时间窗、缩短工作，或提前开始。',
  },
  'outside-phase-window.before': {
    en: '“{task}” starts on {start}, before the window of “{phase}” opens on {from}. Let the window open earlier, or start the work later.',
    'zh-cn': '“{task}”在 {start} 开始，早于“{phase}”的时间窗（从 {from} 起）。请提前时间窗，或推迟开始。',
  },
  'outside-phase-window.before-several': {
    en: '{count} tasks lie outside the window of “{phase}”, {from} to {to}: “{task}” starts on {start}. Let the window open earlier, or start the work later.',
    'zh-cn':
      '有 {count} 个任务超出“{phase}”的时间窗（{from} 至 {to}）：“{task}”在 {start} 就开始。请提前时间窗，或推迟开始。',
  },
  'outside-phase-window.task': { en: '“{task}”: {start} to {finish}', 'zh-cn': '“{task}”：{start} 至 {finish}' },
  'non-working-date': {
    en: '“{name}”: {key} {date} is not a working day of its calendar. Move the date, or make the day one under “workdays”.',
    'zh-cn': '“{name}”的 {key}（{date}）在其日历中不是工作日。请调整日期，或把这天写进日历的 workdays。',
  },
  'non-working-date.holiday': {
    en: '“{name}”: {key} {date} is a holiday ({holiday}). Move the date, or make the day one of work under “workdays”.',
    'zh-cn': '“{name}”的 {key}（{date}）是假日（{holiday}）。请调整日期，或把这天写进日历的 workdays。',
  },
  'non-working-date.hours': {
    en: '“{name}”: {key} {date} is outside the hours of its calendar; the schedule takes {instead}. Write that, or use a calendar with these hours.',
    'zh-cn':
      '“{name}”的 {key}（{date}）不在其日历的工作时间内，排程按 {instead} 计算。请改写为该时间，或使用包含该时间的日历。',
  },
  'non-working-date.elapsed': {
    en: '“{name}”: {key} {date} is not a working day of its calendar; the schedule takes {instead}. Work on the clock runs on any day: write the time of day as well.',
    'zh-cn':
      '“{name}”的 {key}（{date}）在其日历中不是工作日，排程按 {instead} 计算。按日历时间进行的工作在任何一天都可以起止：请同时写明时刻。',
  },
  'non-working-date.meeting': {
    en: '“{meeting}” is held on {weekdays}, when nobody works by the plan’s calendar. Choose another day.',
    'zh-cn': '“{meeting}”安排在{weekdays}，而计划日历中这天没有人工作。请换一天。',
  },
  'missed-deadline': {
    en: '“{task}” finishes on {finish}, {by} after its deadline {deadline}. Shorten what drives it, or agree on a later deadline.',
    'zh-cn':
      '“{task}”要到 {finish} 才能完成，比截止日期 {deadline} 晚 {by}。请缩短驱动它的工作，或商定更晚的截止日期。',
  },
  'deadline-at-risk': {
    en: '“{task}” finishes on {finish}, only {by} before its deadline {deadline}. One small slip and it is missed.',
    'zh-cn': '“{task}”将于 {finish} 完成，距截止日期 {deadline} 只有 {by} 的余量，稍有延误就会错过。',
  },
  'far-date': {
    en: '{date} is far from the plan’s start in {startYear}. Is the year {year} a typo?',
    'zh-cn': '{date} 与计划开始的 {startYear} 年相距太远。{year} 年是不是写错了？',
  },
  'far-date.never-ends': {
    en: '“{task}” would not end before the year 10,000. Is there a digit too many in its length, or nobody to do it?',
    'zh-cn': '“{task}”到公元 10000 年也完不成。是工期多写了数字，还是没有人做？',
  },
  'milestone-duration': {
    en: '“{task}” is a milestone, a point in time, and can’t have “{key}”. Remove one of the two.',
    'zh-cn': '“{task}”是里程碑（时间点），不能有 {key}。请去掉其中一个。',
  },

  'estimate-order': {
    en: '“{task}”: the {upper} estimate ({high}) is below the {lower} one ({low}). They must grow: optimistic ≤ likely ≤ pessimistic.',
    'zh-cn': '“{task}”的 {upper} 估算（{high}）小于 {lower} 估算（{low}）。应满足 optimistic ≤ likely ≤ pessimistic。',
  },
  'estimate-order.other': { en: 'The {lower} estimate', 'zh-cn': '{lower} 估算' },
  'estimate-spread': {
    en: '“{task}” takes from {low} to {high}: {times} times as long at worst (over {max}). Split it into parts that can be estimated.',
    'zh-cn': '“{task}”的估算从 {low} 到 {high}，最坏是最好的 {times} 倍（超过 {max} 倍）。请拆分成能够估算的部分。',
  },
  'estimate-spread.other': { en: 'The optimistic estimate', 'zh-cn': '乐观估算' },
  'finish-unlikely': {
    en: 'The promised finish {promised} holds in {share} of {runs} simulated runs. Half of them end by {p50}, four fifths by {p80}.',
    'zh-cn':
      '在 {runs} 次模拟中，承诺的完成日期 {promised} 只有 {share} 能兑现。一半在 {p50} 前完成，八成在 {p80} 前完成。',
  },
} satisfies Phrases;
