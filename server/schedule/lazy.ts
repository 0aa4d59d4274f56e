// Values that cost something and that not everybody asks for.

/** A value that is made when it is first asked for, once. */
export class Lazy<T> {
  readonly #make: () => T;
  #made: { readonly value: T } | undefined;

  constructor(make: () => T) {
    this.#make = make;
  }

  get value(): T {
    this.#made ??= { value: this.#make() };
    return this.#made.value;
  }

  /** The value if somebody has asked for it. */
  get made(): T | undefined {
    return this.#made?.value;
  }
}
