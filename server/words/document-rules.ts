// What the rules about the document say: what could not be read, and how it is written right.
import type { ProblemMessage } from '../plan/problem-codes.ts';
import { scalarProblemWords } from './scalar-problems.ts';
import { schemaProblemWords } from './schema-problems.ts';
import type { Phrase, Phrases } from './words.ts';

/** Every problem of the plan floor has words: a missing one is a type error. */
const problemWords: Readonly<Record<Exclude<ProblemMessage, `schema.${string}` | `invalid-${string}`>, Phrase>> = {
  'yaml-syntax.text-needs-quotes': {
    en: 'A text can’t begin with “{character}”: YAML gives that character a meaning of its own. Put the text in quotes.',
    'zh-cn': '文本不能以“{character}”开头：它在 YAML 中有特殊含义。请给文本加上引号。',
  },
  'yaml-syntax.quote-in-text': {
    en: 'The quote {quote} inside {text} ends the text there. Put the text in double quotes; a double quote inside is written \\".',
    'zh-cn': '{text} 里的引号 {quote} 在那里就结束了文本。请用双引号括住整段文本，里面的双引号写成 \\"。',
  },
  'yaml-syntax.colon-in-text': {
    en: 'The colon and the space in “{text}” would make a key in the middle of the text. Put the whole text in quotes.',
    'zh-cn': '“{text}”里的冒号加空格会被当成一个键。请给整段文本加上引号。',
  },
  'yaml-syntax.tab': {
    en: 'This line is indented with a tab. YAML only takes spaces: use two for each level.',
    'zh-cn': '这一行用制表符缩进，而 YAML 只接受空格。请每级用两个空格。',
  },
  'yaml-syntax.colon-without-space': {
    en: 'Write a space behind the colon of “{key}:”; without it this is one text and no key.',
    'zh-cn': '请在“{key}:”的冒号后加一个空格；否则它只是一段文本，而不是键。',
  },
  'flow-comma.list': {
    en: 'The comma ends the value here, so “{text}” is not part of it. Several values need brackets.',
    'zh-cn': '值在逗号处就结束了，“{text}”不属于它。多个值要写在方括号里。',
  },
  'flow-comma.no-brackets': {
    en: '“{text}” is read as one value: a comma makes no list. Several values need brackets: {list}.',
    'zh-cn': '“{text}”被当成一个值，逗号不构成列表。多个值要写在方括号里：{list}。',
  },
  'flow-comma.item': {
    en: '“{text}” is read as one value: a comma makes no list. Give each value a line and a “- ” of its own.',
    'zh-cn': '“{text}”被当成一个值，逗号不构成列表。请让每个值各占一行，前面写“- ”。',
  },
  'flow-comma.number': {
    en: 'The comma cuts the number “{text}”. Write it without commas, and decimals behind a point.',
    'zh-cn': '逗号把数字“{text}”切断了。请去掉逗号，小数点用“.”。',
  },
  'flow-comma.text': {
    en: 'The comma ends the text here, so “{text}” is not part of it. Put the whole text in quotes.',
    'zh-cn': '文本在逗号处就结束了，“{text}”不属于它。请给整段文本加上引号。',
  },
  'flow-comma.value': {
    en: 'The comma ends the value here: “{text}” is neither part of it nor a key. Remove it, or write one value without commas.',
    'zh-cn': '值在逗号处就结束了，“{text}”既不属于它，也不是一个键。请删除，或把值写成不带逗号的形式。',
  },
  'fullwidth-punctuation.colon': {
    en: 'The full-width colon “：” behind “{key}” makes no key. Write “: ” (colon and space).',
    'zh-cn': '“{key}”后面是全角冒号“：”，不会被当作键。请写半角冒号加空格“: ”。',
  },
  'fullwidth-punctuation.comma': {
    en: '“{sign}” separates nothing here: “{text}” is read as one value. Write “, ”.',
    'zh-cn': '“{sign}”在这里不起分隔作用：“{text}”被当成一个值。请写半角逗号“, ”。',
  },
  'fullwidth-punctuation.space': {
    en: 'The full-width space beside “{key}” has become part of the key: YAML knows only ordinary spaces. Write those.',
    'zh-cn': '“{key}”旁边是全角空格，它成了键的一部分：YAML 只认半角空格。请改用半角空格。',
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
  'duplicate-id.task': {
    en: 'The id “{id}” is taken already. Links could not tell the two apart: give one another id.',
    'zh-cn': '标识“{id}”已被使用，依赖无法区分两者。请给其中一个换标识。',
  },
  'duplicate-id.phase-and-task': {
    en: '“{id}” is the id of a phase and of a task. Give one of them another id.',
    'zh-cn': '“{id}”既是阶段又是任务的标识。请给其中一个换标识。',
  },
  'duplicate-id.other': {
    en: '“{id}” stands twice here; only the first one counts. Remove one or rename it.',
    'zh-cn': '“{id}”在这里出现两次，只有第一个有效。请删除或改名。',
  },
  'unknown-reference.task': { en: 'No task or phase has the id “{id}”.', 'zh-cn': '没有标识为“{id}”的任务或阶段。' },
  'unknown-reference.task-of-phase': {
    en: 'The phase “{phase}” has no task “{id}”.',
    'zh-cn': '阶段“{phase}”中没有任务“{id}”。',
  },
  'unknown-reference.task-of-task': {
    en: '“{task}” has no tasks inside, so it has no task “{id}”.',
    'zh-cn': '“{task}”下面没有任务，因此也没有其中的任务“{id}”。',
  },
  'unknown-reference.both-tasks': {
    en: '“{task}” has no tasks inside. If both are meant, write them as a list: [{task}, {id}].',
    'zh-cn': '“{task}”下面没有任务。如果两个任务都要写，请写成列表：[{task}, {id}]。',
  },
  'unknown-reference.subplan-alone': {
    en: '“{id}” is a subplan, and a link is to one of its tasks. Write that task behind a slash, best the milestone that ends it: {id}/….',
    'zh-cn': '“{id}”是子计划，依赖要指向其中的一个任务。请在斜杠后写上任务的标识，最好是它最后的里程碑：{id}/…。',
  },
  'unknown-reference.task-of-subplan': {
    en: 'The subplan “{subplan}” has no task “{id}”.',
    'zh-cn': '子计划“{subplan}”中没有任务“{id}”。',
  },
  'unknown-reference.ambiguous-task-of-subplan': {
    en: 'Several tasks of the subplan “{subplan}” have the id “{id}”. Give the one that is meant an id of its own there.',
    'zh-cn': '子计划“{subplan}”中有多个任务的标识是“{id}”。请在那里给所指的任务换一个唯一的标识。',
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
  'unknown-reference.baseline': { en: '“baselines” has no baseline “{id}”.', 'zh-cn': 'baselines 中没有基准“{id}”。' },
  'unknown-reference.skill': { en: 'Nobody in “team” has the skill “{id}”.', 'zh-cn': 'team 中没有人具备技能“{id}”。' },
  'unknown-reference.phase': { en: '“phases” has no phase “{id}”.', 'zh-cn': 'phases 中没有阶段“{id}”。' },
  'unknown-reference.calendar-extends-itself': {
    en: 'The calendar “{id}” extends itself, so it has no hours to begin with. Let it extend another one.',
    'zh-cn': '日历“{id}”继承自身，没有可用的工时。请改为继承其他日历。',
  },
  'include-not-found.missing': {
    en: 'There is no file “{path}”. Paths begin in the folder of the file that names them.',
    'zh-cn': '没有文件“{path}”。路径从写有它的文件所在的文件夹算起。',
  },
  'include-not-found.outside': {
    en: '“{path}” lies outside the workspace and is not read. Move it inside, or open it in the editor.',
    'zh-cn': '“{path}”在工作区之外，不会读取。请将它移入工作区，或在编辑器中打开它。',
  },
  'include-not-found.unreadable': {
    en: '“{path}” can’t be read. Is it a text file in UTF-8?',
    'zh-cn': '“{path}”无法读取。它是 UTF-8 编码的文本文件吗？',
  },
  'include-not-found.too-large': { en: '“{path}” is too large to be read.', 'zh-cn': '“{path}”太大，无法读取。' },
  'include-not-found.broken': {
    en: '“{path}” is broken at line {line}. Open it to see what is wrong.',
    'zh-cn': '“{path}”在第 {line} 行有语法错误。请打开查看。',
  },
  'include-not-found.unread': {
    en: '“{path}” has something at line {line} that can’t be read. Open it to see what is wrong.',
    'zh-cn': '“{path}”的第 {line} 行有无法读取的内容。请打开查看。',
  },
  'include-not-found.not-keys': {
    en: '“{path}” holds no keys. A file is included for its team, resources, calendars or rules.',
    'zh-cn': '“{path}”里没有键。引用的文件用来提供 team、resources、calendars 或 rules。',
  },
  'include-cycle.cycle': {
    en: '“{path}” includes itself, directly or by a file that it includes. Take one of these includes out.',
    'zh-cn': '“{path}”直接或间接地引用了自身。请去掉其中一处引用。',
  },
  'include-cycle.subplan': {
    en: '“{path}” has this plan as its own part, directly or through its subplans, so that dates would wait for themselves. Let only one of the two name the other.',
    'zh-cn': '“{path}”直接或通过其子计划又包含了本计划，日期会互相等待。请只让其中一个计划引用另一个。',
  },
  'deprecated-key.renamed': { en: '“{key}” is the old name of “{ours}”.', 'zh-cn': '“{key}”是“{ours}”的旧名称。' },
};

export const documentRuleWords = {
  ...problemWords,
  ...schemaProblemWords,
  ...scalarProblemWords,
  'did-you-mean': { en: 'Did you mean “{meant}”?', 'zh-cn': '是否想写“{meant}”？' },
  'first-place': { en: 'The other place', 'zh-cn': '另一处' },
  'schema.unknown-rule': { en: 'There is no rule “{text}”.', 'zh-cn': '没有“{text}”这条规则。' },
  'schema.unknown-rule-set': {
    en: 'There is no set of rules “{text}”. There are {known}.',
    'zh-cn': '没有“{text}”这个规则集。可选：{known}。',
  },
  'schema.bad-severity': {
    en: '“{text}” is no severity. “{rule}” can be one of: {known}.',
    'zh-cn': '“{text}”不是严重程度。“{rule}”可设为：{known}。',
  },
  'schema.foreign-key': {
    en: 'A {of} has no key “{key}”, nor one like it. Keys of your own begin with “x-”.',
    'zh-cn': '{of}没有“{key}”这个键，也没有相近的。自定义的键以“x-”开头。',
  },
  'schema.missing-start': {
    en: 'This plan needs the key “start”: the day on which work may begin. Until then it begins on {start}.',
    'zh-cn': '这个计划缺少“start”，即工作可以开始的日期。暂从 {start} 开始排程。',
  },
  'schema.empty-setting': {
    en: '“{rule}” says nothing yet. Behind it stands off, a severity, or keys: {known}.',
    'zh-cn': '“{rule}”还没有内容。后面可写 off、严重程度，或这些键：{known}。',
  },
  'schema.no-working-time': {
    en: 'Nobody ever works by the calendar “{id}”, so nothing could be scheduled; the usual week stands in for it. Check its days, hours and holidays.',
    'zh-cn': '日历“{id}”没有任何工作时间，无法排程，暂按通常的工作周计算。请检查它的 days、hours 和 holidays。',
  },
  'schema.nobody-there': {
    en: 'The people of “{task}” are never there in its working hours, so its effort would never be done. Compare their calendars, leave and capacity with the task’s calendar.',
    'zh-cn': '“{task}”的人员在它的工作时间里从不在场，工作量永远做不完。请核对他们的日历、休假、可用比例与任务的日历。',
  },
  'invalid-link.into-summary': {
    en: '“{summary}” ends when its last task ends, so a link of type {type} can’t hold it. Put the link from “{predecessor}” on the task inside that has to wait.',
    'zh-cn':
      '“{summary}”在其最后一个任务完成时完成，{type} 依赖无法约束它。请把对“{predecessor}”的依赖写在真正需要等待的任务上。',
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

  'unused-ignore': {
    en: '“{rule}” has nothing to silence here. Remove it, so that it hides nothing later.',
    'zh-cn': '此处没有“{rule}”的提示可忽略。请删除，以免日后掩盖问题。',
  },
  'unused-ignore.unknown': {
    en: 'There is no rule “{rule}” to silence. A reason stands in brackets behind the rules.',
    'zh-cn': '没有名为“{rule}”的规则可忽略。原因请写在规则后的括号里。',
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
