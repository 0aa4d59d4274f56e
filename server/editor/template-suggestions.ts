// Whole entries to begin with, where they fit: tasks, phases, people, risks and the rest, or a plan; with what the plan already has to choose from.
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import type { RecordName } from '../plan/schema.generated.ts';
import { entryTemplateWords, type TemplateKey } from '../words/entry-templates.ts';
import { isoDay, type Locale } from '../words/words.ts';
import type { Suggestion } from './completion.ts';
import type { CursorPlace } from './cursor-place.ts';
import { presentKeys } from './map-around.ts';
import type { Reader } from './reader.ts';
import type { Room } from './room.ts';
import { linkName } from './task-name.ts';

/** What a template is filled with; every text is a tab stop or a choice. */
interface Filling {
  /** An id that is not taken. */
  readonly id: string;
  /** ` , after: …` with the tasks nearest above to choose from; empty where there is none. */
  readonly after: readonly string[];
  readonly people: readonly string[];
  readonly today: string;
  /** Three months later. */
  readonly later: string;
  readonly names: (typeof entryTemplateWords)[TemplateKey][Locale];
}

interface Template {
  readonly key: TemplateKey;
  /** Lines as they stand in block style; the first alone in brackets. */
  readonly lines: (filling: Filling) => readonly string[];
}

/** How often things come back. */
const cadences = 'weekly on mon,weekly on fri,every 2w on mon,monthly on last fri,daily';

/** By the record that an entry of the map is. */
const templates: Readonly<Partial<Record<RecordName, readonly Template[]>>> = {
  Task: [
    {
      key: 'task',
      lines: ({ id, after, people }) => [
        `\${1:${id}}: { duration: \${2:3d}${pick(3, 'after', after)}${pick(4, 'owner', people)} }$0`,
      ],
    },
    {
      key: 'task-block',
      lines: ({ id, after, people, names }) => [
        `\${1:${id}}:`,
        `  name: \${2:${names.name}}`,
        `  \${3|duration,effort|}: \${4:3d}`,
        ...own(5, 'after', after),
        ...own(6, 'owner', people),
        `  acceptance: \${7:${names.text}}$0`,
      ],
    },
    {
      key: 'task-effort',
      lines: ({ id, after, people }) => [
        `\${1:${id}}: { effort: \${2:5d}${pick(3, 'after', after)}${pick(4, 'assign', people)} }$0`,
      ],
    },
    {
      key: 'task-repeat',
      lines: ({ id }) => [
        `\${1:${id}}: { duration: \${2:2h}, repeat: { every: \${3|${cadences}|}, times: \${4:6} } }$0`,
      ],
    },
    {
      key: 'milestone',
      lines: ({ id, after }) => [`\${1:${id}}: { milestone: true${pick(2, 'after', after)} }$0`],
    },
    {
      key: 'buffer',
      lines: ({ id, after }) => [`\${1:${id}}: { buffer: true, duration: \${2:3d}${pick(3, 'after', after)} }$0`],
    },
  ],
  Phase: [
    {
      key: 'phase',
      lines: ({ id, names }) => [
        `\${1:${id}}:`,
        `  name: \${2:${names.name}}`,
        '  tasks:',
        `    \${3:${id}-1}: { duration: \${4:5d} }`,
        `    \${5:${id}-2}: { milestone: true, after: $3 }$0`,
      ],
    },
    {
      key: 'phase-gate',
      lines: ({ id, people, names }) => [
        `\${1:${id}}:`,
        `  name: \${2:${names.name}}`,
        `  buffer: \${3:3d}`,
        `  gate: { criteria: [\${4:${names.text}}]${pick(5, 'approver', people)} }`,
        '  tasks:',
        `    \${6:${id}-1}: { duration: \${7:5d} }$0`,
      ],
    },
  ],
  Calendar: [
    {
      key: 'calendar',
      lines: ({ id, later, names }) => [
        `\${1:${id}}:`,
        `  days: \${2|mon-fri,mon-sat,mon-thu|}`,
        `  hours: [\${3:09:00-12:00}, \${4:13:00-17:00}]`,
        `  holidays: { \${5:${later}}: \${6:${names.text}} }$0`,
      ],
    },
  ],
  Risk: [
    {
      key: 'risk',
      lines: ({ id, people, names }) => [
        `\${1:${id}}:`,
        `  name: \${2:${names.name}}`,
        `  probability: \${3:30%}`,
        `  impact: \${4|1,2,3,4,5|}`,
        `  response: \${5|mitigate,avoid,transfer,accept,escalate|}`,
        ...own(6, 'owner', people),
        `  action: \${7:${names.text}}$0`,
      ],
    },
  ],
  Goal: [
    {
      key: 'goal',
      lines: ({ id, people, later, names }) => [
        `\${1:${id}}: { statement: \${2:${names.name}}, due: \${3:${later}}${pick(4, 'owner', people)} }$0`,
      ],
    },
  ],
  Kpi: [
    {
      key: 'kpi',
      lines: ({ id, names }) => [
        `\${1:${id}}:`,
        `  name: \${2:${names.name}}`,
        `  from: \${3:0}`,
        `  target: \${4:100}`,
        `  every: \${5|weekly,monthly,daily|}`,
        `  warn-below: \${6:50}$0`,
      ],
    },
  ],
  Meeting: [
    {
      key: 'meeting',
      lines: ({ id, people, names }) => [
        `\${1:${id}}: { name: \${2:${names.name}}, when: \${3|${cadences}|}, duration: \${4:1h}${people.length > 0 ? `, attendees: [\${5|${people.join(',')}|}]` : ''} }$0`,
      ],
    },
  ],
  Person: [{ key: 'person', lines: ({ id, names }) => [`\${1:${id}}: { name: \${2:${names.name}} }$0`] }],
};

