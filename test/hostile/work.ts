// How much work a program does, however busy the machine is: how often its functions, branches and loops were run.
import { Session } from 'node:inspector/promises';

interface Script {
  readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
}

/** Counts what runs; what the language does by itself (sorting, searching in strings) is not in it. */
export class WorkCounter {
  readonly #session = new Session();

  async start(): Promise<void> {
    this.#session.connect();
    await this.#session.post('Profiler.enable');
    await this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** How many steps something takes. */
  async of(run: () => void): Promise<number> {
    await this.#session.post('Profiler.takePreciseCoverage');
    run();
    const { result }: { result: readonly Script[] } = await this.#session.post('Profiler.takePreciseCoverage');
    let steps = 0;
    for (const { functions } of result)
      for (const { ranges } of functions) for (const { count } of ranges) steps += count;
    return steps;
  }

  async stop(): Promise<void> {
    await this.#session.post('Profiler.stopPreciseCoverage');
    this.#session.disconnect();
  }
}
