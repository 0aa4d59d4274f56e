// What the views of a plan say, worked out by hand: 2 March 2026 is a Monday; work is Monday to Friday, eight hours a day.
import { describe, expect, it } from 'vitest';
import { labelText } from '../../../server/charts/mermaid-text.ts';
import { type OtherView, otherViews, type View, viewNameOf } from '../../../server/charts/view.ts';
import { axisDays, mondayOf, weeksBetween } from '../../../server/charts/view-dates.ts';
import { viewMarkdown } from '../../../server/charts/view-markdown.ts';
import { viewAnswer, viewOf } from '../../../server/charts/views.ts';
import { locate } from '../../../server/connection/own-requests.ts';
import { wordingFor } from '../../../server/words/findings.ts';
import { analysed, texts } from '../editor/analysed.ts';

function seen(text: string, view: OtherView, locale: 'en' | 'zh-cn' = 'en', more = {}): View {
  const analysis = analysed(text);
  return viewOf(analysis, { view, ...more }, wordingFor(analysis.plan, locale));
}

const cells = ({ tables }: View, table = 0): readonly (readonly string[])[] =>
  tables[table]?.lines.map((line) => line.cells) ?? [];

const chain = `name: x
start: 2026-03-02
tasks:
  a: 2d
  b: { duration: 3d, after: a }
  c: { duration: 1d, after: a SS }
`;

describe('the network', () => {
  it('says what each task waits for, its dates and slack', () => {
    expect(cells(seen(chain, 'network'))).toEqual([
      ['a', '', '2026-03-02', '2026-03-03', '0 working days', 'yes'],
      ['b', 'a', '2026-03-04', '2026-03-06', '0 working days', 'yes'],
      ['c', 'a SS', '2026-03-02', '2026-03-02', '4 working days', ''],
    ]);
  });

  it('is Mermaid’s flowchart: critical links thick, other kinds named', () => {
    const [drawing] = seen(chain, 'network').drawings;
    expect(drawing?.mermaid.split('\n')).toEqual([
      'flowchart TB',
      'n0["a<br/>03-02 → 03-03"]',
      'n1["b<br/>03-04 → 03-06"]',
      'n2["c<br/>03-02"]',
      'n0 ==> n1',
      'n0 -->|SS| n2',
      'classDef critical stroke:#c62828,stroke-width:2px',
      'class n0,n1 critical',
      'linkStyle 0 stroke:#c62828',
      '',
    ]);
  });

  it('holds the critical path alone where that is asked for', () => {
    const view = seen(chain, 'network', 'en', { criticalOnly: true });
    expect(view.drawings[0]?.elements.map(({ target }) => target)).toEqual([
      { kind: 'task', id: 'a' },
      { kind: 'task', id: 'b' },
    ]);
  });
});

describe('the work breakdown', () => {
  it('numbers everything by its place', () => {
    const view = seen(
      'name: x\nstart: 2026-03-02\nphases:\n  p: { tasks: { a: 1d, b: { tasks: { c: 1d } } } }\n  q: { tasks: { d: 1d } }\n',
      'wbs',
    );
    expect(cells(view).map(([name, number]) => [name, number])).toEqual([
      ['p', '1'],
      ['a', '1.1'],
      ['b', '1.2'],
      ['c', '1.2.1'],
      ['q', '2'],
      ['d', '2.1'],
    ]);
  });
});

describe('the board', () => {
  it('tells what can begin from what waits: links of summaries, reserves and kinds of links count', () => {
    const view = seen(
      `name: x
start: 2026-03-02
phases:
  one:
    buffer: 1d
    gate: { date: 2026-03-20 }
    tasks:
      a: { duration: 2d, progress: 50 }
      b: { duration: 1d, after: a }
      c: { duration: 1d, after: a SS }
      gone: { duration: 1d, status: cancelled }
  two:
    after: one
    tasks:
      d: 1d
      e: { duration: 1d, status: on-hold }
`,
      'board',
    );
    expect(cells(view).map(([name, state]) => [name, state])).toEqual([
      ['b', 'Waiting'],
      ['Gate of one', 'Waiting'],
      ['d', 'Waiting'],
      ['c', 'Can begin'],
      ['a', 'In progress'],
      ['e', 'Blocked, on hold'],
    ]);
  });
});

