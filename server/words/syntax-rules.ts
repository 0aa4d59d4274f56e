// What is said of text that is not YAML.
import type { SyntaxCode } from '../text/syntax-codes.ts';
import type { Phrase } from './words.ts';

/** Every finding of the text floor has words: a missing one is a type error. */
export const syntaxRuleWords: Readonly<Record<`yaml-syntax.${SyntaxCode}`, Phrase>> = {
  'yaml-syntax.unclosed-quote': {
    en: 'The quote {quote} that opens here is never closed.',
    'zh-cn': '这里的引号 {quote} 没有闭合。',
  },
  'yaml-syntax.unclosed-bracket': {
    en: 'The bracket “{open}” that opens here is never closed by “{close}”.',
    'zh-cn': '这里的括号“{open}”没有用“{close}”闭合。',
  },
  'yaml-syntax.missing-colon': {
    en: '“{found}” needs a colon behind it to be a key.',
    'zh-cn': '“{found}”后面缺少冒号，不是一个键。',
  },
  'yaml-syntax.missing-space-after-colon': { en: 'Write a space behind the colon.', 'zh-cn': '冒号后面要有一个空格。' },
  'yaml-syntax.missing-comma': { en: 'A comma is missing before “{found}”.', 'zh-cn': '“{found}”前面缺少逗号。' },
  'yaml-syntax.missing-space-before-comment': {
    en: 'Write a space before the # that begins a comment.',
    'zh-cn': '注释的 # 前面要有一个空格。',
  },
  'yaml-syntax.missing-dash': {
    en: '“{found}” stands in a list and needs “- ” before it.',
    'zh-cn': '“{found}”在列表中，前面要写“- ”。',
  },
  'yaml-syntax.item-among-keys': {
    en: 'This item of a list stands among keys. Write a key above it and indent it below that, or write a key instead of “- ”.',
    'zh-cn': '这个列表项与键并列。请在它上面写一个键并把它缩进到下面，或把“- ”改成键。',
  },
  'yaml-syntax.directive-without-document': {
    en: 'A line that begins with % is a directive and needs “---” after it. A plan needs none: remove it.',
    'zh-cn': '以 % 开头的行是指令，后面要有“---”。计划不需要指令，请删除。',
  },
  'yaml-syntax.two-colons': {
    en: 'There is a second key on this line. Put it on a line of its own, or the text in quotes.',
    'zh-cn': '这一行有第二个键。请另起一行，或给文本加上引号。',
  },
  'yaml-syntax.bad-start': {
    en: 'A text can’t begin with “{character}”. Put it in quotes.',
    'zh-cn': '文本不能以“{character}”开头，请加上引号。',
  },
  'yaml-syntax.bad-escape': {
    en: '“{escape}” means nothing in a text in double quotes. Write \\\\ for a backslash.',
    'zh-cn': '双引号文本中的“{escape}”没有意义。反斜杠请写 \\\\。',
  },
  'yaml-syntax.yaml-version': {
    en: 'This text asks for YAML {version}; plans are YAML 1.2 and are read as that. Remove the line.',
    'zh-cn': '文本声明为 YAML {version}，而计划一律按 YAML 1.2 读取。请删除这一行。',
  },
  'yaml-syntax.empty-item': {
    en: 'There is nothing between these commas. Remove one.',
    'zh-cn': '两个逗号之间没有内容，请删除一个。',
  },
  'yaml-syntax.bad-block-header': {
    en: 'Behind | or > only the end of the line may follow. Begin the text on the next line.',
    'zh-cn': '| 或 > 后面应直接换行，文本从下一行开始。',
  },
  'yaml-syntax.text-behind-marker': {
    en: 'Nothing may stand behind “---” on its line. A plan needs no “---”: remove it.',
    'zh-cn': '“---”所在的行后面不能再写内容。计划不需要“---”，请删除。',
  },
  'yaml-syntax.tag': {
    en: 'A tag (“!”) means nothing in a plan. Remove it; a text that begins with “!” needs quotes.',
    'zh-cn': '计划中不使用标签（“!”），请删除；以“!”开头的文本要加引号。',
  },
  'yaml-syntax.bad-indent': {
    en: 'This line is indented differently from the lines it belongs to. Align it with them.',
    'zh-cn': '这一行的缩进与同级的行不一致，请对齐。',
  },
  'yaml-syntax.alias-with-anchor': {
    en: 'An alias (*) can have no anchor (&) of its own.',
    'zh-cn': '别名（*）不能再带锚点（&）。',
  },
  'yaml-syntax.bad-alias': { en: 'Behind * or & a name must follow.', 'zh-cn': '* 或 & 后面要写名称。' },
  'yaml-syntax.directive': {
    en: 'A line that begins with % is a directive, and this one is unknown. Remove it.',
    'zh-cn': '以 % 开头的行是指令，这条指令无法识别，请删除。',
  },
  'yaml-syntax.misplaced-anchor': {
    en: 'The anchor (&) must stand directly before the value that it names.',
    'zh-cn': '锚点（&）要紧挨在它所命名的值前面。',
  },
  'yaml-syntax.list-as-key': {
    en: 'A list can’t stand on the line of its key. Begin it on the next line, or write it in brackets.',
    'zh-cn': '列表不能写在键的同一行。请另起一行，或写在方括号里。',
  },
  'yaml-syntax.block-in-brackets': {
    en: 'Between brackets, items are separated by commas; lines with “- ” or | have no place there.',
    'zh-cn': '括号内用逗号分隔；不能写“- ”或 | 开头的行。',
  },
  'yaml-syntax.key-too-long': {
    en: 'This key is longer than 1,024 characters. Is a line break or a quote missing?',
    'zh-cn': '这个键超过 1,024 个字符，是否漏了换行或引号？',
  },
  'yaml-syntax.multiline-key': {
    en: 'A key must stand on one line. Is a colon missing on the line before?',
    'zh-cn': '键必须写在一行内。上一行是否漏了冒号？',
  },
  'yaml-syntax.two-anchors': { en: 'A value can have one anchor (&) only.', 'zh-cn': '一个值只能有一个锚点（&）。' },
  'yaml-syntax.too-deep': {
    en: 'Brackets or levels are nested more than {limit} deep here; no plan needs that. This part is left out.',
    'zh-cn': '这里的嵌套超过 {limit} 层，计划不需要这么深。此部分不计入。',
  },
  'yaml-syntax.too-large': {
    en: 'This entry is {size} characters long, more than the {limit} that are read. It is left out.',
    'zh-cn': '这一项有 {size} 个字符，超过可读取的 {limit} 个，不计入。',
  },
  'yaml-syntax.tab-indent': {
    en: 'This line is indented with a tab. YAML only takes spaces: use two for each level.',
    'zh-cn': '这一行用制表符缩进，而 YAML 只接受空格。请每级用两个空格。',
  },
  'yaml-syntax.unexpected-text': {
    en: '“{found}” has no place here. Is a quote, a comma or a colon missing before it?',
    'zh-cn': '“{found}”不应出现在这里。前面是否漏了引号、逗号或冒号？',
  },
  'yaml-syntax.several-documents': {
    en: 'A file holds one plan: what follows this “---” is not read. Put it in a file of its own.',
    'zh-cn': '一个文件只放一个计划：“---”之后的内容不会读取。请另存为一个文件。',
  },
  'yaml-syntax.unknown-alias': {
    en: 'Nothing before this place is named “&{name}”.',
    'zh-cn': '在此之前没有名为“&{name}”的锚点。',
  },
  'yaml-syntax.duplicate-key': {
    en: 'The key “{key}” stands here a second time; only one can count. Remove one.',
    'zh-cn': '键“{key}”在这里重复出现，只能保留一个。',
  },
  'yaml-syntax.complex-key': {
    en: 'Only a plain text can be a key, not a list, a group of keys or an alias.',
    'zh-cn': '只有普通文本才能作为键，列表、一组键或别名都不行。',
  },
  'yaml-syntax.conflict-marker': {
    en: 'This is the mark of a merge conflict. Choose one of the two versions and remove the marks.',
    'zh-cn': '这是合并冲突标记。请选择其中一个版本，并删除标记。',
  },
  'yaml-syntax.control-character': {
    en: 'There is a control character here ({code}) that nobody can see. Remove it.',
    'zh-cn': '这里有一个看不见的控制字符（{code}），请删除。',
  },
  'yaml-syntax.fullwidth-colon': {
    en: 'The colon behind “{key}” is full-width. YAML needs “: ”, a plain colon and a space.',
    'zh-cn': '“{key}”后面是全角冒号。YAML 需要半角冒号加一个空格“: ”。',
  },
  'yaml-syntax.nested-under-value': {
    en: '“{key}” has the value “{value}” already, so no keys can stand below it. Move those to the left, or give the value a key of its own.',
    'zh-cn': '“{key}”已经有值“{value}”，下面不能再有键。请减少下面各行的缩进，或给这个值写上自己的键。',
  },
  'yaml-syntax.bad-merge': {
    en: '“<<” takes over the keys of another map; this is none.',
    'zh-cn': '“<<”用于合并另一组键值，这里并不是一组键值。',
  },
  'yaml-syntax.merge-cycle': {
    en: 'This map takes over itself through “<<”: leave that out.',
    'zh-cn': '这组键值通过“<<”合并了它自己，请去掉。',
  },
  'yaml-syntax.merge-too-large': {
    en: 'So much is taken over through “<<” here that it is not read. Write the keys themselves.',
    'zh-cn': '这里通过“<<”合并的内容过多，没有读取。请直接写出这些键。',
  },
  'yaml-syntax.yaml': { en: 'The YAML parser says: {text}', 'zh-cn': 'YAML 解析器报告：{text}' },
};
