// What the rules about milestones and reserves say.
import type { Phrases } from './words.ts';

export const milestoneRuleWords = {
  'phase-without-milestone': {
    en: 'Nothing is reached in “{phase}”: it has no milestone, so nobody can see whether it is on track. Add one at its end.',
    'zh-cn': '阶段“{phase}”没有里程碑，无从判断是否按计划推进。请在阶段末尾加一个。',
  },
  'milestone-spacing.close': {
    en: '“{milestone}” comes only {apart} after “{before}” (at least {limit} would be sound). Merge the two, or make one of them a plain task.',
    'zh-cn': '“{milestone}”距“{before}”只有 {apart}（合理的间隔至少 {limit}）。请合并，或把其中一个改为普通任务。',
  },
  'milestone-spacing.together': {
    en: '“{milestone}” is reached at the same time as “{before}” (at least {limit} between the two would be sound). Merge the two, or make one of them a plain task.',
    'zh-cn': '“{milestone}”与“{before}”同时达成（合理的间隔至少 {limit}）。请合并，或把其中一个改为普通任务。',
  },
  'milestone-spacing.far': {
    en: '“{milestone}” comes {apart} after “{before}” (at most {limit} would be sound). Put one between them: until then nobody sees a slip.',
    'zh-cn':
      '“{milestone}”距“{before}”有 {apart}（合理的间隔至多 {limit}）。请在中间增设里程碑，否则其间的延误没人看得到。',
  },
  'milestone-spacing.before': { en: '“{before}” is reached on {date}', 'zh-cn': '“{before}”于 {date} 达成' },
  'milestone-without-acceptance': {
    en: 'Nobody could say when “{milestone}” is met. Write what somebody could check under “acceptance”.',
    'zh-cn': '没有人能判断“{milestone}”何时算达成。请在 acceptance 里写明可以核对的条件。',
  },
  'missing-buffer': {
    en: '“{phase}” takes {length} (over {from}) and has no reserve: the first slip moves its end and all that follows. Add “buffer: {reserve}”.',
    'zh-cn':
      '阶段“{phase}”历时 {length}（超过 {from}），却没有缓冲，一有延误，阶段的完成和后续工作都会推迟。请添加 buffer: {reserve}。',
  },
  'missing-buffer.plan': {
    en: 'The plan takes {length} (over {from}), promises a finish and has no reserve: the first slip breaks the promise. Add a task with “buffer: true” before the end.',
    'zh-cn':
      '计划历时 {length}（超过 {from}），承诺了完成日期却没有缓冲，一有延误就会失约。请在末尾之前加一个 buffer: true 的任务。',
  },
  'buffer-too-small': {
    en: '“{task}”: a reserve of {reserve} is {share} of the {chain} of work that it protects ({min} would be sound, {needed}).',
    'zh-cn': '“{task}”：缓冲 {reserve}，只占所保护的 {chain} 工作的 {share}（合理的下限是 {min}，即 {needed}）。',
  },
  'buffer-too-small.estimated': {
    en: '“{task}”: a reserve of {reserve} is less than the estimates of the work before it call for: {needed}, the root of the summed squares of pessimistic less expected.',
    'zh-cn': '“{task}”：缓冲 {reserve}，小于前面工作的三点估算所要求的 {needed}（悲观值减期望值的平方和开方）。',
  },
  'buffer-consumed.yellow': {
    en: '“{task}”: {used} of the reserve is used and {done} of the work before it is done. {left} of {whole} are left; plan now what you will do when they are gone.',
    'zh-cn': '“{task}”：缓冲已用 {used}，而前面的工作只完成 {done}；{whole} 的缓冲还剩 {left}。请现在就准备应对措施。',
  },
  'buffer-consumed.red': {
    en: '“{task}”: {used} of the reserve is used and only {done} of the work before it is done. {left} of {whole} are left: act now, or what follows will slip.',
    'zh-cn':
      '“{task}”：缓冲已用 {used}，前面的工作却只完成 {done}；{whole} 的缓冲还剩 {left}。请立即行动，否则后续将推迟。',
  },
  'buffer-consumed.promise': { en: 'Where the baseline has it', 'zh-cn': '基准中的位置' },
} satisfies Phrases;
