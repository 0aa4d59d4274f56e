// A plan as a TaskJuggler project: ids of ASCII, lengths, links, people, and nothing that breaks out of a text.
import { expect, it } from 'vitest';
import { writeTaskjuggler } from '../../../server/exchange/taskjuggler.ts';
import { wordingFor } from '../../../server/words/findings.ts';
import { analysisOf } from './converted.ts';

function written(text: string) {
  const analysis = analysisOf(text);
  const { text: tjp, losses } = writeTaskjuggler(analysis, wordingFor(analysis.plan, 'en'));
  return { tjp, losses: losses.map(({ code }) => code) };
}

it('has calendar, people, tasks and links', () => {
  const { tjp, losses } = written(`name: 'A "plan" } task x "y" {'
start: 2026-03-02
timezone: Asia/Shanghai
currency: CNY
calendars:
  standard: { hours: [09:00-12:00, 13:00-18:00], holidays: { 2026-04-04..2026-04-06: 清明节 } }
team:
  li: { name: 李伟, rate: 100/h, leave: 2026-03-04 }
phases:
  设计:
    tasks:
      draw-plans: { effort: 5d, owner: li }
      agreed: { milestone: true, after: draw-plans, deadline: 2026-03-20 }
  build:
    after: 设计
    tasks:
      walls: { duration: 2d, progress: 50% }
      dry: { duration: 3ed, after: [walls + 1d, agreed FF] }
`);
  // 2026-03-02 to 2026-03-16 (five days of work with one away, two days, one day of lag, three days on the clock): twice that and two months.
  expect(tjp).toBe(`project plan "A \\"plan\\" } task x \\"y\\" {" 2026-03-02 +88d {
  timezone "Asia/Shanghai"
  currency "CNY"
  dailyworkinghours 8
  timingresolution 5 min
  workinghours mon 09:00 - 12:00, 13:00 - 18:00
  workinghours tue 09:00 - 12:00, 13:00 - 18:00
  workinghours wed 09:00 - 12:00, 13:00 - 18:00
  workinghours thu 09:00 - 12:00, 13:00 - 18:00
  workinghours fri 09:00 - 12:00, 13:00 - 18:00
  workinghours sat off
  workinghours sun off
}
leaves holiday "清明节" 2026-04-04 - 2026-04-07
resource li "李伟" {
  rate 800
  leaves annual 2026-03-04 - 2026-03-05
}
task t1 "设计" {
  task draw_plans "draw-plans" {
    effort 5d
    allocate li
    start 2026-03-02-09:00
  }
  task agreed "agreed" {
    depends t1.draw_plans
    milestone
    maxend 2026-03-21
  }
}
task build "build" {
  depends t1
  task walls "walls" {
    length 2d
    complete 50
  }
  task dry "dry" {
    depends build.walls { gaplength 1d }
    duration 3d
  }
}
`);
  expect(losses).toEqual(['tjp-only', 'tjp-link']);
});

it('says how much of their time people give', () => {
  const { tjp, losses } = written(`name: Plan
start: 2026-03-02
team: { mia: {}, zoe: { capacity: 50% } }
resources: { crane: { kind: equipment } }
phases:
  build:
    assign: [mia]
    tasks:
      a: { effort: 5d, assign: [mia 50%, zoe 25%] }
      b: { effort: 5d, assign: [mia 100%, zoe] }
      c: { duration: 2d, owner: mia, assign: [crane] }
      d: { duration: 3ed, owner: mia }
      e: { effort: 5d, assign: [zoe 80%] }
`);
  // Half a day of eight hours; zoe is there for half of the time, a quarter is half of that.
  expect(tjp).toContain(`    effort 5d
    allocate mia, zoe
    limits { dailymax 4h { resources mia } dailymax 4h { resources zoe } }
`);
  expect(tjp.match(/allocate|dailymax/g)).toHaveLength(5);
  expect(tjp).toContain('    effort 5d\n    allocate mia, zoe\n    start');
  expect(losses).toEqual(['tjp-only', 'section', 'summary-assignment', 'tjp-part-time', 'tjp-overtime']);
});
