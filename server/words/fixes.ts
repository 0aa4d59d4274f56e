// Titles of quick fixes.
import type { Phrase } from './words.ts';

export const fixWords: Readonly<Record<string, Phrase>> &
  Readonly<
    Record<
      | 'replace'
      | 'rename-key'
      | 'remove-key'
      | 'remove-item'
      | 'set-key'
      | 'quote'
      | 'create-task'
      | 'create-definition'
      | 'edit',
      Phrase
    >
  > = {
  replace: { en: 'Write “{text}”', 'zh-cn': '改为“{text}”' },
  'rename-key': { en: 'Rename “{key}” to “{to}”', 'zh-cn': '将“{key}”改名为“{to}”' },
  'remove-key': { en: 'Remove “{key}”', 'zh-cn': '删除“{key}”' },
  'remove-item': { en: 'Remove this link', 'zh-cn': '删除这个依赖' },
  'set-key': { en: 'Add “{key}: {value}”', 'zh-cn': '添加“{key}: {value}”' },
  quote: { en: 'Put the text in quotes', 'zh-cn': '给文本加上引号' },
  'create-task': { en: 'Create the task “{id}”', 'zh-cn': '新建任务“{id}”' },
  'create-definition': { en: 'Create “{id}” under “{of}”', 'zh-cn': '在“{of}”下新建“{id}”' },
  edit: { en: 'Mend it', 'zh-cn': '修正' },
};