const wholePlans: readonly Template[] = [
  {
    key: 'plan',
    lines: ({ id, today, names }) => [
      `name: \${1:${names.name}}`,
      `start: \${2:${today}}`,
      'tasks:',
      `  \${3:${id}-1}: \${4:10d}`,
      `  \${5:${id}-2}: { duration: \${6:5d}, after: $3 }`,
      `  \${7:${id}-3}: { milestone: true, after: $5 }$0`,
    ],
  },
  {
    key: 'plan-phases',
    lines: ({ id, today, names }) => [
      `name: \${1:${names.name}}`,
      `start: \${2:${today}}`,
      'order: sequential',
      'phases:',
      `  \${3:${id}-1}:`,
      `    name: \${4:${names.text}}`,
      `    buffer: \${5:3d}`,
      '    tasks:',
      `      \${6:${id}-1-1}: { duration: \${7:5d} }`,
      `      \${8:${id}-1-2}: { milestone: true, after: $6 }$0`,
    ],
  },
];

/** For a map whose entries are such records; for `Plan`, the document itself. None for who can't jump from stop to stop. */
export function templateSuggestions(
  analysis: Analysis,
  place: CursorPlace,
  record: RecordName,
  room: Room,
  { locale, snippets }: Reader,
): readonly Suggestion[] {
  if (!snippets || room.key !== 'any' || room.behind !== '' || place.colonFollows) return [];
  const present = presentKeys(analysis.tree, place);
  const isEmptyPlan = record === 'Plan' && place.segments.length === 0 && present.size === 0;
  const fitting = isEmptyPlan ? wholePlans : (templates[record] ?? []);
  return fitting.flatMap(({ key, lines }): Suggestion[] => {
    const names = entryTemplateWords[key][locale];
    const written = lines({ ...known(analysis, place), id: freeId(names.id, present), names });
    // Brackets hold one line.
    if (place.flow && written.length > 1) return [];
    const snippet = written.join(`\n${' '.repeat(place.column)}`);
    return [
      {
        label: names.label,
        kind: CompletionItemKind.Snippet,
        snippet,
        name: `${names.id} ${names.found}`,
        documentation: shown(written),
      },
    ];
  });
}

/** More choices than these are quicker typed. */
const mostChoices = 8;

function known({ plan, tree, snapshot }: Analysis, { word }: CursorPlace): Omit<Filling, 'id' | 'names'> {
  const today = Math.floor(snapshot.nowMinute / 1440);
  const above = plan.tasks.filter(
    ({ synthetic, isPhase, key, kind }) =>
      synthetic === undefined && !isPhase && kind !== 'summary' && tree.spanOf(key).end < word.start,
  );
  return {
    after: above
      .slice(-mostChoices)
      .reverse()
      .map((task) => linkName(plan, task, -1)),
    people: (plan.root.team?.value ?? []).slice(0, mostChoices).map(({ id }) => id),
    today: isoDay(today),
    later: isoDay(today + 91),
  };
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let count = 2; taken.has(id); count += 1) id = `${wanted}-${count}`;
  return id;
}

function pick(stop: number, key: string, choices: readonly string[]): string {
  return choices.length > 0 ? `, ${key}: \${${stop}|${choices.join(',')}|}` : '';
}

function own(stop: number, key: string, choices: readonly string[]): readonly string[] {
  return choices.length > 0 ? [`  ${key}: \${${stop}|${choices.join(',')}|}`] : [];
}

/** The entry as it will stand, for who looks at it first. */
function shown(lines: readonly string[]): string {
  const plain = lines
    .join('\n')
    .replaceAll(/\$\{\d+[:|]([^,|}]*)[^}]*\}/g, '$1')
    .replaceAll(/\$\d+/g, '');
  return `\`\`\`yaml\n${plain}\n\`\`\``;
}
