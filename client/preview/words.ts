// What the panel says, in the language of VS Code.
import { env } from 'vscode';

const words = {
  title: { en: 'Preview {name}', 'zh-cn': '预览 {name}' },
  'locked-title': { en: '[Preview] {name}', 'zh-cn': '[预览] {name}' },
  'no-plan': {
    en: 'Open a plan first: a file whose name ends in .plan.yaml.',
    'zh-cn': '请先打开一个计划：文件名以 .plan.yaml 结尾。',
  },
  gone: {
    en: 'The file {name} is gone. What you see is its last chart.',
    'zh-cn': '文件 {name} 已不存在。现在显示的是它最后的图。',
  },
  'no-answer': {
    en: 'The language server gave no chart: {reason}. What you see is the last one.',
    'zh-cn': '语言服务器没有给出图表：{reason}。现在显示的是上一次的图。',
  },
} as const;

/** `zh-cn` for any Chinese, else `en`. */
export function panelLocale(): 'en' | 'zh-cn' {
  return env.language.toLowerCase().startsWith('zh') ? 'zh-cn' : 'en';
}

/** A text of the panel with its arguments filled in. */
export function panelText(key: keyof typeof words, args: Readonly<Record<string, string>> = {}): string {
  return words[key][panelLocale()].replaceAll(/\{(\w+)\}/g, (whole, name: string) => args[name] ?? whole);
}
