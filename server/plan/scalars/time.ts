// Times of day: `09:00`, as minutes.

const time = /^(\d{1,2}):(\d\d)$/;

/** Minutes since midnight, 0…1440 (`24:00` ends a day); undefined where there is no such time. */
export function minuteOfDay(text: string): number | undefined {
  const match = time.exec(text);
  if (match === null) return undefined;
  const [hour, minute] = [Number(match[1]), Number(match[2])];
  return minute < 60 && (hour < 24 || (hour === 24 && minute === 0)) ? hour * 60 + minute : undefined;
}

/** `09:00` of minutes since midnight; past midnight it is a time of the next day. */
export function formatTime(minute: number): string {
  const inDay = minute > 1440 ? minute - 1440 : minute;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
}
