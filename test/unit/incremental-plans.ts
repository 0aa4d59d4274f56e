// Plans to edit at random, and edits as people make them in a plan.
import { readdirSync, readFileSync } from 'node:fs';
import type { TextChange } from '../../server/text/tree.ts';
import { anchorChange, anchoredText } from './plan/anchored-plans.ts';
import { planText, planChange as richChange } from './plan/edited-plans.ts';
import { soundChange } from './sound-edits.ts';
import { randomChange } from './text/edits.ts';
import { linesOf } from './text/shape.ts';
import type { Chance } from './text/yaml-text.ts';

const anchors = `name: Anchors
start: 2026-03-02
defaults: &law { owner: wang, duration: 2d }
team:
  wang: { name: 王芳 }
  li: Li
tasks:
  a: &first
    duration: 3d
    owner: wang
  b: *first
  c: { <<: *law, after: a }
  d:
    <<: [*first, *law]
    after: [b, c + 1d]
  e: &last { duration: 1w, after: d, assign: [li 50%, wang] }
  f:
    name: Group
    tasks:
      g: *last
      h: { <<: *last, deadline: 2026-03-20 }
rules: { missing-owner: off, high-duration: { severity: info, limit: 2d } }
`;

const chinese = `# 计划
name: 法律服务投标
start: 2026-03-02
status-date: 2026-03-12
include: team.plan.yaml
calendar: office
calendars:
  office: { country: CN, hours: [09:00-12:00, 13:00-18:00], holidays: { 2026-03-16: 休息 } }
goals:
  win: { name: 中标, kpis: [price] }
kpis:
  price: { name: 报价, unit: 元, target: 100 }
phases:
  招标:
    name: 招标准备
    window: 2026-03-02..2026-03-20
    buffer: 2d
    gate: { date: 2026-03-25, approver: wang }
    order: sequential
    tasks:
      公告: { duration: 3天, owner: wang, progress: 50% }
      评分: { duration: 2d, owner: li, start: 2026-03-16 } # plan-ignore: missing-predecessor (known)
      会议: { duration: 1h, repeat: { every: weekly, times: 4 }, owner: li }
  评标: # 第二阶段
    tasks:
      开标: { milestone: true, after: 招标, deadline: 2026-04-01 }
      澄清: { duration: 5d, after: [开标 + 1d], assign: [wang 50%, li] }
      签约: 3d
risks:
  迟到: { name: 迟到, probability: 3, impact: 4, owner: wang }
`;

/** Every way to write a value, and a comment at every place. */
const styles = `# head
name: "Styles of
  all kinds" # behind a quote
# above a key
start: 2026-01-05 # behind a value
description: >-
  folded, # no comment
  and more

tasks: # behind a key

  # above a task
  a: # behind an id
    # above a key of a task
    duration: 3d
    description: |
      lines: [ of text
       # no comment

      "end
    # below
  'b c': { duration: 2d, # in a brace
    # on a line of its own
    after: [a, # in a bracket
      "a" ] } # behind both
  c:
    after:
    # above an item
    - a # behind an item
    - b c
    tags: &tags
      - x

      - 'it''s 👩‍💻'
  ? d
  : duration: 1d
    tags: *tags
    name: plain text
      over lines
# tail
`;

const crlf =
  'name: x\r\nstart: 2026-01-05\r\ntasks:\r\n  a: 3d\r\n  # 说明 😀\r\n  b:\r\n    duration: 2d\r\n    after: a\r\n\r\n  c: { duration: 1d, after: [a, b] }\r\nteam:\r\n  p: { name: P }\r\n';
const flow =
  '{ name: x, start: 2026-01-05, tasks: { a: 3d, b: { duration: 2d, after: a }, c: { tasks: { d: 1d } } } }\n';

