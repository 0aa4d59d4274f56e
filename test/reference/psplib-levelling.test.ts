// Levelling against PSPLIB: no schedule breaks a link or takes more than there is, none is shorter than is possible, and on average they are near the best known.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blankActivities, kinds } from '../../server/schedule/activities.ts';
import { backwardPass } from '../../server/schedule/backward.ts';
import { everyDay } from '../../server/schedule/day-hours.ts';
import { forwardPass } from '../../server/schedule/forward.ts';
import { readLags } from '../../server/schedule/lags.ts';
import { level } from '../../server/schedule/levelling.ts';
import { fixedTable, horizon } from '../../server/schedule/work-table.ts';
import { buildNetwork } from '../unit/schedule/networks.ts';
import { type Instance, readInstance } from './psplib-instances.ts';
import { referenceData } from './reference-data.ts';

const data = referenceData('psplib');
const sets = data.isThere ? readdirSync(data.folder).filter((name) => /^j\d+$/.test(name)) : [];
const clock = fixedTable([{ firstDay: horizon.firstDay, week: everyDay([{ from: 0, to: 1440, rate: 1 }]) }]);

/** How far from the best known the average of a set may be, in percent: serial generation by latest start is known to be about so far. */
const most: Readonly<Record<string, number>> = { j30: 6, j60: 6, j120: 12 };

function levelled({ durations, links, needs, capacity }: Instance) {
  const network = buildNetwork(
    durations.map((_, index) => ({ parent: -1, end: index + 1 })),
    links,
  );
  const activities = blankActivities(durations.length);
  durations.forEach((duration, index) => {
    activities.kind[index] = duration === 0 ? kinds.point : kinds.work;
    activities.calendar[index] = clock;
    activities.burn[index] = clock;
    activities.measure[index] = clock;
    activities.work[index] = duration;
    activities.length[index] = duration;
  });
  const units = { dayMinutes: 480, weekMinutes: 2400, monthMinutes: 9600 };
  const lags = readLags(
    links.map(() => ({})),
    units,
  );
  const frame = { startMinute: 0, statusMinute: Number.NaN, calendar: clock, external: () => undefined };
  const early = forwardPass(network, activities, lags, frame);
  const late = backwardPass(network, activities, lags, early, Number.POSITIVE_INFINITY, false);
  const demands = needs.map((row) => row.flatMap((need, resource) => (need > 0 ? [{ resource, units: need }] : [])));
  const steps = level({
    network,
    activities,
    lags,
    frame,
    capacity,
    away: [],
    demands,
    finishCap: Number.POSITIVE_INFINITY,
    settled: new Map(),
    yielding: new Set<number>(),
    latest: new Map<number, number>(),
    priority: late.start,
  });
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value.dates;
}

/** The highest use of each resource, looked at where something begins. */
function highestUse({ start, finish }: { start: Float64Array; finish: Float64Array }, { needs, capacity }: Instance) {
  return capacity.map((_, resource) =>
    Math.max(
      ...[...start].map((moment) =>
        needs.reduce(
          (sum, row, job) =>
            (start[job] ?? 0) <= moment && moment < (finish[job] ?? 0) ? sum + (row[resource] ?? 0) : sum,
          0,
        ),
      ),
    ),
  );
}

describe.skipIf(!data.isThere)(data.title('PSPLIB, levelled'), () => {
  const best = new Map(
    data.isThere
      ? readFileSync(`${data.folder}best-known.csv`, 'utf8')
          .trim()
          .split('\n')
          .slice(1)
          .map((line) => line.split(','))
          .map((cells) => [cells[1] ?? '', { lower: Number(cells[14]), upper: Number(cells[15]) }] as const)
      : [],
  );

  it.each(sets)('%s: feasible, never under the lower bound, near the best known', (set) => {
    const gaps = readdirSync(data.folder + set)
      .filter((name) => name.endsWith('.sm'))
      .map((name) => {
        const instance = readInstance(`${data.folder}${set}/${name}`);
        const dates = levelled(instance);
        for (const { predecessor, successor } of instance.links)
          expect(dates.start[successor], name).toBeGreaterThanOrEqual(dates.finish[predecessor] ?? Number.NaN);
        highestUse(dates, instance).forEach((use, resource) => {
          expect(use, name).toBeLessThanOrEqual(instance.capacity[resource] ?? 0);
        });
        const { lower, upper } = best.get(name.replace('.sm', '')) ?? { lower: Number.NaN, upper: Number.NaN };
        expect(dates.planFinish, name).toBeGreaterThanOrEqual(lower);
        return (dates.planFinish - upper) / upper;
      });
    const average = (gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length) * 100;
    console.info(`${set}: ${gaps.length} instances, on average ${average.toFixed(2)} % over the best known`);
    expect(average).toBeLessThanOrEqual(most[set] ?? 0);
  });
});
