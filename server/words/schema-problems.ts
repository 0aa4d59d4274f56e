// What is said of keys and values that the schema refuses.
import type { ProblemMessage } from '../plan/problem-codes.ts';
import type { Phrase } from './words.ts';

/** Every problem of the plan floor has words: a missing one is a type error. */
export const schemaProblemWords: Readonly<Record<Extract<ProblemMessage, `schema.${string}`>, Phrase>> = {
  'schema.unknown-key': { en: 'A {of} has no key “{key}”.', 'zh-cn': '{of}没有“{key}”这个键。' },
  'schema.section-as-entry': {
    en: '“{key}” is taken for a {of} here. It is a key of the plan: write it at the left edge.',
    'zh-cn': '“{key}”在这里被当成了一个{of}。它是计划的键，请写在最左边。',
  },
  'schema.key-as-entry': {
    en: '“{key}” is taken for a {of} here. It is a key of one: indent it below the {of} that it belongs to.',
    'zh-cn': '“{key}”在这里被当成了一个{of}。它是{of}的键，请缩进到所属{of}的下面。',
  },
  'schema.either-as-entry': {
    en: '“{key}” is taken for a {of} here. It is a key: of a {of}, to be indented below that, or of the plan, to be written at the left edge.',
    'zh-cn': '“{key}”在这里被当成了一个{of}。它是一个键：属于某个{of}时请缩进到其下面，属于计划时请写在最左边。',
  },
  'schema.key-of-plan': {
    en: 'A {of} has no key “{key}”. It is a key of the plan: write it at the left edge.',
    'zh-cn': '{of}没有“{key}”这个键。它是计划的键，请写在最左边。',
  },
  'schema.key-of-task': {
    en: 'A {of} has no key “{key}”. It is a key of a task: indent it below the one that it belongs to.',
    'zh-cn': '{of}没有“{key}”这个键。它是任务的键，请缩进到所属任务的下面。',
  },
  'schema.key-of-phase': {
    en: 'A {of} has no key “{key}”. It is a key of a phase: write it in one, below “phases”.',
    'zh-cn': '{of}没有“{key}”这个键。它是阶段的键，请写在 phases 下的阶段里。',
  },
  'schema.synonym': {
    en: '“{key}” is another tool’s word; here a {of} says “{ours}”.',
    'zh-cn': '“{key}”是其他工具的写法；这里{of}用“{ours}”。',
  },
  'schema.missing-key': { en: 'This {of} needs the key “{key}”.', 'zh-cn': '这个{of}缺少“{key}”。' },
  'schema.missing-either': {
    en: 'This {of} needs the key “{other}” or “{key}”.',
    'zh-cn': '这个{of}缺少“{other}”或“{key}”。',
  },
  'schema.missing-duration': {
    en: '“{id}” does not say how long it takes. Give it a duration, an effort or an estimate (it is drawn as 1d), or make it a milestone.',
    'zh-cn': '“{id}”没有说明需要多长时间。请写 duration、effort 或 estimate（暂按 1d 绘制），或设为里程碑。',
  },
  'schema.missing-value': {
    en: '“{key}” has no value yet. Write one behind the colon, or remove the key.',
    'zh-cn': '“{key}”还没有值。请在冒号后写上，或删除这个键。',
  },
  'schema.wants-value': {
    en: '“{key}” takes one value, not a list or a group of keys.',
    'zh-cn': '“{key}”只接受一个值，不能是列表或一组键。',
  },
  'schema.items-want-values': {
    en: 'Each entry of “{key}” is one value, not a list or a group of keys.',
    'zh-cn': '“{key}”的每一项都是一个值，不能是列表或一组键。',
  },
  'schema.wants-list': {
    en: '“{key}” takes a list: “[a, b]”, or lines that begin with “- ”.',
    'zh-cn': '“{key}”应为列表：写成“[a, b]”，或每行以“- ”开头。',
  },
  'schema.wants-keys': {
    en: '“{key}” holds keys, each on a line of its own below it.',
    'zh-cn': '“{key}”下面应是一组键，每行一个。',
  },
  'schema.wants-ids': {
    en: '“{key}” is a list here. Each {of} stands under an id of its own, by which it can be named: “id:” in place of “- ”.',
    'zh-cn': '“{key}”在这里写成了列表。每个{of}都要写在自己的标识下，供别处引用：把“- ”换成“标识:”。',
  },
  'schema.bad-enum': {
    en: '“{key}” can’t be “{text}”. It is one of: {values}.',
    'zh-cn': '“{key}”不能是“{text}”，可选：{values}。',
  },
  'schema.below-minimum': {
    en: '“{key}” is {text}; the least it can be is {limit}.',
    'zh-cn': '“{key}”为 {text}，不能小于 {limit}。',
  },
  'schema.above-maximum': {
    en: '“{key}” is {text}; the most it can be is {limit}.',
    'zh-cn': '“{key}”为 {text}，不能大于 {limit}。',
  },
  'schema.keys-exclude': {
    en: '“{key}” and “{other}” exclude each other. Keep one.',
    'zh-cn': '“{key}”与“{other}”不能同时出现，请保留一个。',
  },
  'schema.key-needs': {
    en: '“{key}” says nothing without “{other}”. Write both, or neither.',
    'zh-cn': '“{key}”需要与“{other}”一起写才有意义。请两个都写，或都不写。',
  },
  'schema.not-on-summary': {
    en: '“{id}” is a summary: “{key}” comes from the tasks inside it and can’t be set on it. Remove it here, or write it on one of them.',
    'zh-cn': '“{id}”是汇总任务，“{key}”由其中的任务得出，不能写在它上面。请在此删除，或写到其中的任务上。',
  },
  'schema.not-on-repeated': {
    en: '“{id}” repeats: “{key}” is not that of each time, and is not read. A time is done once it lies before the status date. Remove it.',
    'zh-cn': '“{id}”是重复的任务，“{key}”不能代表其中每一次，不会读取。早于状态日期的每一次都算完成。请删除。',
  },
  'schema.too-many-instances': {
    en: 'This repeats more than {limit} times. Only the first {limit} are scheduled; end it earlier.',
    'zh-cn': '重复次数超过 {limit}，只排前 {limit} 次。请提前结束重复。',
  },
  'schema.copied-subtasks': {
    en: 'The alias would put the subtasks of “{id}”, and so their ids, in the plan a second time. Write them out with ids of their own.',
    'zh-cn': '这个别名会把“{id}”的子任务及其标识再写一遍。请用各自的标识写出来。',
  },
  'schema.not-an-id': {
    en: '“{text}” can’t be an id. Ids are made of letters and digits of any script, “_”, “-” and “.”; the text to show goes in “name”.',
    'zh-cn': '“{text}”不能作为标识。标识由任何文字的字母、数字、“_”、“-”和“.”组成；要显示的文字请写在 name 里。',
  },
  'schema.not-a-number': {
    en: '“{text}” is not a number. Write it in digits, such as 12.',
    'zh-cn': '“{text}”不是数字。请用数字书写，例如 12。',
  },
  'schema.not-an-integer': { en: '“{text}” is not a whole number, such as 3.', 'zh-cn': '“{text}”不是整数，例如 3。' },
  'schema.not-a-boolean': { en: '“{text}” is neither true nor false.', 'zh-cn': '“{text}”不是 true 或 false。' },
  'schema.not-a-percent': {
    en: '“{text}” is not a percentage, such as 40%.',
    'zh-cn': '“{text}”不是百分比，例如 40%。',
  },
  'schema.percent-range': {
    en: 'A percentage lies between 0 and 100; “{text}” does not.',
    'zh-cn': '百分比应在 0 到 100 之间，“{text}”不在其中。',
  },
  'schema.not-money': {
    en: '“{text}” is not an amount of money, such as 1200 or 1_200.50.',
    'zh-cn': '“{text}”不是金额，例如 1200 或 1_200.50。',
  },
  'schema.currency-in-money': {
    en: 'Amounts are in the plan’s currency: write the number without “{currency}”.',
    'zh-cn': '金额一律用计划的货币：请只写数字，去掉“{currency}”。',
  },
  'schema.negative-money': {
    en: 'An amount can’t be below zero, as “{text}” is.',
    'zh-cn': '金额不能小于零，而这里是“{text}”。',
  },
  'schema.not-a-rate': {
    en: '“{text}” is not a rate, such as 800/d, 100/h or 5000/mo.',
    'zh-cn': '“{text}”不是费率，例如 800/d、100/h、5000/mo。',
  },
  'schema.rate-without-unit': {
    en: '“{text}” for how long? Write 800/d, 100/h or 5000/mo.',
    'zh-cn': '“{text}”是每多久的费率？请写 800/d、100/h 或 5000/mo。',
  },
  'schema.not-an-assignment': {
    en: '“{text}” is not an assignment. Write li, li 50%, crane x2 or concrete 40t.',
    'zh-cn': '“{text}”不是分配。请写 li、li 50%、crane x2 或 concrete 40t。',
  },
  'schema.assignment-without-unit': {
    en: 'What does the number in “{text}” count? Write {who} 50% for a share, {who} x2 for pieces, {who} 40t for an amount.',
    'zh-cn': '“{text}”中的数字指什么？份额写 {who} 50%，件数写 {who} x2，数量写 {who} 40t。',
  },
  'schema.not-a-measure': {
    en: '“{text}” is not a figure, such as 200 or 60%.',
    'zh-cn': '“{text}”不是数值，例如 200 或 60%。',
  },
  'schema.not-an-interval': {
    en: '“{text}” is not a span of hours, such as 09:00-17:30.',
    'zh-cn': '“{text}”不是时段，例如 09:00-17:30。',
  },
  'schema.empty-interval': {
    en: 'Nobody works in “{text}”: it begins and ends at the same time. Write two times, such as 09:00-17:30; a day off has no hours: [].',
    'zh-cn': '“{text}”开始与结束相同，没有工作时间。请写两个时刻，如 09:00-17:30；休息日写 []。',
  },
  'schema.intervals-overlap': {
    en: '“{text}” overlaps the hours before it. Let it begin where they end.',
    'zh-cn': '“{text}”与前面的时段重叠。请从前一时段结束时开始。',
  },
  'schema.not-weekdays': {
    en: '“{text}” is not a row of weekdays. Write mon-fri, or a list such as [mon, wed].',
    'zh-cn': '“{text}”不是星期。请写 mon-fri，或列表如 [mon, wed]。',
  },
  'schema.unknown-weekday': {
    en: '“{text}” is no weekday. They are mon, tue, wed, thu, fri, sat, sun.',
    'zh-cn': '“{text}”不是星期。可写 mon、tue、wed、thu、fri、sat、sun。',
  },
  'schema.unknown-timezone': {
    en: '“{text}” is no time zone, such as Europe/Berlin or Asia/Shanghai.',
    'zh-cn': '“{text}”不是时区，例如 Asia/Shanghai 或 Europe/Berlin。',
  },
  'schema.not-a-country': {
    en: '“{text}” is no country whose holidays are known. Write its code, such as CN, DE or US.',
    'zh-cn': '“{text}”不是已知节假日的国家或地区。请写代码，如 CN、DE、US。',
  },
  'schema.not-a-plan': {
    en: 'A plan is made of keys with values. Begin with “name:”, “start:” and “tasks:”.',
    'zh-cn': '计划由键和值组成。请从“name:”“start:”“tasks:”写起。',
  },
  'schema.not-a-path': {
    en: '“{text}” is not the path of a file. Write it as seen from this plan’s folder, with “/”, such as shared/people.yaml.',
    'zh-cn': '“{text}”不是文件路径。请写相对于本计划所在文件夹的路径，用“/”分隔，如 shared/people.yaml。',
  },
  'schema.not-a-url': {
    en: '“{text}” is not an address, such as https://example.org.',
    'zh-cn': '“{text}”不是网址，例如 https://example.org。',
  },
};
