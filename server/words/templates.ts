// The templates of new plans: each is one of the samples, by the name of its file, and what to use it for.
import type { Phrases } from './words.ts';

/** By id; the file is `samples/<id>.plan.yaml` of the package. In the order in which they are offered. */
export const templateTitles = {
  'ten-lines': { en: 'A plan in ten lines', 'zh-cn': '十行计划（英文）' },
  'software-release': {
    en: 'A software release in four phases with gates',
    'zh-cn': '软件发布：四个阶段与评审（英文）',
  },
  'improvement-plan': {
    en: 'An improvement plan with goals and weekly figures',
    'zh-cn': '改进计划：目标与逐周指标（英文）',
  },
  'windfarm-community': {
    en: 'A stakeholder community from start to steady state (in Chinese)',
    'zh-cn': '利益相关方社群：从启动到稳定',
  },
  'operations-process': {
    en: 'An operations process in five stages with a RACI matrix (in Chinese)',
    'zh-cn': '运营流程：五个阶段与责任矩阵',
  },
  'financing-community': {
    en: 'A financing community on ten building blocks (in Chinese)',
    'zh-cn': '融资社群：十个构件',
  },
  'team-operations': {
    en: 'Three months of a team after a launch (in Chinese)',
    'zh-cn': '团队运营：上线后的三个月',
  },
} satisfies Phrases;

export type TemplateId = keyof typeof templateTitles;

/** The path of a template's text inside the package. */
export function templateFile(id: TemplateId): string {
  return `samples/${id}.plan.yaml`;
}

/** All templates, in the order in which they are offered. */
export function templateIds(): readonly TemplateId[] {
  return Object.keys(templateTitles).filter(isTemplate);
}

export function isTemplate(id: string): id is TemplateId {
  return Object.hasOwn(templateTitles, id);
}
