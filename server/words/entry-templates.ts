// Words of templates: what they are called, and what stands in them until somebody writes their own.
import type { Locale } from './words.ts';

export type TemplateKey = 'task' | 'task-block' | 'milestone' | 'phase' | 'person' | 'plan';

interface TemplateWords {
  readonly label: string;
  /** Ids hold letters and digits of any script. */
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

export const entryTemplateWords: Readonly<Record<TemplateKey, Readonly<Record<Locale, TemplateWords>>>> = {
  task: {
    en: { label: 'New task', id: 'task', name: '', text: '' },
    'zh-cn': { label: '新任务', id: '任务', name: '', text: '' },
  },
  'task-block': {
    en: { label: 'New task over several lines', id: 'task', name: 'What is done', text: 'what somebody could check' },
    'zh-cn': { label: '新任务（多行）', id: '任务', name: '要做的事', text: '可以检查的结果' },
  },
  milestone: {
    en: { label: 'New milestone', id: 'milestone', name: '', text: '' },
    'zh-cn': { label: '新里程碑', id: '里程碑', name: '', text: '' },
  },
  phase: {
    en: { label: 'New phase', id: 'phase', name: 'What it is for', text: '' },
    'zh-cn': { label: '新阶段', id: '阶段', name: '阶段名称', text: '' },
  },
  person: {
    en: { label: 'New person', id: 'person', name: 'Name', text: '' },
    'zh-cn': { label: '新成员', id: '成员', name: '姓名', text: '' },
  },
  plan: {
    en: { label: 'New plan', id: 'task', name: 'What it is about', text: '' },
    'zh-cn': { label: '新计划', id: '任务', name: '计划名称', text: '' },
  },
};
