// All that an object says: its own fields, and what its getters answer.

/** By name; private fields and methods are left out. */
export function everyPart(thing: object): Readonly<Record<string, unknown>> {
  const getters = Object.entries(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(thing) ?? {})).flatMap(
    ([name, { get }]) => (get === undefined || name === '__proto__' ? [] : [name]),
  );
  return Object.fromEntries([...Object.keys(thing), ...getters].map((name) => [name, Reflect.get(thing, name)]));
}
