// The words of editing by hand.
import type { PageLocale } from '../words.ts';

const words = {
  keys: {
    en: 'Enter writes it, Escape gives it up.',
    'zh-cn': '按 Enter 写入，按 Esc 放弃。',
  },
  release: { en: 'Let go to write it, Escape gives it up.', 'zh-cn': '松开即写入，按 Esc 放弃。' },
  remove: { en: 'Remove the link (Delete)', 'zh-cn': '删除依赖 (Delete)' },
  'new-name': { en: 'Name of the new task', 'zh-cn': '新任务的名称' },
  rename: { en: 'New name', 'zh-cn': '新名称' },
  'new-task': { en: 'New task', 'zh-cn': '新任务' },
  'changed-meanwhile': {
    en: 'The plan has changed meanwhile; nothing was written.',
    'zh-cn': '计划刚刚改过，这次没有写入。',
  },
  'link-from': {
    en: 'Link {type} from “{name}”: go to the other task with the arrow keys, T changes the type, Enter links or unlinks, Escape gives it up.',
    'zh-cn': '从“{name}”建立 {type} 依赖：用方向键选择另一任务，T 切换类型，Enter 添加或删除，Esc 放弃。',
  },
} as const satisfies Record<string, Record<PageLocale, string>>;

export type GestureWord = keyof typeof words;
export type SayGesture = (word: GestureWord, args?: Readonly<Record<string, string>>) => string;

/** The words in the page's language at the time. */
export function gestureWords(locale: () => PageLocale): SayGesture {
  return (word, args = {}) =>
    words[word][locale()].replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
      Object.hasOwn(args, name) ? (args[name] ?? whole) : whole,
    );
}
