// Tables of tasks: what heads and cells mean, and a plan that comes back from its own table.
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../server/exchange/csv/read.ts';
import { writeCsv } from '../../../server/exchange/csv/write.ts';
import { movedTasks } from '../../../server/exchange/stated-dates.ts';
import { wordingFor } from '../../../server/words/findings.ts';
import { analysisOf, datesById, planFrom } from './converted.ts';

function plan(csv: string) {
  const { text, losses } = planFrom(readCsv, csv);
  return { text, losses, tasks: text.slice(text.search(/^(?:tasks|phases):/m)) };
}

describe('reading', () => {
  it('takes the columns of MS Project: numbers of rows, outline levels, names of resources', () => {
    const { text, tasks } = plan(
      [
        'ID;Task Name;Outline Level;Duration;Start;Finish;Predecessors;Resource Names;% Complete',
        '1;Design;1;;;;;;',
        '2;Draw plans;2;5 days;2026-03-02;2026-03-06;;Mia Wong;40%',
        '3;Plans agreed;2;0 days;2026-03-06;2026-03-06;2;;',
        '4;Build;1;10 days?;2026-03-11;2026-03-24;3FS+2 days;"Ben[50%],Mia Wong";',
      ].join('\r\n'),
    );
    expect(text).toBe(`name: test
start: 2026-03-02

team:
  mia-wong: Mia Wong
  ben: Ben

phases:
  design:
    name: Design
    tasks:
      draw-plans: { name: Draw plans, duration: 5d, owner: mia-wong, progress: 40% }
      plans-agreed: { name: Plans agreed, milestone: true, after: draw-plans }
tasks:
  build: { name: Build, duration: 10d, after: plans-agreed + 2d, assign: [ben 50%, mia-wong] }
`);
    expect(tasks).toContain('phases:');
    expect(datesById(analysisOf(text)).get('build')).toContain('2026-03-11T09:00 → 2026-03-24T18:00');
  });

  it('takes a table of a spreadsheet in Chinese, phases named in a column of their own', () => {
    const { text } = plan(
      '\uFEFF任务名称,阶段,工期,开始日期,前置任务,负责人,备注\n调研,准备,3,2026-03-02,,李伟,\n设计,准备,5天,,调研,李伟,"两版,择优"\n上线,交付,0,,设计,,\n',
    );
    expect(text).toBe(`name: test
start: 2026-03-02

team:
  李伟: 李伟

phases:
  准备:
    tasks:
      调研: { duration: 3d, owner: 李伟 }
      设计: { description: "两版,择优", duration: 5d, after: 调研, owner: 李伟 }
  交付:
    tasks:
      上线: { milestone: true, after: 设计 }
`);
  });

  it('computes a duration from both dates, and keeps other columns', () => {
    // Monday to Wednesday of the next week: eight working days.
    const { tasks } = plan('name,start,end,Room\nA,2026-03-02,2026-03-11,B 12\nB,2026-03-12,2026-03-12,\n');
    expect(tasks).toBe(
      'tasks:\n  a: { name: A, duration: 8d, x-room: B 12 }\n  b: { name: B, duration: 1d, earliest: 2026-03-12 }\n',
    );
  });

  it('takes the dates and the money of MS Project in English: a weekday tells which number is the month', () => {
    const { text, losses } = plan(
      [
        'sep=;',
        'ID;Task Name;Duration;Start;Finish;Predecessors;Cost',
        '1;Build;5 days;Mon 3/2/26;Fri 3/6/26;;$1,200.50',
        '2;Paint;3 days;Mon 3/9/26;Wed 3/11/26;1FS+0 days;',
        '3;Move;2 days;Tue 3/17/26 8:00 AM;Wed 3/18/26 5:00 PM;;',
      ].join('\n'),
    );
    expect(losses).toEqual([]);
    expect(text).toContain(`start: 2026-03-02

tasks:
  build: { name: Build, duration: 5d, cost: 1200.5 }
  paint: { name: Paint, duration: 3d, after: build }
  move: { name: Move, duration: 2d, earliest: 2026-03-17 }
`);
  });

  it.each([
    ['with dots the day is first', '02.03.2026', '13.3.26'],
    ['a day over 12', '02/03/2026', '13/03/2026'],
    ['names of months', '2 March 2026', 'Mar 13, 2026'],
    ['names of months in short', '2-Mar-26', '13-Mar-26'],
    ['Chinese', '2026年3月2日 周一', '2026/3/13'],
  ])('reads dates that can be read in one way: %s', (_, start, finish) => {
    const { text, losses } = plan(`name;start;finish\nA;"${start}";"${finish}"\n`);
    expect(losses).toEqual([]);
    expect(text).toContain('start: 2026-03-02\n');
    expect(text).toContain('duration: 10d');
  });

  it('takes the order of day and month that fits the durations, and says so', () => {
    const table = (duration: string) =>
      plan(`name,duration,start,finish\nA,${duration},3/2/2026,3/6/2026\nB,1d,3/9/2026,3/9/2026\n`);
    expect(table('5d').losses).toEqual([{ code: 'month-first', items: ['3/2/2026'], args: {} }]);
    expect(table('5d').text).toContain('start: 2026-03-02\n');
    // 3 February to 3 June.
    expect(table('87d').losses).toMatchObject([{ code: 'day-first' }]);
    expect(table('4d').losses.map(({ code }) => code)).toEqual(['cell', 'cell']);
    expect(plan('name,start\nA,31/31/2026\nB,3/9/2026\n').losses).toMatchObject([
      { items: ['A “31/31/2026”', 'B “3/9/2026”'] },
    ]);
  });

  it('takes a milestone for where it should be when only its day is told', () => {
    const { draft, taskIds, text } = planFrom(
      readCsv,
      'id,name,duration,start,finish,after\na,A,2d,2026-03-02,2026-03-03,\nb,B,0d,2026-03-03,2026-03-03,a\nc,C,0d,2026-03-05,2026-03-05,a\n',
    );
    const { moved, compared } = movedTasks(draft, taskIds, analysisOf(text));
    expect(compared).toBe(3);
    expect(moved.map(({ name }) => name)).toEqual(['C']);
  });

  it('lists cells that it can’t read', () => {
    const { losses } = plan('name,duration,start,after\nA,soon,3/2/26,\nB,1d,,Z\n');
    expect(losses.map(({ args, items }) => [args.column, ...items])).toEqual([
      ['start', 'A “3/2/26”'],
      ['duration', 'A “soon”'],
      ['after', 'B “Z”'],
    ]);
  });

  it.each([
    [
      'its own, ids that begin with digits',
      'id,duration,after\n3-design,1d,\n9-end,1d,3-design + 2d\n',
      '3-design + 2d',
    ],
    ['MS Project', 'ID,Name,Duration,Predecessors\n4,A,1d,\n1,B,1d,4FS+2 ewks\n', 'a + 2ew'],
    ['GanttProject', 'ID,Name,Duration,Predecessors\n12,A,1d,\n1,B,1d,12-SS=P-3D\n', 'a SS - 3d'],
    ['GanttProject without a lag', 'ID,Name,Duration,Predecessors\n12,A,1d,\n1,B,1d,12-FF\n', 'a FF'],
    ['rows, where there are no ids', 'name,duration,after\nA,1d,\nB,1d,1SS+50%\n', 'a SS + 50%'],
    ['names, with the mark of a list in them', '任务名称,工期,前置任务\nA、B,1,\nC,1,\nD,1,A、B\n', 'a-b'],
  ])('takes the links of %s', (_, csv, link) => {
    const { tasks, losses } = plan(csv);
    expect(tasks).toContain(`after: ${link}`);
    expect(losses).toEqual([]);
  });

  it('takes a number for that of a row only where there are no ids', () => {
    const { tasks, losses } = plan('ID,Name,Duration,Predecessors\n5,A,1d,2\n6,B,1d,5\n7,C,1d,1-FS=PT1H\n');
    expect(tasks).toBe(
      'tasks:\n  a: { name: A, duration: 1d }\n  b: { name: B, duration: 1d, after: a }\n  c: { name: C, duration: 1d }\n',
    );
    expect(losses.flatMap(({ items }) => items)).toEqual(['A “2”', 'C “1-FS=PT1H”']);
  });

  it('ends where another table begins', () => {
    const { text, losses } = plan('ID,Name,Duration\n0,A,1\n\n1,B,2\n\n\nID,Name,Default role\n0,Mia,Developer\n');
    expect(analysisOf(text).plan.tasks.map(({ name }) => name)).toEqual(['A', 'B']);
    expect(losses).toEqual([{ code: 'second-table', items: ['ID, Name, Default role'], args: {} }]);
  });

  it('tells things from people, and keeps how much of them', () => {
    const { text, losses } = plan(
      'id,duration,assign\na,1d,crane x2; concrete 40t; mia 50%\nb,1d,crane\nc,1d,Nails[3 m/day]\n',
    );
    expect(text).toContain('team:\n  mia: mia\n');
    expect(text).toContain('  crane: { kind: equipment, capacity: 2 }\n  concrete: { kind: material, unit: t }\n');
    expect(text).toContain('a: { duration: 1d, assign: [crane x2, concrete 40t, mia 50%] }');
    expect(text).toContain('b: { duration: 1d, assign: crane }');
    expect(losses).toEqual([{ code: 'cell', items: ['c “Nails[3 m/day]”'], args: { column: 'assign' } }]);
  });

  it('takes names as other programs write them for names', () => {
    const { text } = plan('Task Name,Duration,Resource Names\nA,1d,"Team 3A,Cable[3 m],Mia[50%]"\n');
    expect(text).toContain('assign: [team-3a, cable 3m, mia 50%]');
    expect(plan('任务名称,工期,资源名称\nA,1,张三、李四\n').text).toContain('assign: [张三, 李四]');
  });

  it('drops nothing silently', () => {
    const { tasks, losses } = plan(
      'id,name,parent,duration,work,owner,assignee,assign,link,Room,Room,\np,Phase,,,,mia,,ben,,,,\na,A,p,1d,2d,mia,zoe,,no address,1,2,3\n',
    );
    expect(tasks).toBe(
      'phases:\n  p:\n    name: Phase\n    owner: mia\n    tasks:\n      a: { name: A, duration: 1d, owner: mia, x-assignee: zoe, x-room: 1, x-room-11: 2, x-column-12: 3 }\n',
    );
    expect(losses.map(({ code, items }) => [code, ...items])).toEqual([
      ['summary-assignment', 'Phase'],
      ['cell', 'A “no address”'],
      ['task-field', 'A'],
    ]);
  });

  it('says how many rows have neither a name nor an id', () => {
    const { losses, text } = plan('id,name,cost\na,A,1\n,,2\n,,\n,,3\n');
    expect(analysisOf(text).plan.tasks.map(({ name }) => name)).toEqual(['A']);
    expect(losses).toEqual([{ code: 'rows-nameless', items: [], args: { count: 2 } }]);
  });

  it('says so where it reads a part of the rows only', () => {
    const reading = readCsv(`name\n${'a\n'.repeat(100_001)}`);
    expect('draft' in reading && reading.draft.losses).toEqual([
      { code: 'rows-cut', items: [], args: { kept: 100_000 } },
    ]);
  });

  it.each([
    ['', 'empty'],
    ['a,b\n1,2\n', 'no-columns'],
    ['name,duration\n', 'no-work'],
    ['{"name": 1}', 'no-columns'],
  ])('%j is refused', (text, refusal) => {
    expect(readCsv(text)).toMatchObject({ refusal });
  });

  it('is not led round in circles by parents', () => {
    const { text } = plan('id,name,parent,duration\na,A,b,1d\nb,B,a,1d\nc,C,c,1d\n');
    expect(analysisOf(text).plan.tasks.length).toBeGreaterThanOrEqual(3);
  });
});

