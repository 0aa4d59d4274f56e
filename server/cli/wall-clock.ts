/** Now on the wall clock of this machine, in minutes since 1970-01-01T00:00. */
export function wallClock(): number {
  const now = new Date();
  return Math.floor(now.getTime() / 60_000) - now.getTimezoneOffset();
}
