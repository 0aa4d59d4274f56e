// Titles of quick fixes.
import type { Fix } from '../rules/finding.ts';
import type { Phrase } from './words.ts';

export const fixWords: Readonly<Record<Fix['kind'], Phrase>> = {
  replace: { en: 'Write “{text}”', 'zh-cn': '改为“{text}”' },
  'rename-key': { en: 'Rename “{key}” to “{to}”', 'zh-cn': '将“{key}”改名为“{to}”' },
  'remove-key': { en: 'Remove “{key}”', 'zh-cn': '删除“{key}”' },
  'remove-item': { en: 'Remove “{item}”', 'zh-cn': '删除“{item}”' },
  'set-key': { en: 'Add “{key}: {value}”', 'zh-cn': '添加“{key}: {value}”' },
  quote: { en: 'Put the text in quotes', 'zh-cn': '给文本加上引号' },
  'create-task': { en: 'Create the task “{id}”', 'zh-cn': '新建任务“{id}”' },
  'create-definition': { en: 'Create “{id}” under “{of}”', 'zh-cn': '在“{of}”下新建“{id}”' },
  'remove-entry': { en: 'Remove “{key}”', 'zh-cn': '删除“{key}”' },
  edit: { en: 'Mend it', 'zh-cn': '修正' },
};