describe('writing', () => {
  const source = `name: Test
start: 2026-03-02
team: { mia: { }, ben: { } }
phases:
  design:
    tasks:
      draw: { name: "=1+1", duration: 5d, owner: mia }
      agreed: { milestone: true, after: draw }
  build:
    after: design
    tasks:
      walls: { duration: 2w, assign: [mia 50%, ben], deadline: 2026-03-31, cost: 100 }
      roof: { effort: 6d, after: walls + 1d, assign: [mia, ben] }
`;
  const { text, losses } = writeCsv(analysisOf(source), wordingFor(analysisOf(source).plan, 'en'));

  it('has one row a task, and nothing that a spreadsheet runs', () => {
    const [head, , draw] = text.split('\r\n');
    expect(head).toBe(
      '\uFEFFid,name,parent,duration,effort,milestone,after,start,finish,deadline,owner,assign,progress,cost,description,link',
    );
    expect(draw).toBe("draw,'=1+1,design,5d,,,,2026-03-02,2026-03-06,,mia,,,,,");
    expect(losses.map(({ code }) => code)).toEqual(['table-only']);
  });

  it('is read again with the same dates', () => {
    const again = analysisOf(planFrom(readCsv, text).text);
    expect(datesById(again)).toEqual(datesById(analysisOf(source)));
    expect(again.plan.tasks[1]?.name).toBe('=1+1');
  });

  it('tells tasks of one id in two phases apart', () => {
    const twice = `start: 2026-03-02
phases:
  p1: { tasks: { draft: 5d, review: { duration: 1d, after: draft } } }
  p2: { tasks: { draft: 2d, review: { duration: 1d, after: draft } } }
`;
    const analysis = analysisOf(twice);
    const table = writeCsv(analysis, wordingFor(analysis.plan, 'en')).text;
    expect(table).toContain('\r\np2/review,review,p2,1d,,,p2/draft,');
    const again = analysisOf(planFrom(readCsv, table).text);
    expect([...again.schedule.finish]).toEqual([...analysis.schedule.finish]);
    expect(again.plan.tasks.map(({ name, parent }) => [name, parent])).toEqual(
      analysis.plan.tasks.map(({ name, parent }) => [name, parent]),
    );
  });
});
