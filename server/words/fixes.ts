// Titles of quick fixes.
import type { EditName, Fix } from '../rules/finding.ts';
import type { Phrase } from './words.ts';

export const fixWords: Readonly<Record<Exclude<Fix['kind'], 'edit'>, Phrase>> = {
  replace: { en: 'Write “{text}”', 'zh-cn': '改为“{text}”' },
  'rename-key': { en: 'Rename “{key}” to “{to}”', 'zh-cn': '将“{key}”改名为“{to}”' },
  'remove-key': { en: 'Remove “{key}”', 'zh-cn': '删除“{key}”' },
  'remove-item': { en: 'Remove “{item}”', 'zh-cn': '删除“{item}”' },
  'give-ids': { en: 'Give each entry an id', 'zh-cn': '给每一项加上标识' },
  'set-key': { en: 'Add “{key}: {value}”', 'zh-cn': '添加“{key}: {value}”' },
  'add-entry': { en: 'Add “{key}: {value}”', 'zh-cn': '添加“{key}: {value}”' },
  'create-task': { en: 'Create the task “{id}”', 'zh-cn': '新建任务“{id}”' },
  assign: { en: 'Assign “{id}”', 'zh-cn': '分配给“{id}”' },
  'create-definition': { en: 'Create “{id}” under “{of}”', 'zh-cn': '在“{of}”下新建“{id}”' },
  'move-to-plan': { en: 'Move “{key}” to the left edge', 'zh-cn': '将“{key}”移到最左边' },
  'remove-entry': { en: 'Remove “{key}”', 'zh-cn': '删除“{key}”' },
};

export const editWords: Readonly<Record<EditName, Phrase>> = {
  mend: { en: 'Mend it', 'zh-cn': '修正' },
  quote: { en: 'Put the whole text in quotes', 'zh-cn': '给整段文本加上引号' },
  'indent-with-blanks': { en: 'Indent with spaces', 'zh-cn': '改用空格缩进' },
  'short-form-as-key': { en: 'Write the short form as a key of its own', 'zh-cn': '把简写写成单独的键' },
  'blank-behind-colon': { en: 'Write a space behind the colon', 'zh-cn': '在冒号后加空格' },
  comma: { en: 'Write the comma', 'zh-cn': '补上逗号' },
  'no-comma': { en: 'Remove the comma', 'zh-cn': '删除逗号' },
  blank: { en: 'Write a space', 'zh-cn': '补上空格' },
  'half-width': { en: 'Write half-width punctuation', 'zh-cn': '改用半角标点' },
  swap: { en: 'Swap the two dates', 'zh-cn': '对调两个日期' },
  sort: { en: 'Put the estimates in order', 'zh-cn': '按大小排列三个估算' },
  'no-comment': { en: 'Remove the comment', 'zh-cn': '删除注释' },
  'no-silence': { en: 'Remove the rule from the comment', 'zh-cn': '从注释中删去该规则' },
  'move-span': { en: 'Move start and finish to the first possible day', 'zh-cn': '将开始和完成移到最早可行的日期' },
};
