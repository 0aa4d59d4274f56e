// What the sets of rules are for.
import type { RuleSet } from '../rules/rule-sets.ts';
import type { Phrase } from './words.ts';

export const ruleSetWords: Readonly<Record<RuleSet, Phrase>> = {
  minimal: {
    en: 'Errors, and promises that can’t be kept',
    'zh-cn': '只报告错误和无法兑现的承诺',
  },
  recommended: {
    en: 'What is on where nothing is said',
    'zh-cn': '默认启用的规则',
  },
  'schedule-health': {
    en: 'The recommended rules and the fourteen points of a schedule assessment',
    'zh-cn': '推荐的规则，加上进度计划评估的十四个要点',
  },
  strict: {
    en: 'Every rule, and each a step louder: infos are warnings, hints are infos',
    'zh-cn': '启用所有规则，并各提高一级：提示升为警告，建议升为提示',
  },
};

export const useWords: Phrase = {
  en: 'The set of rules to begin with: `minimal`, `recommended` (left out), `schedule-health` or `strict`. The other keys say what differs from it.',
  'zh-cn':
    '以哪个规则集为基础：`minimal`、`recommended`（默认）、`schedule-health` 或 `strict`。其他键写与它不同的设置。',
};

export const criticalWords: Phrase = {
  en: 'Up to which slack work counts as critical',
  'zh-cn': '总时差不超过多少算关键任务',
};

export const checkSettingWords: Phrase = {
  en: 'Severities of checks of your own, by their ids: `{ "busy": "off" }`. What a check says itself under `severity` wins.',
  'zh-cn': '自定义检查的级别，按标识填写：`{ "busy": "off" }`。检查自身写明的 `severity` 优先。',
};

export const checksWords: Phrase = {
  en: 'Checks of your own: a list of `{ id, for, when, message, severity }`.',
  'zh-cn': '自定义检查：由 `{ id, for, when, message, severity }` 组成的列表。',
};
