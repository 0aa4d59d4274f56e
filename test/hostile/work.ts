// How much work a program does, however busy the machine is: how often its functions, branches and loops were run.
import { Session } from 'node:inspector/promises';

interface Script {
  readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
}

/** Counts what runs; of what the language does by itself, only what goes through a list: sorting and searching in strings are not in it. */
export class WorkCounter {
  readonly #session = new Session();

  async start(): Promise<void> {
    this.#session.connect();
    await this.#session.post('Profiler.enable');
    await this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** How many steps something takes. */
  async of(run: () => unknown): Promise<number> {
    await this.#take();
    return this.next(run);
  }

  /** The same right after something else was counted, or forgotten: what is taken then is not in it. Looking at all scripts takes its time. */
  async next(run: () => unknown): Promise<number> {
    const stopped = countLists();
    await run();
    let steps = stopped();
    for (const { functions } of await this.#take())
      for (const { ranges } of functions) for (const { count } of ranges) steps += count;
    return steps;
  }

  /** What ran since it was asked last. */
  async #take(): Promise<readonly Script[]> {
    const { result }: { result: readonly Script[] } = await this.#session.post('Profiler.takePreciseCoverage');
    return result;
  }

  async stop(): Promise<void> {
    await this.#session.post('Profiler.stopPreciseCoverage');
    this.#session.disconnect();
  }
}

type Cost = (list: readonly unknown[], result: unknown, first: unknown) => number;

const lookedAt: Cost = (list, result) => (typeof result === 'number' && result >= 0 ? result : list.length);

/** What goes through a list in one call, and how far it goes. */
const costs: Readonly<Record<string, Cost>> = {
  indexOf: lookedAt,
  includes: (list, result, first) => (result === true ? indexOf.call(list, first) : list.length),
  splice: (list, _, first) => list.length - Number(first),
  slice: (_, result) => (Array.isArray(result) ? result.length : 0),
  concat: (_, result) => (Array.isArray(result) ? result.length : 0),
};

const { indexOf } = Array.prototype;

/** Counts the items that are passed by what the language does with lists, until it is stopped. */
function countLists(): () => number {
  let steps = 0;
  const own = Object.getOwnPropertyDescriptors(Array.prototype);
  for (const [name, cost] of Object.entries(costs)) {
    const known: unknown = Reflect.get(Array.prototype, name);
    if (typeof known !== 'function') continue;
    Object.defineProperty(Array.prototype, name, {
      ...Object.getOwnPropertyDescriptor(Array.prototype, name),
      value(this: readonly unknown[], ...args: readonly unknown[]) {
        const result: unknown = Reflect.apply(known, this, args);
        steps += cost(this, result, args[0]);
        return result;
      },
    });
  }
  const { values } = Array.prototype;
  Object.defineProperty(Array.prototype, Symbol.iterator, {
    ...Object.getOwnPropertyDescriptor(Array.prototype, Symbol.iterator),
    value(this: readonly unknown[]) {
      const inner: Iterator<unknown> = Reflect.apply(values, this, []);
      const outer = {
        next: () => {
          steps += 1;
          return inner.next();
        },
        [Symbol.iterator]: () => outer,
      };
      return outer;
    },
  });
  return () => {
    for (const name of [...Object.keys(costs), Symbol.iterator] as const)
      Object.defineProperty(Array.prototype, name, Reflect.get(own, name));
    return steps;
  };
}
