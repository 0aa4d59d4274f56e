// What the page says around the views that are no Gantt chart.
import type { PageLocale } from '../words.ts';

const words = {
  view: { en: 'View', 'zh-cn': '视图' },
  'critical-only': { en: 'Critical path only', 'zh-cn': '只看关键路径' },
  find: { en: 'Find', 'zh-cn': '查找' },
  found: { en: '{found} of {count}', 'zh-cn': '{found} / {count}' },
  picture: { en: '{view} of {plan}', 'zh-cn': '{plan}的{view}' },
  loading: { en: 'Drawing…', 'zh-cn': '正在画图……' },
  simulating: { en: 'Simulating the finish…', 'zh-cn': '正在模拟完成日期……' },
  stale: { en: 'What you see is the last picture that could be drawn.', 'zh-cn': '现在显示的是上一次能画出的图。' },
} as const satisfies Record<string, Record<PageLocale, string>>;

export type ViewWord = keyof typeof words;

/** A word in the reader's language; `{name}` is replaced by the argument. */
export function sayView(word: ViewWord, locale: PageLocale, args: Readonly<Record<string, string>> = {}): string {
  return words[word][locale].replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(args, name) ? (args[name] ?? whole) : whole,
  );
}
