// What the functions and signs of a condition do, beside what is offered and under the pointer.
import type { Phrases } from './words.ts';

/** By name, `true` and `false` among them. */
export const checkFunctionWords: Phrases<
  | 'size'
  | 'startsWith'
  | 'endsWith'
  | 'contains'
  | 'exists'
  | 'all'
  | 'exists_one'
  | 'int'
  | 'double'
  | 'string'
  | 'true'
  | 'false'
> = {
  size: {
    en: 'How many items a list has, or how many letters a text: `size(tags) > 2`',
    'zh-cn': '列表有几项，或文本有几个字：`size(tags) > 2`',
  },
  startsWith: {
    en: 'Whether a text begins with another one: `id.startsWith("web-")`',
    'zh-cn': '文本是否以另一段文本开头：`id.startsWith("web-")`',
  },
  endsWith: {
    en: 'Whether a text ends with another one: `id.endsWith("-test")`',
    'zh-cn': '文本是否以另一段文本结尾：`id.endsWith("-test")`',
  },
  contains: {
    en: 'Whether a text has another one in it: `name.contains("pilot")`',
    'zh-cn': '文本中是否含有另一段文本：`name.contains("试点")`',
  },
  exists: {
    en: 'Whether the condition holds for at least one item of a list: `tags.exists(t, t.startsWith("team-"))`. The name before the comma stands for the item',
    'zh-cn': '列表中是否至少有一项满足条件：`tags.exists(t, t.startsWith("team-"))`。逗号前的名称代表这一项',
  },
  all: {
    en: 'Whether the condition holds for every item of a list: `tags.all(t, t != "draft")`; of an empty list it does',
    'zh-cn': '列表中是否每一项都满足条件：`tags.all(t, t != "draft")`；空列表视为满足',
  },
  exists_one: {
    en: 'Whether the condition holds for exactly one item of a list: `tags.exists_one(t, t.startsWith("team-"))`',
    'zh-cn': '列表中是否恰有一项满足条件：`tags.exists_one(t, t.startsWith("team-"))`',
  },
  int: {
    en: 'A whole number, of a number or of a text of digits; decimals are dropped: `int(duration) == 3`',
    'zh-cn': '把数字或由数字组成的文本变成整数，舍去小数：`int(duration) == 3`',
  },
  double: {
    en: 'A number with decimals, of a count or of a text: `double(predecessors) / 2.0`',
    'zh-cn': '把整数或文本变成带小数的数字：`double(predecessors) / 2.0`',
  },
  string: {
    en: 'A text, of a number or of yes and no: `string(depth)`',
    'zh-cn': '把数字或是非值变成文本：`string(depth)`',
  },
  true: { en: 'Yes: it always holds', 'zh-cn': '是：总是成立' },
  false: { en: 'No: it never holds', 'zh-cn': '否：从不成立' },
};

/** By the sign as it is written. */
export const checkOperatorWords = {
  '&&': { en: 'And: both sides hold: `critical && slack < 1`', 'zh-cn': '并且：两边都成立：`critical && slack < 1`' },
  '||': {
    en: 'Or: at least one side holds: `owner == "" || size(assigned) == 0`',
    'zh-cn': '或者：至少一边成立：`owner == "" || size(assigned) == 0`',
  },
  '!': { en: 'Not: what follows doesn’t hold: `!critical`', 'zh-cn': '非：后面的条件不成立：`!critical`' },
  '==': { en: 'Is the same: `owner == "mia"`', 'zh-cn': '等于：`owner == "mia"`' },
  '!=': { en: 'Is another one: `status != "blocked"`', 'zh-cn': '不等于：`status != "blocked"`' },
  '<': {
    en: 'Is less, or earlier: `slack < 2`, `start < "2026-06-30"`',
    'zh-cn': '小于，或更早：`slack < 2`、`start < "2026-06-30"`',
  },
  '<=': {
    en: 'Is at most, or not later: `depth <= 3`, `finish <= "2026-06-30"`',
    'zh-cn': '不大于，或不晚于：`depth <= 3`、`finish <= "2026-06-30"`',
  },
  '>': {
    en: 'Is more, or later: `duration > 10`, `finish > "2026-06-30"`',
    'zh-cn': '大于，或更晚：`duration > 10`、`finish > "2026-06-30"`',
  },
  '>=': {
    en: 'Is at least, or not earlier: `progress >= 50`, `start >= "2026-06-30"`',
    'zh-cn': '不小于，或不早于：`progress >= 50`、`start >= "2026-06-30"`',
  },
  in: { en: 'Is one of a list: `"risky" in tags`', 'zh-cn': '是列表中的一项：`"risky" in tags`' },
  '+': { en: 'Plus: `duration + slack > 10`', 'zh-cn': '加：`duration + slack > 10`' },
  '-': { en: 'Minus: `budget - cost < 1000`', 'zh-cn': '减：`budget - cost < 1000`' },
  '*': { en: 'Times: `duration * 2 > 10`', 'zh-cn': '乘：`duration * 2 > 10`' },
  '/': { en: 'Divided by: `cost / 2 > budget`', 'zh-cn': '除以：`cost / 2 > budget`' },
  '?': {
    en: 'If, then, else: `critical ? slack < 0 : slack < 2`',
    'zh-cn': '如果……则……否则……：`critical ? slack < 0 : slack < 2`',
  },
} as const satisfies Phrases;

export type OperatorSign = Exclude<keyof typeof checkOperatorWords, '!'>;

/** Of a name that a function gives to the items of `{list}`. */
export const itemWords: Phrases<'item' | 'item-of'> = {
  item: { en: 'Each item of the list in turn', 'zh-cn': '依次为列表中的每一项' },
  'item-of': { en: 'Each item of `{list}` in turn', 'zh-cn': '依次为 `{list}` 中的每一项' },
};