describe('money', () => {
  it('adds up what is in each phase: people by their time, and fixed costs', () => {
    const view = seen(
      `name: x
start: 2026-03-02
currency: EUR
budget: 5000
team: { mia: { rate: 100/d } }
phases:
  one: { budget: 900, tasks: { a: { duration: 5d, owner: mia, cost: 500, actual: { start: 2026-03-02, cost: 40 } } } }
  two: { tasks: { b: { duration: 2d, owner: mia }, c: { duration: 1d, cost: 800 } } }
`,
      'money',
    );
    expect(view.summary).toBe('planned cost 2000 EUR · budget 5000 EUR');
    expect(cells(view)).toEqual([
      ['one', '1000 EUR', '50%', '900 EUR', '40 EUR', '-100 EUR'],
      ['two', '1000 EUR', '50%', '', '', ''],
    ]);
  });

  it('keeps slices of one name apart', () => {
    const view = seen(
      'name: x\nstart: 2026-03-02\ntasks:\n  a: { name: Same, duration: 1d, cost: 1 }\n  b: { name: Same, duration: 1d, cost: 2 }\n',
      'money',
    );
    expect(view.drawings[0]?.mermaid).toBe('pie showData\n    "Same" : 2\n    "Same #40;2#41;" : 1\n');
  });
});

describe('who is responsible', () => {
  const team = Array.from({ length: 120 }, (_, i) => `  p${i}: { name: P${i} }\n`).join('');
  const tasks = Array.from({ length: 120 }, (_, i) => `  t${i}: { duration: 1d, owner: p${i} }\n`).join('');

  it('is told for a hundred people at most: those whom most tasks name, in the order of the team', () => {
    const view = seen(
      `start: 2026-03-02\nteam:\n${team}tasks:\n${tasks}  last: { duration: 1d, owner: p119 }\n`,
      'raci',
    );
    const titles = view.tables[0]?.columns.map(({ title }) => title) ?? [];
    expect(titles.slice(1)).toEqual([...Array.from({ length: 99 }, (_, i) => `P${i}`), 'P119']);
    expect(cells(view).map((line) => line.length)).toEqual(Array.from({ length: 121 }, () => 101));
    expect(view.banner.map(({ text }) => text)).toEqual([
      'The table shows the 100 people who are named by most tasks; 20 more are left out.',
    ]);
  });

  it('is told for all of a smaller team', () => {
    const text = 'start: 2026-03-02\nteam: { li: { name: Li } }\ntasks: { a: { duration: 1d, owner: li } }\n';
    expect(cells(seen(text, 'raci'))).toEqual([['a', 'A/R']]);
    expect(seen(text, 'raci').banner).toEqual([]);
  });
});

describe('the likely finish', () => {
  it('is nothing without a simulation, and says what to write without estimates', () => {
    expect(seen(chain, 'finish').drawings).toEqual([]);
  });
});

