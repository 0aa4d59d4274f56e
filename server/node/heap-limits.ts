// When V8 looks through all of the heap for garbage, of the server's process: seldom, because somebody types meanwhile; what dies soon is found without.
import { setFlagsFromString } from 'node:v8';

/** A flag of V8, and the versions that know and need it: from the first of them to before the second. */
interface Flag {
  readonly flag: string;
  readonly from?: number;
  readonly before?: number;
}

const flags: readonly Flag[] = [
  // A key leaves little behind, but much for a heap that is small: V8 would let it grow by a tenth to a third only, and look through it every
  // 20 keys, 16 ms each time. Four times as large is what it allows programs that allocate faster.
  { flag: '--heap-growing-percent=300' },
  // V8 notices that nearly all of a version's objects outlive the next collection, as they do where each version is made from the one before, and
  // makes such objects among the old ones from then on. They die with the next key all the same, and what they hold is not given back until all of the
  // heap is looked through: with 50,000 tasks 20 MB a key, in memory that the system has to find anew each time.
  { flag: '--no-allocation-site-pretenuring' },
  // Before 14.8, V8 counted all that was ever allocated for typed arrays, dead or not, and looked through the heap every 64 MB of them: with 50,000
  // tasks every second key. This counts what they hold now. Older versions don't know it, and would complain on stderr.
  { flag: '--external-memory-accounted-in-global-limit', from: 13.6, before: 14.8 },
];

/** Sets the limits of this process: at run time, because editors start it in ways of their own. */
export function raiseHeapLimits(version = process.versions.v8, set: (flag: string) => void = setFlagsFromString): void {
  // A tenth of Chrome's: the second number has one digit.
  const number = Number.parseFloat(version);
  for (const { flag, from = 0, before = Infinity } of flags) if (number >= from && number < before) set(flag);
}
