// Titles of refactorings, and why one can't be made.
import type { Phrases } from './words.ts';

export const refactoringWords = {
  'extract-phase': { en: 'Extract into a phase ({count} tasks)', 'zh-cn': '提取为阶段（{count} 个任务）' },
  'extract-summary': { en: 'Extract into a summary ({count} tasks)', 'zh-cn': '提取为汇总任务（{count} 个任务）' },
  'inline-summary': {
    en: 'Inline the summary “{task}”: its tasks take its place',
    'zh-cn': '内联汇总任务“{task}”：由其中的任务取而代之',
  },
  'inline-phase': {
    en: 'Inline the phase “{task}”: its tasks go to the top',
    'zh-cn': '内联阶段“{task}”：其中的任务移到顶层',
  },
  'to-duration': { en: 'Convert to a duration: {text}', 'zh-cn': '改写为工期：{text}' },
  'to-effort': { en: 'Convert to effort: {text}', 'zh-cn': '改写为工作量：{text}' },
  'to-estimate': { en: 'Convert to a three-point estimate: {text}', 'zh-cn': '改写为三点估算：{text}' },
  'sort-by-start': {
    en: 'Sort “{summary}” by start ({count} entries)',
    'zh-cn': '按开始时间排序“{summary}”（{count} 项）',
  },
  'buffer-behind': { en: 'Add a buffer of {length} behind “{task}”', 'zh-cn': '在“{task}”之后增加 {length} 缓冲' },
  'buffer-before': { en: 'Add a buffer of {length} before “{task}”', 'zh-cn': '在“{task}”之前增加 {length} 缓冲' },
  'buffer-of-phase': { en: 'Add a buffer of {length} to “{task}”', 'zh-cn': '为“{task}”增加 {length} 缓冲' },
  'split-task': { en: 'Split “{task}” into {first} and {second}', 'zh-cn': '将“{task}”拆分为 {first} 和 {second}' },
  'capture-baseline': { en: 'Capture a baseline “{id}” of all tasks', 'zh-cn': '将全部任务存为基准“{id}”' },
  'capture-baseline-file': {
    en: 'Capture a baseline “{id}” in the file {path}',
    'zh-cn': '将基准“{id}”存到文件 {path}',
  },
  'lag-to-task': {
    en: 'Turn the lag between “{predecessor}” and “{successor}” into a task',
    'zh-cn': '将“{predecessor}”与“{successor}”之间的延隔改为任务',
  },
  'level-plan': {
    en: 'Level resources ({count} moved): the plan finishes on {finish}',
    'zh-cn': '平衡资源（移动 {count} 个任务）：计划于 {finish} 完成',
  },
} satisfies Phrases;

/** Where nothing is known of a length or an id yet. */
export const shortTitles = {
  'level-plan': { en: 'Level resources', 'zh-cn': '平衡资源' },
  'buffer-behind': { en: 'Add a buffer behind “{task}”', 'zh-cn': '在“{task}”之后增加缓冲' },
  'buffer-before': { en: 'Add a buffer before “{task}”', 'zh-cn': '在“{task}”之前增加缓冲' },
  'buffer-of-phase': { en: 'Add a buffer to “{task}”', 'zh-cn': '为“{task}”增加缓冲' },
  'extract-phase': { en: 'Extract into a phase', 'zh-cn': '提取为阶段' },
  'extract-summary': { en: 'Extract into a summary', 'zh-cn': '提取为汇总任务' },
} satisfies Phrases;

