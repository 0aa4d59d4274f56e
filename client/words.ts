// What the client says, in the language of VS Code.
import { env } from 'vscode';
import { aroundWords } from './around/words.ts';
import { titleOf, type ViewName } from './page/messages.ts';

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
  'server-starts-again': {
    en: 'The language server stopped and is being started again. What you see is the last chart.',
    'zh-cn': '语言服务器意外停止，正在重新启动。现在显示的是上一次的图。',
  },
  'server-given-up': {
    en: 'The language server stopped. Run “Plan: Restart Language Server” to start it again. What you see is the last chart.',
    'zh-cn': '语言服务器已停止。运行“计划: 重新启动语言服务器”可再次启动。现在显示的是上一次的图。',
  },
  'edited-meanwhile': {
    en: 'The text has changed meanwhile; nothing was written. Try again on the chart as it is now.',
    'zh-cn': '文本刚刚改过，这次没有写入。请在新的图上再试一次。',
  },
  'not-written': { en: 'VS Code could not change the text.', 'zh-cn': 'VS Code 未能修改文本。' },
  'read-only': { en: 'This plan is read-only: it can’t be changed here.', 'zh-cn': '此计划是只读的，不能在这里修改。' },
  'not-trusted': {
    en: 'This workspace is not trusted: plans are only shown. Trust it to change them on the chart.',
    'zh-cn': '此工作区未受信任，只能查看计划。信任该工作区后才能在图上修改。',
  },
  'keeps-dying': {
    en: 'The language server of Plan as Code stopped {count} times within {minutes} minutes and was not started again. Your text is safe, but findings and charts no longer follow it.',
    'zh-cn':
      'Plan as Code 的语言服务器在 {minutes} 分钟内停止了 {count} 次，不再自动启动。您的文本没有丢失，但问题提示和图表不再随之更新。',
  },
  'export-how': { en: 'Save or copy: {view}', 'zh-cn': '保存或复制：{view}' },
  'as-svg': { en: 'Picture, as it is shown (SVG)', 'zh-cn': '当前视图的图片（SVG）' },
  'as-png': { en: 'Picture, as it is shown (PNG)', 'zh-cn': '当前视图的图片（PNG）' },
  'as-html': { en: 'Page that opens in any browser (HTML)', 'zh-cn': '可在任何浏览器中打开的网页（HTML）' },
  'as-markdown': { en: 'Document with picture and table (Markdown)', 'zh-cn': '含图和表格的文档（Markdown）' },
  'as-mermaid': { en: 'Source of the picture (Mermaid)', 'zh-cn': '图的源码（Mermaid）' },
  'as-picture': { en: 'Picture, as it is shown', 'zh-cn': '当前视图的图片' },
  'as-svg-text': { en: 'Text of the picture (SVG)', 'zh-cn': '图片的源码（SVG）' },
  clipboard: { en: 'Clipboard', 'zh-cn': '剪贴板' },
  copy: { en: 'Copy: {what}', 'zh-cn': '复制：{what}' },
  copied: { en: '{view}: on the clipboard.', 'zh-cn': '{view}：已复制到剪贴板。' },
  'not-copied': {
    en: 'The picture was painted, but the clipboard did not take it: {reason}. It can be saved instead.',
    'zh-cn': '图片已画好，但剪贴板没有接受：{reason}。可以改为保存到文件。',
  },
  'save-png': { en: 'Save as PNG…', 'zh-cn': '保存为 PNG…' },
  exporting: { en: 'Drawing…', 'zh-cn': '正在画图……' },
  exported: { en: '{view}: saved in {name}.', 'zh-cn': '{view}：已保存到 {name}。' },
  'not-exported': { en: '{view}: not saved. {reason}', 'zh-cn': '{view}：没有保存。{reason}' },
  'no-picture': { en: 'There is no chart of this plan to be had.', 'zh-cn': '得不到这个计划的图表。' },
  'compare-with': { en: 'Compare the plan with', 'zh-cn': '与哪个版本比较' },
  'last-commit': { en: 'the last commit', 'zh-cn': '最后一次提交' },
  branches: { en: 'Branches', 'zh-cn': '分支' },
  tags: { en: 'Tags', 'zh-cn': '标签' },
  commits: { en: 'Commits of this file', 'zh-cn': '此文件的提交' },
  'other-revision': { en: 'Another revision…', 'zh-cn': '其他版本…' },
  'name-revision': { en: 'A revision as Git names it', 'zh-cn': 'Git 版本的名称' },
  'no-git': {
    en: '{name} is in no Git repository that VS Code knows, so that it can’t be compared with a revision.',
    'zh-cn': '{name} 不在 VS Code 已知的 Git 仓库中，无法与某个版本比较。',
  },
  'no-git-extension': {
    en: 'VS Code has no Git extension here, as in a browser without a machine behind it, so that {name} can’t be compared with a revision. A baseline and the last saved text can be compared with.',
    'zh-cn':
      '这里的 VS Code 没有 Git 扩展（例如仅在浏览器中运行时），{name} 无法与某个版本比较。仍可与基准或上次保存的内容比较。',
  },
  'unknown-revision': { en: 'Git knows no revision “{ref}”.', 'zh-cn': 'Git 中没有版本“{ref}”。' },
  'not-in-revision': { en: '{name} is not in “{ref}”.', 'zh-cn': '版本“{ref}”中没有 {name}。' },
  'never-saved': {
    en: '{name} was never saved: there is nothing to compare with.',
    'zh-cn': '{name} 从未保存，没有可比较的内容。',
  },
  open: { en: 'Open', 'zh-cn': '打开' },
  restart: { en: 'Restart', 'zh-cn': '重新启动' },
  ...aroundWords,
} as const;

/** `zh-cn` for any Chinese, else `en`. */
export function clientLocale(): 'en' | 'zh-cn' {
  return env.language.toLowerCase().startsWith('zh') ? 'zh-cn' : 'en';
}

export type ClientWord = keyof typeof words;

/** What a view is called. */
export function viewTitle(view: ViewName): string {
  return titleOf(view, clientLocale());
}

/** A text with its arguments filled in. */
export function clientText(key: ClientWord, args: Readonly<Record<string, string>> = {}): string {
  return words[key][clientLocale()].replaceAll(/\{(\w+)\}/g, (whole, name: string) => args[name] ?? whole);
}
