// Values that cost something and that not everybody asks for.

/** A value that is made when it is first asked for, once; what it was made from is not kept for it after that. */
export class Lazy<T> {
  #state: { readonly make: () => T } | { readonly value: T };

  constructor(make: () => T) {
    this.#state = { make };
  }

  get value(): T {
    const state = this.#state;
    if ('value' in state) return state.value;
    const value = state.make();
    this.#state = { value };
    return value;
  }

  /** A value that is there already. */
  static of<T>(value: T): Lazy<T> {
    const lazy = new Lazy(() => value);
    lazy.#state = { value };
    return lazy;
  }

  /** What is known already, where there is anything, else a value that is still to be made. */
  static known<T>(known: Lazy<T> | undefined, make: () => T): Lazy<T> {
    return known?.made === undefined ? new Lazy(make) : known;
  }

  /** The value if somebody has asked for it. */
  get made(): T | undefined {
    return 'value' in this.#state ? this.#state.value : undefined;
  }
}
