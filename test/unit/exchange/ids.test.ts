// Ids that people can read, from names.
import { describe, expect, it, vi } from 'vitest';
import { idsOf, slug } from '../../../server/exchange/ids.ts';

describe('slug', () => {
  it.each([
    ['Pour concrete', 'pour-concrete'],
    ['C++ / API v2.1', 'c-api-v2.1'],
    ['Version 2.1 ready', 'version-2.1-ready'],
    ["Owner's approval", 'owners-approval'],
    ['1.2 Survey', 'survey'],
    ['3) Paint', 'paint'],
    ['3D model', '3d-model'],
    ['2 weeks of notice', '2-weeks-of-notice'],
    ['Überprüfung', 'überprüfung'],
    ['需求分析', '需求分析'],
    ['需求分析（初稿）', '需求分析-初稿'],
    ['Install the plumbing and the wires for the second floor', 'install-plumbing-wires-second-floor'],
    ['🚀', ''],
    ['???', ''],
    ['__proto__', '__proto__'],
  ])('%s → %s', (name, id) => {
    expect(slug(name)).toBe(id);
  });

  it('is never long', () => {
    expect(slug('汉'.repeat(200)).length).toBe(16);
    expect(slug('x'.repeat(200)).length).toBe(40);
  });
});

describe('ids', () => {
  const ids = (...things: readonly [name: string, holder?: number, id?: string][]) =>
    idsOf(
      things.map(([name, holder = -1, id]) => ({ name, holder, ...(id !== undefined && { id }) })),
      'task',
    );

  it('tells names apart by what holds them, else by a number', () => {
    expect(ids(['Design'], ['Review', 0], ['Build'], ['Review', 2])).toEqual([
      'design',
      'design-review',
      'build',
      'build-review',
    ]);
    expect(ids(['Test'], ['Test'], ['Test'])).toEqual(['test', 'test-2', 'test-3']);
    expect(ids(['!'], ['?'])).toEqual(['task', 'task-2']);
  });

  it('keeps ids of the file that are good and free', () => {
    expect(ids(['Design', -1, 'd1'], ['Build', -1, 'd1'], ['Test', -1, 'no good'])).toEqual(['d1', 'build', 'test']);
    expect(ids(['Design'], ['Build', -1, 'design'])).toEqual(['design-2', 'design']);
  });
});

it('tells many of one name apart in a few steps each', () => {
  const asked = vi.spyOn(Set.prototype, 'has');
  const ids = idsOf(
    Array.from({ length: 2_000 }, () => ({ name: 'Check', holder: -1 })),
    'task',
  );
  const steps = asked.mock.calls.length;
  asked.mockRestore();
  expect([ids[0], ids.at(-1)]).toEqual(['check', 'check-2000']);
  expect(steps).toBeLessThan(10 * 2_000);
});
