// Tables of tasks: what heads and cells mean, and a plan that comes back from its own table.
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../server/exchange/csv/read.ts';
import { writeCsv } from '../../../server/exchange/csv/write.ts';
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

  it('lists cells that it can’t read', () => {
    const { losses } = plan('name,duration,start,after\nA,soon,3/2/26,\nB,1d,,Z\n');
    expect(losses.map(({ args, items }) => [args.column, ...items])).toEqual([
      ['start', 'A “3/2/26”'],
      ['duration', 'A “soon”'],
      ['after', 'B “Z”'],
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
});
