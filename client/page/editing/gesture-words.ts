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
  'value-of': { en: '{value} of “{name}”', 'zh-cn': '“{name}”的{value}' },
  name: { en: 'Name', 'zh-cn': '名称' },
  duration: { en: 'Duration', 'zh-cn': '工期' },
  start: { en: 'Start', 'zh-cn': '开始' },
  finish: { en: 'Finish', 'zh-cn': '完成' },
  deadline: { en: 'Deadline', 'zh-cn': '截止日期' },
  progress: { en: 'Progress', 'zh-cn': '进度' },
  owner: { en: 'Owner', 'zh-cn': '负责人' },
  'type-duration': { en: 'Type a length: 3d, 2w, 4h, 1w 2d.', 'zh-cn': '输入长度：3d、2w、4h、1w 2d，也可写 3天。' },
  'type-start': { en: 'Type a date: 2026-03-16.', 'zh-cn': '输入日期：2026-03-16。' },
  'type-finish': { en: 'Type a date: 2026-03-16.', 'zh-cn': '输入日期：2026-03-16。' },
  'type-deadline': {
    en: 'Type a date: 2026-03-16; empty, there is none.',
    'zh-cn': '输入日期：2026-03-16；留空则没有截止日期。',
  },
  'type-progress': { en: 'Type how much is done: 40%.', 'zh-cn': '输入已完成的比例：40%。' },
  'type-owner': {
    en: 'Type who answers for it, by name or id; empty, nobody does.',
    'zh-cn': '输入负责人的姓名或标识；留空则没有负责人。',
  },
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
