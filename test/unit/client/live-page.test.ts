// The page of a preview that never begins to listen: it is loaded again, as long as somebody looks at it.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LivePage, mostLoads, patience } from '../../../client/preview/live-page.ts';

let visible = true;
let show: () => void = () => undefined;
const load = vi.fn<() => void>();
const silent = vi.fn<(seconds: number) => void>();
let page: LivePage;

beforeEach(() => {
  vi.useFakeTimers();
  load.mockReset();
  silent.mockReset();
  visible = true;
  const panel = {
    get visible() {
      return visible;
    },
    onDidChangeViewState: (hear: () => void) => {
      show = hear;
      return { dispose: () => undefined };
    },
  };
  page = new LivePage(panel, load, silent);
});
afterEach(() => {
  page.dispose();
  vi.useRealTimers();
});

function see(isVisible: boolean): void {
  visible = isVisible;
  show();
}

test('one that listens in time is loaded once', () => {
  vi.advanceTimersByTime(patience - 1);
  page.begun();
  vi.advanceTimersByTime(patience * 100);
  expect(page.listens).toBe(true);
  expect(load).toHaveBeenCalledTimes(1);
  expect(silent).not.toHaveBeenCalled();
});

test('one that does not is loaded again, ever later, and not for ever', () => {
  vi.advanceTimersByTime(patience);
  expect(load).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(patience * 2 - 1);
  expect(load).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(patience * 1_000);
  expect(load).toHaveBeenCalledTimes(mostLoads);
  expect(silent.mock.calls.map(([seconds]) => seconds)).toEqual([20, 40, 80]);
});

test('one that begins to listen after it was loaded again has all its tries again', () => {
  vi.advanceTimersByTime(patience);
  page.begun();
  see(false);
  expect(page.listens).toBe(false);
  see(true);
  vi.advanceTimersByTime(patience * 1_000);
  expect(load).toHaveBeenCalledTimes(2 + mostLoads - 1);
});

test('nobody waits for one that is hidden, and it begins anew when it is seen', () => {
  see(false);
  vi.advanceTimersByTime(patience * 100);
  expect(load).toHaveBeenCalledTimes(1);
  see(true);
  vi.advanceTimersByTime(patience);
  expect(load).toHaveBeenCalledTimes(2);
});

test('that the panel moves while the page listens changes nothing', () => {
  page.begun();
  see(true);
  vi.advanceTimersByTime(patience * 100);
  expect(page.listens).toBe(true);
  expect(load).toHaveBeenCalledTimes(1);
});

test('a reader who asks for it gets it at once, and the wait begins anew', () => {
  vi.advanceTimersByTime(patience - 1);
  page.load();
  vi.advanceTimersByTime(patience - 1);
  expect(load).toHaveBeenCalledTimes(2);
});

test('after the last try a reader who asks for it has all of them again', () => {
  vi.advanceTimersByTime(patience * 1_000);
  expect(load).toHaveBeenCalledTimes(mostLoads);
  page.load();
  vi.advanceTimersByTime(patience * 1_000);
  expect(load).toHaveBeenCalledTimes(mostLoads * 2);
});

test('a closed one is not loaded', () => {
  page.dispose();
  vi.advanceTimersByTime(patience * 100);
  expect(load).toHaveBeenCalledTimes(1);
});
