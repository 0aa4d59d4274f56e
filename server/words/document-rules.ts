// What the rules about the document say: what could not be read, and how it is written right.
import type { ProblemMessage } from '../plan/problem-codes.ts';
import type { Phrase, Phrases } from './words.ts';

/** Every problem that the plan floor can report has words: a missing one is a type error. */
const problemWords: Readonly<Record<ProblemMessage, Phrase>> = {
  'yaml-syntax.text-needs-quotes': {
    en: 'A text can’t begin with “{character}”: YAML gives that character a meaning of its own. Put the text in quotes.',
    'zh-cn': '文本不能以“{character}”开头：它在 YAML 中有特殊含义。请给文本加上引号。',
  },
  'yaml-syntax.tab': {
    en: 'This line is indented with a tab. YAML only takes spaces: use two for each level.',
    'zh-cn': '这一行用制表符缩进，而 YAML 只接受空格。请每级用两个空格。',
  },
  'yaml-syntax.colon-without-space': {
    en: 'Write a space behind the colon of “{key}:”; without it this is one text and no key.',
    'zh-cn': '请在“{key}:”的冒号后加一个空格；否则它只是一段文本，而不是键。',
  },
  'yaml-syntax.key-is-no-text': {
    en: 'A list or a group of keys can’t be a key itself. Write a plain text before the colon.',
    'zh-cn': '列表或一组键不能作为键。冒号前请写普通文本。',
  },
  'flow-comma.list': {
    en: 'The comma ends the value here, so “{text}” is not part of it. Several values need brackets.',
    'zh-cn': '值在逗号处就结束了，“{text}”不属于它。多个值要写在方括号里。',
  },
  'flow-comma.number': {
    en: 'The comma cuts the number “{text}”. Write it without commas; underscores may group the digits.',
    'zh-cn': '逗号把数字“{text}”切断了。请去掉逗号；可以用下划线分组。',
  },
  'flow-comma.text': {
    en: 'The comma ends the text here, so “{text}” is not part of it. Put the whole text in quotes.',
    'zh-cn': '文本在逗号处就结束了，“{text}”不属于它。请给整段文本加上引号。',
  },
  'fullwidth-punctuation.colon': {
    en: 'The full-width colon “：” behind “{key}” makes no key. Write “: ” (colon and space).',
    'zh-cn': '“{key}”后面是全角冒号“：”，不会被当作键。请写半角冒号加空格“: ”。',
  },
  'fullwidth-punctuation.comma': {
    en: 'The full-width comma “，” separates nothing: “{text}” is read as one value. Write “, ”.',
    'zh-cn': '全角逗号“，”不起分隔作用：“{text}”被当成一个值。请写半角逗号“, ”。',
  },
  'shorthand-with-keys.keys': {
    en: 'The short form “{text}” takes no keys below it. Write it as “{field}: {text}” among them.',
    'zh-cn': '简写“{text}”下面不能再有键。请把它写成其中的一个键“{field}: {text}”。',
  },
  'text-cut-by-comment.comment': {
    en: 'The text ends at “ #”: “{comment}” is a comment. If it belongs to the text, put the whole text in quotes.',
    'zh-cn': '文本在“ #”处结束，“{comment}”成了注释。如果它属于文本，请给整段文本加上引号。',
  },
  'ambiguous-percent.fraction': {
    en: '“{text}” stands where a percentage belongs: is it a fraction, or {text} percent? Write it with a percent sign.',
    'zh-cn': '这里应写百分比，而“{text}”可能是小数，也可能是百分之 {text}。请写明百分号。',
  },

  'schema.unknown-key': { en: 'A {of} has no key “{key}”.', 'zh-cn': '{of}没有“{key}”这个键。' },
  'schema.synonym': {
    en: '“{key}” is another tool’s word; here a {of} says “{ours}”.',
    'zh-cn': '“{key}”是其他工具的写法；这里{of}用“{ours}”。',
  },
  'schema.missing-key': { en: 'This {of} needs the key “{key}”.', 'zh-cn': '这个{of}缺少“{key}”。' },
  'schema.missing-duration': {
    en: '“{id}” does not say how long it takes. Give it a duration, an effort or an estimate (it is drawn as 1d), or make it a milestone.',
    'zh-cn': '“{id}”没有说明需要多长时间。请写 duration、effort 或 estimate（暂按 1d 绘制），或设为里程碑。',
  },
  'schema.missing-value': { en: '“{key}” has no value yet.', 'zh-cn': '“{key}”还没有值。' },
  'schema.wants-value': {
    en: '“{key}” takes one value, not a list or a group of keys.',
    'zh-cn': '“{key}”只接受一个值，不能是列表或一组键。',
  },
  'schema.wants-list': {
    en: '“{key}” takes a list: “[a, b]”, or lines that begin with “- ”.',
    'zh-cn': '“{key}”应为列表：写成“[a, b]”，或每行以“- ”开头。',
  },
  'schema.wants-keys': {
    en: '“{key}” holds keys, each on a line of its own below it.',
    'zh-cn': '“{key}”下面应是一组键，每行一个。',
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
  'schema.too-few': { en: '“{key}” needs at least {limit}.', 'zh-cn': '“{key}”至少需要 {limit} 个。' },
  'schema.too-many': { en: '“{key}” takes at most {limit}.', 'zh-cn': '“{key}”最多 {limit} 个。' },
  'schema.keys-exclude': {
    en: '“{key}” and “{other}” exclude each other. Keep one.',
    'zh-cn': '“{key}”与“{other}”不能同时出现，请保留一个。',
  },
  'schema.key-needs': {
    en: '“{key}” says nothing without “{other}”.',
    'zh-cn': '“{key}”需要与“{other}”一起写才有意义。',
  },
  'schema.refused': { en: '“{key}” can’t be “{text}”.', 'zh-cn': '“{key}”不能是“{text}”。' },
  'schema.not-on-summary': {
    en: '“{id}” is a summary: “{key}” comes from the tasks inside it and can’t be set on it.',
    'zh-cn': '“{id}”是汇总任务，“{key}”由其中的任务得出，不能写在它上面。',
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
  'schema.not-a-number': { en: '“{text}” is not a number.', 'zh-cn': '“{text}”不是数字。' },
  'schema.not-an-integer': { en: '“{text}” is not a whole number.', 'zh-cn': '“{text}”不是整数。' },
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
  'schema.negative-money': { en: 'An amount can’t be below zero: “{text}”.', 'zh-cn': '金额不能小于零：“{text}”。' },
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
    en: 'Nobody works in “{text}”: it begins and ends at the same time.',
    'zh-cn': '“{text}”开始与结束相同，没有工作时间。',
  },
  'schema.intervals-overlap': { en: '“{text}” overlaps the hours before it.', 'zh-cn': '“{text}”与前面的时段重叠。' },
  'schema.not-weekdays': {
    en: '“{text}” names no weekdays. Write mon-fri, or a list such as [mon, wed].',
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
  'schema.not-a-path': {
    en: '“{text}” is not the path of a file beside this plan.',
    'zh-cn': '“{text}”不是本计划旁边的文件路径。',
  },
  'schema.not-a-url': {
    en: '“{text}” is not an address, such as https://example.org.',
    'zh-cn': '“{text}”不是网址，例如 https://example.org。',
  },

  'invalid-date.not-a-date': {
    en: '“{text}” is not a date. Write 2026-03-02, or 2026-03-02 14:00.',
    'zh-cn': '“{text}”不是日期。请写 2026-03-02 或 2026-03-02 14:00。',
  },
  'invalid-date.no-month': {
    en: 'There is no month {month}. A date is year-month-day, such as 2026-03-02.',
    'zh-cn': '没有 {month} 月。日期按“年-月-日”写，如 2026-03-02。',
  },
  'invalid-date.no-day': {
    en: 'There is no day {day} in month {month} of {year}: it has {days} days.',
    'zh-cn': '{year} 年 {month} 月没有 {day} 日，只有 {days} 天。',
  },
  'invalid-date.no-time': {
    en: '“{text}” is no time of day. Times go from 00:00 to 24:00.',
    'zh-cn': '“{text}”不是一天中的时刻。时刻从 00:00 到 24:00。',
  },
  'invalid-date.day-or-month-first': {
    en: 'Day first or month first? “{text}” can be both. Write year-month-day, such as 2026-03-02.',
    'zh-cn': '“{text}”是日在前还是月在前？请按“年-月-日”写，如 2026-03-02。',
  },
  'invalid-date.no-year': {
    en: '“{text}” has no year. Write it in full, such as 2026-03-02.',
    'zh-cn': '“{text}”缺少年份。请写完整，如 2026-03-02。',
  },
  'invalid-date.with-zone': {
    en: '“{text}” names a time zone; all times are of the plan’s zone. Leave it out.',
    'zh-cn': '“{text}”带有时区，而计划中的时刻都用计划的时区。请去掉。',
  },
  'invalid-date.not-a-range': {
    en: '“{text}” is not a range of days. Write 2026-03-02..2026-03-06, both ends inside.',
    'zh-cn': '“{text}”不是日期区间。请写 2026-03-02..2026-03-06，两端都包含。',
  },

  'invalid-duration.not-a-duration': {
    en: '“{text}” is not a duration. Write 30m, 4h, 3d, 2w, 1mo, or 1w 2d.',
    'zh-cn': '“{text}”不是工期。请写 30m、4h、3d、2w、1mo 或 1w 2d。',
  },
  'invalid-duration.no-unit': {
    en: '“{text}” of what? Add a unit: m, h, d, w or mo.',
    'zh-cn': '“{text}”缺少单位。请加上 m、h、d、w 或 mo。',
  },
  'invalid-duration.unknown-unit': {
    en: '“{unit}” is no unit of time. The units are m, h, d, w and mo.',
    'zh-cn': '“{unit}”不是时间单位。可用 m、h、d、w、mo。',
  },
  'invalid-duration.ambiguous-unit': {
    en: '“{text}”: months or minutes? Write mo for months, m for minutes.',
    'zh-cn': '“{text}”是月还是分钟？月写 mo，分钟写 m。',
  },
  'invalid-duration.mixed-elapsed': {
    en: '“{text}” mixes working time and elapsed time. Use one of the two throughout.',
    'zh-cn': '“{text}”混用了工作时间和日历时间。请统一用一种。',
  },
  'invalid-duration.negative': {
    en: '“{text}” is below zero; work can’t take less than no time.',
    'zh-cn': '“{text}”小于零，工作时间不能为负。',
  },
  'invalid-duration.decimal-comma': { en: 'Write “{text}” with a decimal point.', 'zh-cn': '“{text}”请用小数点书写。' },
  'invalid-duration.too-long': {
    en: '“{text}” is longer than any plan. Is there a digit too many?',
    'zh-cn': '“{text}”比任何计划都长，是不是多写了数字？',
  },
  'invalid-duration.elapsed-work': {
    en: 'Effort is people’s working time; “{text}” is time on the clock. Leave out the e.',
    'zh-cn': '工作量是人的工作时间，而“{text}”是日历时间。请去掉 e。',
  },

  'invalid-link.not-a-link': {
    en: '“{text}” is not a link. Write the id of a task, with type and lag where needed: design FS + 2d.',
    'zh-cn': '“{text}”不是依赖。请写任务的标识，需要时加类型和延隔：design FS + 2d。',
  },
  'invalid-link.no-target': {
    en: '“{text}” does not say which task it means. Put the id first.',
    'zh-cn': '“{text}”没有说明是哪个任务。请先写标识。',
  },
  'invalid-link.unknown-type': {
    en: '“{type}” is no type of link. The types are FS, SS, FF and SF.',
    'zh-cn': '“{type}”不是依赖类型。可用 FS、SS、FF、SF。',
  },
  'invalid-link.bad-lag': {
    en: 'The lag “{lag}” can’t be read. Write + 2d, - 1d, + 3ed or + 50%.',
    'zh-cn': '延隔“{lag}”无法识别。请写 + 2d、- 1d、+ 3ed 或 + 50%。',
  },
  'invalid-link.lag-without-unit': {
    en: 'The lag “{lag}” has no unit. Write + 2d for two days.',
    'zh-cn': '延隔“{lag}”缺少单位。两天写 + 2d。',
  },
  'invalid-link.lag-without-sign': {
    en: 'Write a + or - before the lag “{lag}”.',
    'zh-cn': '请在延隔“{lag}”前写 + 或 -。',
  },
  'invalid-link.lag-too-long': {
    en: 'The lag in “{text}” is longer than any plan.',
    'zh-cn': '“{text}”中的延隔比任何计划都长。',
  },
  'invalid-link.extra-text': {
    en: '“{extra}” behind the link means nothing. A link is an id, a type and a lag.',
    'zh-cn': '依赖后面的“{extra}”没有意义。依赖由标识、类型和延隔组成。',
  },
  'invalid-link.into-subplan': {
    en: '“{text}” leads into a subplan. Its dates are facts here: links come out of it, none go in.',
    'zh-cn': '“{text}”指向子计划内部。子计划的日期在这里是既定的：可以依赖它，但不能让它等待。',
  },

  'invalid-cadence.not-a-cadence': {
    en: '“{text}” is not a cadence. Write daily, weekly on mon 10:00, every 2w on fri, or monthly on last fri.',
    'zh-cn': '“{text}”不是周期。请写 daily、weekly on mon 10:00、every 2w on fri 或 monthly on last fri。',
  },
  'invalid-cadence.unknown-weekday': {
    en: '“{text}” is no weekday. They are mon, tue, wed, thu, fri, sat, sun.',
    'zh-cn': '“{text}”不是星期。可写 mon、tue、wed、thu、fri、sat、sun。',
  },
  'invalid-cadence.no-time': { en: '“{text}” is no time of day.', 'zh-cn': '“{text}”不是一天中的时刻。' },
  'invalid-cadence.no-interval': {
    en: '“{text}” does not say how often. Write every 2w, for instance.',
    'zh-cn': '“{text}”没有说明间隔。例如写 every 2w。',
  },
  'invalid-cadence.no-day-of-month': {
    en: '“{text}” is no day of a month.',
    'zh-cn': '“{text}”不是一个月中的某一天。',
  },
  'invalid-cadence.which-weekday': {
    en: '“{text}”: which one of the month? Write monthly on first fri, or on last fri.',
    'zh-cn': '“{text}”是当月第几个？请写 monthly on first fri 或 last fri。',
  },

  'duplicate-id.task': {
    en: 'The id “{id}” is taken already. Links could not tell the two apart: give one another id.',
    'zh-cn': '标识“{id}”已被使用，依赖无法区分两者。请给其中一个换标识。',
  },
  'duplicate-id.phase-and-task': {
    en: '“{id}” is the id of a phase and of a task. Give one of them another id.',
    'zh-cn': '“{id}”既是阶段又是任务的标识。请给其中一个换标识。',
  },
  'duplicate-id.other': {
    en: '“{id}” stands twice here; only the last one counts. Remove one or rename it.',
    'zh-cn': '“{id}”在这里出现两次，只有最后一个有效。请删除或改名。',
  },

  'unknown-reference.task': { en: 'No task or phase has the id “{id}”.', 'zh-cn': '没有标识为“{id}”的任务或阶段。' },
  'unknown-reference.task-of-phase': {
    en: 'The phase “{phase}” has no task “{id}”.',
    'zh-cn': '阶段“{phase}”中没有任务“{id}”。',
  },
  'unknown-reference.ambiguous-task': {
    en: 'Several tasks have the id “{id}”. Say which one: {candidates}.',
    'zh-cn': '有多个任务的标识是“{id}”，请指明是哪个：{candidates}。',
  },
  'unknown-reference.lead-read-as-id': {
    en: '“{id}” is read as one id. For a lead on “{target}” write a space or a type before the minus.',
    'zh-cn': '“{id}”被当成一个标识。要表示“{target}”的提前量，请在减号前加空格或类型。',
  },
  'unknown-reference.person': { en: 'Nobody in “team” has the id “{id}”.', 'zh-cn': 'team 中没有“{id}”这个人。' },
  'unknown-reference.stakeholder': {
    en: 'Neither “team” nor “stakeholders” has “{id}”.',
    'zh-cn': 'team 和 stakeholders 中都没有“{id}”。',
  },
  'unknown-reference.resource': {
    en: '“team” and “resources” have no “{id}”.',
    'zh-cn': 'team 和 resources 中没有“{id}”。',
  },
  'unknown-reference.calendar': { en: '“calendars” has no calendar “{id}”.', 'zh-cn': 'calendars 中没有日历“{id}”。' },
  'unknown-reference.goal': { en: '“goals” has no goal “{id}”.', 'zh-cn': 'goals 中没有目标“{id}”。' },
  'unknown-reference.kpi': { en: '“kpis” has no figure “{id}”.', 'zh-cn': 'kpis 中没有指标“{id}”。' },
  'unknown-reference.risk': { en: '“risks” has no risk “{id}”.', 'zh-cn': 'risks 中没有风险“{id}”。' },
  'unknown-reference.subplan': { en: '“subplans” has no plan “{id}”.', 'zh-cn': 'subplans 中没有子计划“{id}”。' },
  'unknown-reference.decision': { en: '“decisions” has no level “{id}”.', 'zh-cn': 'decisions 中没有“{id}”。' },
  'unknown-reference.baseline': { en: '“baselines” has no baseline “{id}”.', 'zh-cn': 'baselines 中没有基线“{id}”。' },
  'unknown-reference.skill': { en: 'Nobody in “team” has the skill “{id}”.', 'zh-cn': 'team 中没有人具备技能“{id}”。' },
  'unknown-reference.phase': { en: '“phases” has no phase “{id}”.', 'zh-cn': 'phases 中没有阶段“{id}”。' },
  'unknown-reference.calendar-extends-itself': {
    en: 'The calendar “{id}” extends itself, so it has no hours to begin with. Let it extend another one.',
    'zh-cn': '日历“{id}”继承自身，没有可用的工时。请改为继承其他日历。',
  },

  'include-not-found.missing': { en: 'There is no file “{path}”.', 'zh-cn': '没有文件“{path}”。' },
  'include-not-found.outside': {
    en: '“{path}” lies outside the workspace and is not read.',
    'zh-cn': '“{path}”在工作区之外，不会读取。',
  },
  'include-not-found.unreadable': { en: '“{path}” can’t be read.', 'zh-cn': '“{path}”无法读取。' },
  'include-not-found.too-large': { en: '“{path}” is too large to be read.', 'zh-cn': '“{path}”太大，无法读取。' },
  'include-not-found.broken': {
    en: '“{path}” is broken at line {line}. Open it to see what is wrong.',
    'zh-cn': '“{path}”在第 {line} 行有语法错误。请打开查看。',
  },
  'include-not-found.not-keys': { en: '“{path}” holds no keys of a plan.', 'zh-cn': '“{path}”里没有计划的键。' },
  'include-cycle.cycle': {
    en: '“{path}” leads back to this file. Take one of the two out.',
    'zh-cn': '“{path}”又引回本文件。请去掉其中一处。',
  },

  'deprecated-key.renamed': { en: '“{key}” is the old name of “{ours}”.', 'zh-cn': '“{key}”是“{ours}”的旧名称。' },
  'deprecated-key.gone': { en: '“{key}” means nothing any more. Remove it.', 'zh-cn': '“{key}”已不再使用，请删除。' },
};

export const documentRuleWords = {
  ...problemWords,
  'did-you-mean': { en: 'Did you mean “{meant}”?', 'zh-cn': '是否想写“{meant}”？' },
  'first-place': { en: 'The other place', 'zh-cn': '另一处' },
  'schema.unknown-rule': { en: 'There is no rule “{text}”.', 'zh-cn': '没有“{text}”这条规则。' },
  'schema.bad-severity': {
    en: '“{text}” is no severity. “{rule}” can be one of: {known}.',
    'zh-cn': '“{text}”不是严重程度。“{rule}”可设为：{known}。',
  },
  'schema.unknown-parameter': {
    en: 'The rule “{rule}” has no parameter “{text}”. It has: {known}.',
    'zh-cn': '规则“{rule}”没有参数“{text}”。可用：{known}。',
  },
  'schema.bad-parameter.duration': {
    en: '“{parameter}” of “{rule}” is a duration, such as {default}; “{text}” is not.',
    'zh-cn': '“{rule}”的“{parameter}”应为时长，例如 {default}，而不是“{text}”。',
  },
  'schema.bad-parameter.percent': {
    en: '“{parameter}” of “{rule}” is a percentage, such as {default}; “{text}” is not.',
    'zh-cn': '“{rule}”的“{parameter}”应为百分比，例如 {default}，而不是“{text}”。',
  },
  'schema.bad-parameter.number': {
    en: '“{parameter}” of “{rule}” is a number, such as {default}; “{text}” is not.',
    'zh-cn': '“{rule}”的“{parameter}”应为数字，例如 {default}，而不是“{text}”。',
  },

  'unused-definition.calendar': { en: 'Nothing uses the calendar “{id}”.', 'zh-cn': '日历“{id}”没有被使用。' },
  'unused-definition.person': {
    en: 'No work, meeting or role names “{id}”.',
    'zh-cn': '没有任何工作、会议或角色用到“{id}”。',
  },
  'unused-definition.risk': {
    en: 'The risk “{id}” threatens no task: name the tasks, or remove it.',
    'zh-cn': '风险“{id}”没有关联任何任务：请写明任务，或删除。',
  },
  'unused-definition.skill': { en: 'No task asks for the skill “{id}”.', 'zh-cn': '没有任务需要技能“{id}”。' },
} satisfies Phrases;
