// The ids of tasks that unknown ones come nearest to.
import { nearest } from './nearest.ts';

type Found = Map<string, string | undefined>;

export class NearTasks {
  readonly #found: Found;
  /** What was found among the ids of another version, and the ids that have come or gone since. */
  readonly #before: ReadonlyMap<string, string | undefined>;
  readonly #touched: readonly string[];

  private constructor(found: Found, before: Found, touched: readonly string[]) {
    this.#found = found;
    this.#before = before;
    this.#touched = touched;
  }

  static none(): NearTasks {
    return new NearTasks(new Map(), new Map(), []);
  }

  /** In a version in which tasks with these ids have come, gone or moved, and all others are in the order in which they were. */
  after(touched: ReadonlySet<string>): NearTasks {
    return touched.size === 0 ? this : new NearTasks(new Map(), this.#found, [...touched]);
  }

  /** The nearest of the `ids` that tasks have. */
  to(unknown: string, ids: readonly string[]): string | undefined {
    const known = this.#found;
    if (!known.has(unknown))
      known.set(unknown, this.#isStill(unknown) ? this.#before.get(unknown) : nearest(unknown, ids));
    return known.get(unknown);
  }

  /** An id that comes near may be the nearest now, or was it. */
  #isStill(unknown: string): boolean {
    return this.#before.has(unknown) && nearest(unknown, this.#touched) === undefined;
  }
}
