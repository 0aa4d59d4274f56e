// What the clocks of one time zone show when those of another show a moment.

const formats = new Map<string, Intl.DateTimeFormat>();
/** Clocks change at quarters of an hour: by zone and quarter, how far they are ahead of UTC. */
const known = new Map<string, number>();
const mostKnown = 20_000;
/** What a `Date` can hold, in minutes. */
const farthest = 8_640_000_000_000_000 / 60_000 - 2880;

/** A moment of the clocks of `from` on those of `to`; the same where a plan doesn't say its zone. */
export function onClocksOf(minute: number, from: string | undefined, to: string | undefined): number {
  if (from === undefined || to === undefined || from === to || !(Math.abs(minute) < farthest)) return minute;
  // The first is the offset of a moment that is at most a day away, perhaps on the other side of a change of the clocks.
  const near = minute - offsetOf(from, minute);
  const utc = minute - offsetOf(from, near);
  return utc + offsetOf(to, utc);
}

/** Minutes that clocks are ahead of UTC. */
function offsetOf(zone: string, utc: number): number {
  const quarter = Math.floor(utc / 15);
  const key = `${zone} ${quarter}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= mostKnown) known.clear();
  const offset = readOffset(zone, quarter * 15);
  known.set(key, offset);
  return offset;
}

function readOffset(zone: string, utc: number): number {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  formats.set(zone, format);
  const said = format.formatToParts(utc * 60_000).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = 0, minutes = 0] = /([+-])(\d\d):(\d\d)/.exec(said) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
