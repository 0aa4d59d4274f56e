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
    en: '“{task}” is used up faster than the work before it gets done: {used} of the reserve is gone, {done} of that work is done. Left: {left} of {whole}. Decide now what you will do if it runs out: shorten that work, or agree on later dates.',
    'zh-cn':
      '“{task}”的消耗快于前面工作的进展：缓冲已用 {used}，前面的工作完成 {done}；{whole} 的缓冲还剩 {left}。请现在就想好用完之后怎么办：压缩剩余工作，或商定更晚的日期。',
  },
  'buffer-consumed.red': {
    en: '“{task}” is used up far faster than the work before it gets done: {used} of the reserve is gone, only {done} of that work is done. Left: {left} of {whole}. Shorten that work now, or agree on later dates for what follows.',
    'zh-cn':
      '“{task}”的消耗远快于前面工作的进展：缓冲已用 {used}，前面的工作只完成 {done}；{whole} 的缓冲还剩 {left}。请立即压缩剩余工作，或为后续商定更晚的日期。',
  },
  'buffer-consumed.gone': {
    en: '“{task}” is used up, all {whole} of it, and only {done} of the work before it is done: any further delay moves what follows. Shorten that work now, or agree on later dates for what follows.',
    'zh-cn':
      '“{task}”的 {whole} 已全部用完，前面的工作却只完成 {done}；再有延误，后续就会推迟。请立即压缩剩余工作，或为后续商定更晚的日期。',
  },
  'buffer-consumed.over': {
    en: '“{task}” is used up and was not enough: the work before it, {done} done, ends {over} after the reserve was to end, and what follows moves along. Shorten that work now, or agree on later dates for what follows.',
    'zh-cn':
      '“{task}”已全部用完，仍然不够：前面的工作完成了 {done}，要比缓冲原定的结束晚 {over} 才能做完，后续随之推迟。请立即压缩剩余工作，或为后续商定更晚的日期。',
  },
  'buffer-consumed.promise': { en: 'Where the baseline has it', 'zh-cn': '基准中的位置' },
} satisfies Phrases;
