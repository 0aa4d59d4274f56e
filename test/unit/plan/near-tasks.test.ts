// What unknown ids come nearest to, from version to version.
import { describe, expect, it } from 'vitest';
import { NearTasks } from '../../../server/plan/near-tasks.ts';

describe('the task nearest to an unknown id', () => {
  const none: readonly string[] = [];

  it('is kept while no id near it comes or goes', () => {
    const near = NearTasks.none();
    expect(near.to('bulid', ['design', 'build', 'built'])).toBe('build');
    expect(near.to('zzz', ['design', 'build', 'built'])).toBe(undefined);
    const after = near.after(new Set(['design', 'test']));
    expect(after.to('bulid', none)).toBe('build');
    expect(after.to('zzz', ['zzy'])).toBe(undefined);
    expect(after.after(new Set()).to('bulid', none)).toBe('build');
  });

  it('is looked for again where one has come or gone', () => {
    const near = NearTasks.none();
    near.to('bulid', ['design', 'build']);
    near.to('zzz', ['design', 'build']);
    expect(near.after(new Set(['build'])).to('bulid', ['design'])).toBe(undefined);
    expect(near.after(new Set(['zzy'])).to('zzz', ['design', 'build', 'zzy'])).toBe('zzy');
    expect(near.after(new Set(['bulit'])).to('bulid', ['bulit', 'build'])).toBe('bulit');
  });

  it('is not known of an id that the version before did not ask about', () => {
    const near = NearTasks.none();
    near.to('bulid', ['design', 'build']);
    const later = near.after(new Set(['design'])).after(new Set(['test']));
    expect(later.to('bulid', ['built'])).toBe('built');
  });
});
