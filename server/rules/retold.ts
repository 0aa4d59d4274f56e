// What was said in an earlier version is said again, the same object, while what it was made from stays.

interface Saying<Said> {
  readonly said: Said;
  readonly from: readonly unknown[];
}

/** What was last said of each subject, whichever version it was: what it says hangs on nothing but `from`. Forgotten with the subject. */
export class Retold<Subject extends object, Said> {
  readonly #sayings = new WeakMap<Subject, Saying<Said>>();

  /** What is said of a subject; `from` is all that it hangs on beside the subject: values, and things by identity. `say` is told what was said last; that isn't said again unless it `holds`. */
  of(subject: Subject, from: readonly unknown[], say: (last?: Said) => Said, holds = (_: Said) => true): Said {
    const known = this.#sayings.get(subject);
    if (known !== undefined && isSame(known.from, from) && holds(known.said)) return known.said;
    const said = say(known?.said);
    this.#sayings.set(subject, { said, from });
    return said;
  }
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index += 1) if (!Object.is(one[index], other[index])) return false;
  return true;
}