/** A plan as other tools export it: phases, tasks with links to earlier ones, people, some progress. */
function generated(chance: Chance): string {
  const lines = ['name: Generated', 'start: 2026-01-05', 'status-date: 2026-02-02', 'phases:'];
  const count = 4 + chance.below(chance.below(10) === 0 ? 50 : 12);
  for (let i = 0; i < count; i++) {
    if (i % 8 === 0) lines.push(`  p${i}:`, `    name: Phase ${i}`, '    tasks:');
    lines.push(`      t${i}:`, `        duration: ${1 + chance.below(9)}d`, `        owner: p${chance.below(4)}`);
    if (i > 1)
      lines.push(`        after: [t${chance.below(i)}, t${chance.below(i)} ${['', '+ 1d', '- 4h'][chance.below(3)]}]`);
    if (chance.below(5) === 0) lines.push(`        progress: ${chance.below(11) * 10}%`, '        # noted');
    if (chance.below(9) === 0) lines.push(`        deadline: 2026-0${1 + chance.below(9)}-10`);
  }
  lines.push('team:', ...[0, 1, 2, 3].map((i) => `  p${i}: { name: P${i} }`));
  return `${lines.join('\n')}\n`;
}

const samples = readdirSync('samples')
  .filter((name) => name.endsWith('.plan.yaml'))
  .map((name) => readFileSync(`samples/${name}`, 'utf8'));
const small: readonly string[] = ['', anchors, anchors, chinese, chinese, styles, styles, crlf, flow];

const words = [
  'a',
  'b',
  't3',
  'p1',
  'wang',
  'li',
  '3d',
  '0d',
  '2w',
  '1.5h',
  '2026-03-09',
  '2062-03-09',
  '50%',
  '4e',
  'SS',
  'done',
  'off',
];
const pieces = [
  '  neu: { duration: 2d, after: a }\n',
  '      neu: 3d\n',
  '    order: sequential\n',
  '        after: [t1, t2]\n',
  '        actual: { start: 2026-01-06, finish: 2026-01-05 }\n',
  '    leave: [2026-04-09..2026-04-01]\n',
  'finish: 2026-05-01\n',
  'status-date: 2026-03-20\n',
  'units: { day: 7h }\n',
  'rules: { far-date: off }\n',
  'baselines:\n  first: { date: 2026-03-01, tasks: { a: { start: 2026-03-02, finish: 2026-03-04 } } }\n',
];

/** One edit as people make them in a plan: half of them leave it readable. */
export function planChange(text: string, chance: Chance): TextChange {
  switch (chance.below(8)) {
    case 0:
      return text.includes('&') ? anchorChange(text, chance) : anyChange(text, chance);
    case 1:
      return anyChange(text, chance);
    case 2:
      return richChange(text, chance);
    case 3:
      return randomChange(text, chance);
    default:
      return soundChange(text, chance);
  }
}

/** Another word, a new line, a line gone or twice. */
function anyChange(text: string, chance: Chance): TextChange {
  const lines = linesOf(text);
  const line = chance.below(lines.length);
  const { start, end } = lines[line] ?? { start: 0, end: 0 };
  const written = text.slice(start, end);
  const at = (character: number, to = character) => ({ start: { line, character }, end: { line, character: to } });
  switch (chance.below(5)) {
    case 0: {
      const found = [...written.matchAll(/[\p{L}\d.%-]+/gu)];
      const word = found[chance.below(Math.max(found.length, 1))];
      const text = words[chance.below(words.length)] ?? '';
      return { range: word === undefined ? at(0) : at(word.index, word.index + word[0].length), text };
    }
    case 1:
      return { range: at(0), text: pieces[chance.below(pieces.length)] ?? '' };
    case 2:
      return { range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } }, text: '' };
    case 3:
      return { range: at(0), text: `${written}\n` };
    default:
      return { range: at(chance.below(written.length + 1)), text: ['x', '1', ' ', '李'][chance.below(4)] ?? '' };
  }
}

/** A plan to begin with: a small one far more often than one that people would keep. */
export function somePlan(chance: Chance): string {
  if (chance.below(5) === 0) return asSaved(anchoredText(chance), chance);
  const text = chance.below(30) === 0 ? samples[chance.below(samples.length)] : small[chance.below(small.length + 8)];
  const plan = text ?? (chance.below(2) === 0 ? generated(chance) : planText(chance));
  return asSaved(plan, chance);
}

/** As other editors save it, at times: line breaks of Windows or of old, a byte-order mark, no line break at the end. */
function asSaved(text: string, chance: Chance): string {
  switch (chance.below(20)) {
    case 0:
    case 1:
      return text.replace(/\r?\n/g, '\r\n');
    case 2:
      return text.replace(/\r?\n/g, '\r');
    case 3:
      return `\uFEFF${text}`;
    case 4:
      return text.trimEnd();
    default:
      return text;
  }
}