describe('a view', () => {
  it('of nothing says what to write, in both languages, and never fails', () => {
    for (const text of ['', 'name: x\n', 'x: [ {', 'tasks: 3\nteam: []\nrisks: x\n']) {
      for (const view of otherViews) {
        for (const locale of ['en', 'zh-cn'] as const) {
          const made = seen(text, view, locale);
          expect([made.empty !== undefined, made.tables.length > 0]).toContain(true);
          if (made.empty !== undefined) expect(/\p{Script=Han}/u.test(made.empty)).toBe(locale === 'zh-cn');
        }
      }
    }
  });

  it('is not sent again while it is the same', () => {
    const analysis = analysed(chain);
    const view = viewOf(analysis, { view: 'board' }, wordingFor(analysis.plan, 'en'));
    const { tag, view: sent } = viewAnswer(analysis, view, undefined);
    expect(sent).toBe(view);
    expect(viewAnswer(analysis, view, tag).view).toBeUndefined();
    expect(viewAnswer(analysis, seen(chain.replace('2d', '4d'), 'board'), tag).view).toBeDefined();
  });

  it('has tables of as many lines as are wanted, and says how many there are', () => {
    const view = seen(chain, 'network', 'en', { mostLines: 2 });
    expect(cells(view)).toHaveLength(2);
    expect(view.banner.map(({ text }) => text)).toEqual(['The table shows the first 2 lines of 3.']);
  });

  it('has a name that may come from anywhere', () => {
    expect(['wbs', 'gantt', '__proto__', 'toString', 3, undefined].map(viewNameOf)).toEqual([
      'wbs',
      'gantt',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is a Markdown page that no name breaks out of', () => {
    const page = viewMarkdown(seen(chain.replace('name: x', 'name: "a|b <i> `c` **d**"'), 'network'), 'Network');
    expect(page).toContain('# a\\|b &lt;i&gt; \\`c\\` \\*\\*d\\*\\*: Network');
    expect(page).toContain('```mermaid\nflowchart TB');
    expect(page).toContain(
      '| Task | Waits for | Start | Finish | Slack | Critical |\n| --- | --- | --- | --- | --: | --- |',
    );
  });
});

describe('the risks', () => {
  it('threaten what they name and what names them, each once', () => {
    const text = `name: x
start: 2026-03-02
risks:
  rain: { probability: 30%, impact: 4, tasks: [a, gone] }
  permit: The permit is late
tasks:
  a: { name: Roof, duration: 1d, risks: [rain, permit] }
  b: { duration: 1d, risks: rain }
  s: { tasks: { b: { duration: 1d, risks: permit } } }
`;
    expect(cells(seen(text, 'risks')).map((line) => line.at(-1))).toEqual(['Roof, gone, and b', 'Roof and b']);
  });
});

describe('what is chosen in a view', () => {
  const text = `name: x
start: 2026-03-02
team: { mia: { name: Mia } }
resources: { crane: { kind: equipment } }
risks:
  r1: { name: Rain }
include: [people.yaml]
tasks: { a: 1d }
`;
  const analysis = analysed(text, { files: { 'file:///w/people.yaml': 'team:\n  ben: { name: Ben }\n' } });
  const found = (kind: 'task' | 'person' | 'resource' | 'risk' | 'key', planId: string) =>
    locate(analysis, { uri: '', kind, planId });

  it.each([
    ['task', 'a', 'a: 1d'],
    ['person', 'mia', 'mia: { name: Mia }'],
    ['resource', 'crane', 'crane: { kind: equipment }'],
    ['risk', 'r1', 'r1: { name: Rain }'],
    ['key', 'name', 'name: x'],
  ] as const)('has its place in the text: %s %s', (kind, id, entry) => {
    const place = found(kind, id);
    expect(place && texts(analysis, [place.entry])).toEqual([entry]);
    expect(place?.uri).toBeUndefined();
  });

  it('may stand in an included file', () => {
    const place = found('person', 'ben');
    expect(place?.uri).toBe('file:///w/people.yaml');
    expect(place?.key.start).toEqual({ line: 1, character: 2 });
  });

  it('may be gone', () => {
    expect([found('risk', 'r2'), found('key', '__proto__'), found('person', 'constructor')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('dates of an axis', () => {
  const day = (text: string): number => Date.parse(`${text}T00:00Z`) / 60_000;

  it('begin on Mondays, few enough to be read', () => {
    expect(mondayOf(day('2026-03-04') + 600)).toBe(day('2026-03-02'));
    expect(mondayOf(day('1969-12-31'))).toBe(day('1969-12-29'));
    const { edges, weeksEach } = weeksBetween(day('2026-03-04'), day('2026-05-01'), 5);
    expect(weeksEach).toBe(2);
    expect(axisDays(edges)).toEqual(['03-02', '03-16', '03-30', '04-13', '04-27', '05-11']);
    expect(axisDays([day('2025-01-06'), day('2026-02-02')])).toEqual(['2025-01-06', '2026-02-02']);
  });
});

describe('a label', () => {
  it('keeps dates, numbers and words with hyphens; all other signs are entities', () => {
    expect(labelText('Kick-off 2026-03-02 v3.1')).toBe('Kick-off 2026-03-02 v3.1');
    expect(labelText('1. a-b, - "c"')).toBe('1#46; a-b#44; #45; #34;c#34;');
    expect(labelText('  ', 'id')).toBe('id');
    expect(labelText('x'.repeat(9), 'id', 5)).toBe('xxxx…');
  });
});
