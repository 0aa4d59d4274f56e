// Words of resource levelling: what was moved, what it costs, what could not be relieved.
import type { TaskName } from '../plan/plan.ts';
import { nameOf, type Phrases, say, type Wording } from './words.ts';

export const levellingWords = {
  nothing: {
    en: 'Nobody and nothing is needed for more at once than there is: nothing is moved.',
    'zh-cn': '没有人员或设备超负荷：无需移动。',
  },
  stuck: {
    en: 'Nothing can be moved: what is too much at once has dates of its own, has begun, or would miss its “latest”.',
    'zh-cn': '无可移动：超负荷的工作日期已固定、已经开始，或推后会超过自己的 latest。',
  },
  'one-delayed': {
    en: '1 task starts later, others follow by their links.',
    'zh-cn': '1 个任务推后开始，其余随依赖移动。',
  },
  delayed: {
    en: '{count} tasks start later, others follow by their links.',
    'zh-cn': '{count} 个任务推后开始，其余随依赖移动。',
  },
  'one-hastened': {
    en: '1 task as late as possible starts earlier, where there is room for it.',
    'zh-cn': '1 个“尽量晚”的任务提前到有空的时候。',
  },
  hastened: {
    en: '{count} tasks as late as possible start earlier, where there is room for them.',
    'zh-cn': '{count} 个“尽量晚”的任务提前到有空的时候。',
  },
  kept: {
    en: 'Not moved, for later it would miss its own “latest”: {tasks}',
    'zh-cn': '未移动，因为推后会超过自己的 latest：{tasks}',
  },
  delay: { en: '{task}: {from} → {to}', 'zh-cn': '{task}：{from} → {to}' },
  finish: { en: 'The plan finishes on {to} instead of {from}.', 'zh-cn': '计划由 {from} 改为 {to} 完成。' },
  'same-finish': { en: 'The plan still finishes on {to}.', 'zh-cn': '计划仍在 {to} 完成。' },
  'left-count': { en: 'Not relieved: {count}, see the findings.', 'zh-cn': '未能解除 {count} 处，见问题列表。' },
  left: { en: 'Not relieved:', 'zh-cn': '未能解除：' },
  broken: { en: 'Promises that it breaks:', 'zh-cn': '因此无法兑现的承诺：' },
} satisfies Phrases;

/** How many tasks are held back, and how many stand earlier. */
export function movesIn(moves: readonly { readonly earliest?: string }[], wording: Wording): string {
  const later = moves.filter(({ earliest }) => earliest !== undefined).length;
  const earlier = moves.length - later;
  return [
    ...(later > 0 ? [say(levellingWords[later === 1 ? 'one-delayed' : 'delayed'], { count: later }, wording)] : []),
    ...(earlier > 0
      ? [say(levellingWords[earlier === 1 ? 'one-hastened' : 'hastened'], { count: earlier }, wording)]
      : []),
  ].join(' ');
}

/** What stays for the sake of its own `latest`, by name; nothing where nothing does. */
export function keptIn(kept: readonly { readonly name: TaskName }[], wording: Wording): readonly string[] {
  if (kept.length === 0) return [];
  const names = kept.slice(0, mostNames).map(({ name }) => `“${nameOf(name, wording)}”`);
  const tasks = [...names, ...(kept.length > mostNames ? [`… (${kept.length})`] : [])].join(', ');
  return [say(levellingWords.kept, { tasks }, wording)];
}

const mostNames = 20;
