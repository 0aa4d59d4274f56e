// Time round the clock, in which elapsed work goes on.
import { dayMinutes } from './day-hours.ts';
import type { WorkingTime } from './working-time.ts';

export const clockTime: WorkingTime = {
  id: '',
  add: (from, minutes) => from + minutes,
  subtract: (to, minutes) => to - minutes,
  between: (from, to) => to - from,
  nextWorking: (minute) => minute,
  previousWorking: (minute) => minute,
  minutesOfDay: () => dayMinutes,
  intervalsOfDay: () => [{ from: 0, to: dayMinutes }],
  dayNote: () => undefined,
};
