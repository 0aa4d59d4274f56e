import { describe, expect, test } from 'vitest';
import type { Since } from '../../../server/plan/since.ts';
import { NamedTasks } from '../../../server/rules/named-tasks.ts';

const mark = {};

interface Row {
  readonly index: number;
  readonly record: { readonly name?: { readonly value: string } };
}

function task(index: number, name?: string): Row {
  return { index, record: name === undefined ? {} : { name: { value: name } } };
}

/** Fails when it is looked at. */
function untouched(index: number): Row {
  return {
    index,
    get record(): never {
      throw new Error(`task ${index} was read again`);
    },
  };
}

function since(made: readonly number[], tasks?: readonly number[]): Since {
  return { mark, made, ...(tasks && { tasks: Int32Array.from(tasks) }) };
}

describe('tasks by name', () => {
  const named = NamedTasks.of([task(0, 'Dig'), task(1, 'Build'), task(2), task(3, '验收')]);

  test('one that alone has a name is found by it, whatever its case', () => {
    expect(named.called('build')?.index).toBe(1);
    expect(named.called('验收')?.index).toBe(3);
    expect(named.called('paint')).toBeUndefined();
  });

  test('after an edit only what was read again is looked at', () => {
    const after = named.after([untouched(0), task(1, 'Paint'), untouched(2), untouched(3)], since([1]));
    expect(after.called('paint')?.index).toBe(1);
    expect(after.called('build')).toBeUndefined();
    expect(after.called('dig')?.index).toBe(0);
    expect(named.called('build')?.index).toBe(1);
  });

  test('two of one name are nobody’s, until one of them is called otherwise', () => {
    const both = named.after([untouched(0), task(1, 'dig'), untouched(2), untouched(3)], since([1]));
    expect(both.called('dig')).toBeUndefined();
    const one = both.after([task(0, 'Clear'), untouched(1), untouched(2), untouched(3)], since([0]));
    expect(one.called('dig')?.index).toBe(1);
  });

  test('rows that moved keep their names', () => {
    const moved = named.after([task(0, 'Survey'), untouched(1), untouched(2), untouched(3)], since([0], [-1, 0, 1, 3]));
    expect(moved.called('dig')?.index).toBe(1);
    expect(moved.called('build')?.index).toBe(2);
    expect(moved.called('验收')?.index).toBe(3);
    expect(moved.called('survey')?.index).toBe(0);
  });
});