export const refusalWords = {
  'brings-error': { en: 'The plan would have an error: “{rule}”.', 'zh-cn': '计划会因此出现错误：“{rule}”。' },
  'moves-task': {
    en: '“{task}” would move from {from} to {to}.',
    'zh-cn': '“{task}”的日期会从 {from} 变为 {to}。',
  },
  shared: {
    en: '“{task}” shares its text with other places (an anchor, an alias or a merge): what is changed here would change there.',
    'zh-cn': '“{task}”的文本与别处共用（锚点、别名或合并键）：改这里也会改到别处。',
  },
  'no-tasks-selected': {
    en: 'Select the tasks that are to go inside: whole lines will do.',
    'zh-cn': '请先选中要放进去的任务，选整行即可。',
  },
  'phases-selected': {
    en: 'A phase can’t stand inside another one: select tasks.',
    'zh-cn': '阶段不能放进别的阶段：请选择任务。',
  },
  'loses-keys': {
    en: 'What “{task}” says besides would be lost: {keys}. Move it to the tasks inside, or remove it first.',
    'zh-cn': '“{task}”自己写的内容会丢失：{keys}。请先移到其中的任务里，或先删除。',
  },
  'used-elsewhere': {
    en: '“{task}” is named by something else than a link: a risk, a change, a review. Name another task there first.',
    'zh-cn': '“{task}”在依赖之外还被引用（风险、变更或复盘）：请先在那里改指别的任务。',
  },
  'share-of-length': {
    en: 'The lag is a share of the length of “{predecessor}”: no figure says the same. Write it as a length of time first.',
    'zh-cn': '延隔是“{predecessor}”工期的百分比，没有等值的数字：请先改写为时长。',
  },
  'several-first': {
    en: 'Something starts with the first task of “{task}”, and several could be the first.',
    'zh-cn': '有任务随“{task}”中最先开始的任务开始，而可能最先开始的不止一个。',
  },
  'other-phases': {
    en: 'There are other phases, or tasks outside of phases: those of “{task}” would stand among them at another place.',
    'zh-cn': '还有其他阶段或阶段之外的任务：“{task}”中的任务会排到别的位置。',
  },
  'mixed-style': {
    en: 'The text here mixes styles in a way that can’t be rewritten in one step.',
    'zh-cn': '这里的书写方式混合，无法一步改写。',
  },
  elapsed: {
    en: '“{task}” goes on round the clock: nobody’s working time adds up to that.',
    'zh-cn': '“{task}”按日历时间连续进行，无法折算为人的工作时间。',
  },
  'comment-inside': {
    en: 'A comment stands inside the figures: it would be lost.',
    'zh-cn': '数字之间有注释，改写会丢失它。',
  },
  sequential: {
    en: 'The order of the text is the order of the work here (order: sequential).',
    'zh-cn': '这里文本的顺序就是工作的顺序（order: sequential）。',
  },
  'in-order': { en: 'They stand in the order of their start already.', 'zh-cn': '已经按开始时间排列。' },
  'has-begun': {
    en: '“{task}” has begun: what is reported as done can’t be shared out.',
    'zh-cn': '“{task}”已经开始：已填报的进展无法分摊。',
  },
  'fixed-dates': {
    en: 'The dates of “{task}” are fixed, or it is on hold: no part of it could move.',
    'zh-cn': '“{task}”的日期已固定或已暂停，各部分都无法移动。',
  },
  'linked-ends': {
    en: '“{task}” has links to its finish or from its start that belong to neither part alone.',
    'zh-cn': '“{task}”有指向完成或源自开始的依赖，无法只归其中一部分。',
  },
  'a-lead': { en: 'This is a lead: it takes time away.', 'zh-cn': '这是提前量，不是等待时间。' },
  'lag-of-phase': {
    en: '“{task}” is a phase: a task can’t stand beside it. Put the lag on the tasks inside.',
    'zh-cn': '“{task}”是阶段，旁边不能放任务：请把延隔写到其中的任务上。',
  },
  subplan: {
    en: 'The predecessor is a task of another plan.',
    'zh-cn': '前置任务属于另一份计划。',
  },
  'has-buffer': { en: '“{task}” has a buffer already.', 'zh-cn': '“{task}”已有缓冲。' },
  'no-overload': {
    en: 'Nobody and nothing is needed for more at once than there is.',
    'zh-cn': '没有人员或设备超负荷。',
  },
  'nothing-to-delay': {
    en: 'What is too much at once has dates of its own, has begun, or would miss its “latest”: nothing can be moved.',
    'zh-cn': '超负荷的工作日期已固定、已经开始，或推后会超过自己的 latest，无法移动。',
  },
  'no-chain': {
    en: 'There is no chain of work before it that a buffer could protect.',
    'zh-cn': '它之前没有可供缓冲保护的工作。',
  },
} satisfies Phrases;
