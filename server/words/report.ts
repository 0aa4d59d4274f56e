// Words of the command line's reports.
import type { Phrases } from './words.ts';

export const reportWords = {
  error: { en: 'error', 'zh-cn': '错误' },
  warning: { en: 'warning', 'zh-cn': '警告' },
  info: { en: 'info', 'zh-cn': '提示' },
  hint: { en: 'hint', 'zh-cn': '建议' },
  fix: { en: 'fix: {title}', 'zh-cn': '修复：{title}' },
  'one-error': { en: '{count} error', 'zh-cn': '{count} 个错误' },
  'many-error': { en: '{count} errors', 'zh-cn': '{count} 个错误' },
  'one-warning': { en: '{count} warning', 'zh-cn': '{count} 个警告' },
  'many-warning': { en: '{count} warnings', 'zh-cn': '{count} 个警告' },
  'one-info': { en: '{count} info', 'zh-cn': '{count} 个提示' },
  'many-info': { en: '{count} infos', 'zh-cn': '{count} 个提示' },
  'one-hint': { en: '{count} hint', 'zh-cn': '{count} 个建议' },
  'many-hint': { en: '{count} hints', 'zh-cn': '{count} 个建议' },
  'one-file': { en: '1 plan', 'zh-cn': '1 个计划' },
  'many-files': { en: '{count} plans', 'zh-cn': '{count} 个计划' },
  clean: { en: '{files} checked, nothing found', 'zh-cn': '已检查 {files}，没有发现问题' },
  total: { en: '{files} checked: {counts}', 'zh-cn': '已检查 {files}：{counts}' },
} satisfies Phrases;
