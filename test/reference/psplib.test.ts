// The length of the critical path of every PSPLIB instance equals the MPM time that its makers published: the passes alone, without calendars.
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blankActivities, kinds } from '../../server/schedule/activities.ts';
import { backwardPass } from '../../server/schedule/backward.ts';
import { everyDay } from '../../server/schedule/day-hours.ts';
import { forwardPass } from '../../server/schedule/forward.ts';
import { readLags } from '../../server/schedule/lags.ts';
import { fixedTable, horizon } from '../../server/schedule/work-table.ts';
import { buildNetwork } from '../unit/schedule/networks.ts';
import { type Instance, readInstance } from './psplib-instances.ts';
import { referenceData } from './reference-data.ts';

const data = referenceData('psplib');
const sets = data.isThere ? readdirSync(data.folder).filter((name) => /^j\d+$/.test(name)) : [];
const clock = fixedTable([{ firstDay: horizon.firstDay, week: everyDay([{ from: 0, to: 1440, rate: 1 }]) }]);

function criticalPathLength({ durations, links }: Instance): { readonly length: number; readonly lastSlack: number } {
  const tasks = durations.map((_, index) => ({ parent: -1, end: index + 1 }));
  const network = buildNetwork(tasks, links);
  const activities = blankActivities(tasks.length);
  durations.forEach((duration, index) => {
    activities.kind[index] = duration === 0 ? kinds.point : kinds.work;
    activities.calendar[index] = clock;
    activities.burn[index] = clock;
    activities.measure[index] = clock;
    activities.work[index] = duration;
    activities.length[index] = duration;
  });
  const units = { dayMinutes: 480, weekMinutes: 2400, monthMinutes: 9600 };
  const frame = { startMinute: 0, statusMinute: Number.NaN, calendar: clock, external: () => undefined };
  const lags = readLags(
    links.map(() => ({})),
    units,
  );
  const early = forwardPass(network, activities, lags, frame);
  const late = backwardPass(network, activities, lags, early, Number.POSITIVE_INFINITY, false);
  return { length: early.planFinish, lastSlack: Math.min(...late.totalSlack) };
}

describe.skipIf(!data.isThere)(data.title('PSPLIB'), () => {
  it('is there: 468 instances', () => {
    expect(sets.flatMap((set) => readdirSync(data.folder + set).filter((name) => name.endsWith('.sm')))).toHaveLength(
      468,
    );
  });

  it.each(sets)('%s: critical-path length of every instance', (set) => {
    for (const file of readdirSync(data.folder + set).filter((name) => name.endsWith('.sm'))) {
      const instance = readInstance(`${data.folder}${set}/${file}`);
      const { length, lastSlack } = criticalPathLength(instance);
      expect(length, file).toBe(instance.mpmTime);
      expect(lastSlack, file).toBe(0);
    }
  });
});
