// What is said about a team's own checks. Their own messages are theirs.
import type { Phrases } from './words.ts';

export const ownCheckRuleWords = {
  'own-check': { en: '{text}', 'zh-cn': '{text}' },
  'check-invalid.not-a-list': {
    en: '“checks” is a list: each check begins with a dash, as in “- id: …”.',
    'zh-cn': '“checks”是列表：每项检查以短横线开头，例如“- id: …”。',
  },
  'check-invalid.too-many': {
    en: 'A plan has at most {most} checks of its own; this one and those behind it are left out.',
    'zh-cn': '一个计划最多有 {most} 项自定义检查；从这一项起不再读取。',
  },
  'check-invalid.not-a-check': {
    en: 'A check has keys: {known}.',
    'zh-cn': '一项检查由这些键组成：{known}。',
  },
  'check-invalid.missing-key': { en: 'This check needs the key “{key}”.', 'zh-cn': '这项检查缺少“{key}”。' },
  'check-invalid.empty': { en: '“{key}” says nothing yet.', 'zh-cn': '“{key}”还没有内容。' },
  'check-invalid.unknown-key': {
    en: 'A check has no key “{text}”. It has: {known}.',
    'zh-cn': '检查没有“{text}”这个键。可用：{known}。',
  },
  'check-invalid.bad-id': {
    en: '“{text}” is no id for a check: letters, digits, “-” and “_” make one.',
    'zh-cn': '“{text}”不能作为检查的标识：只能用字母、数字、“-”和“_”。',
  },
  'check-invalid.taken': {
    en: '“{text}” is a rule already. Give the check another id; to change the rule, write “{text}: …” under “rules”.',
    'zh-cn': '“{text}”已是一条规则。请给检查换一个标识；要修改该规则，请在“rules”下写“{text}: …”。',
  },
  'check-invalid.twice': {
    en: 'Two checks have the id “{text}”: this one is left out.',
    'zh-cn': '有两项检查的标识都是“{text}”：这一项不会运行。',
  },
  'check-invalid.unknown-kind': {
    en: '“{text}” is nothing that a check can look at. There are {known}.',
    'zh-cn': '“{text}”不是检查的对象。可选：{known}。',
  },
  'check-invalid.bad-severity': {
    en: '“{text}” is no severity. It can be one of: {known}.',
    'zh-cn': '“{text}”不是严重程度。可设为：{known}。',
  },
  'check-invalid.too-long': {
    en: 'A condition has at most {most} characters. Make two checks of it.',
    'zh-cn': '条件最多 {most} 个字符。请拆成两项检查。',
  },
  'check-invalid.too-complex': {
    en: 'This condition is too long or nested too deeply. Make two checks of it.',
    'zh-cn': '这个条件太长或嵌套太深。请拆成两项检查。',
  },
  'check-invalid.ends-early': {
    en: 'This condition ends too early: something is still to come, a value or a bracket.',
    'zh-cn': '这个条件不完整：后面还缺少值或括号。',
  },
  'check-invalid.syntax': {
    en: '“{text}” can’t stand here in a condition, such as duration > 10 && owner == "".',
    'zh-cn': '条件中此处不能写“{text}”，正确的例子：duration > 10 && owner == ""。',
  },
  'check-invalid.unknown-word': {
    en: 'A check knows nothing called “{text}”. It knows {known}.',
    'zh-cn': '检查中没有“{text}”。可用：{known}。',
  },
  'check-invalid.no-such-function': {
    en: 'A condition can’t use “{text}”. It can use {known}.',
    'zh-cn': '条件中不能使用“{text}”。可用：{known}。',
  },
  'check-invalid.one-list': {
    en: '“{text}” looks at one list of the task, as in tags.exists(t, t == "x"): not at lists put together, nor inside another such question.',
    'zh-cn': '“{text}”只能逐项判断任务的一个列表，例如 tags.exists(t, t == "x")：不能用于拼接的列表，也不能嵌套。',
  },
  'check-invalid.wrong-types': {
    en: '“{text}” puts together what doesn’t fit: {found}. Texts and dates stand in quotes, numbers don’t.',
    'zh-cn': '“{text}”中的类型不匹配：{found}。文本和日期要加引号，数字不加。',
  },
  'check-invalid.not-a-condition': {
    en: 'This gives a value ({type}), not yes or no. Compare it with something, as in duration > 10.',
    'zh-cn': '它得到的是值（{type}），而不是“是”或“否”。请与某个值比较，例如 duration > 10。',
  },
  'check-invalid.divides-by-zero': {
    en: 'The check “{id}” divides by 0 for “{task}”, and was stopped. Ask first whether that is 0.',
    'zh-cn': '检查“{id}”对“{task}”计算时除以 0，已停止。请先判断是否为 0。',
  },
  'check-invalid.no-such-item': {
    en: 'The check “{id}” asks for an item that a list of “{task}” doesn’t have, and was stopped. Ask for its size() first.',
    'zh-cn': '检查“{id}”取用了“{task}”的列表中不存在的项，已停止。请先用 size() 判断长度。',
  },
  'check-invalid.failed': {
    en: 'The check “{id}” computes something that has no value for “{task}”, and was stopped.',
    'zh-cn': '检查“{id}”对“{task}”计算不出结果，已停止。',
  },
  'check-invalid.failed-at': { en: '“{task}” is the first', 'zh-cn': '“{task}”是第一个' },
  'check-invalid.too-much': {
    en: 'The checks of this plan take too long, and were stopped. Have fewer of them, or shorter conditions.',
    'zh-cn': '此计划的检查耗时过长，已停止。请减少检查或缩短条件。',
  },
} satisfies Phrases;
