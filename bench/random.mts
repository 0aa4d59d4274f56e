// Chance that comes out the same for the same seed: plans and keys are the same in every run, and for every server.
import { randomLcg } from 'd3-random';

export interface Chance {
  /** A whole number from 0 up to `below`, which is not reached. */
  number(below: number): number;
  /** One of several. Throws where there is none. */
  one<T>(choices: readonly T[]): T;
  /** True once in `times`. */
  once(times: number): boolean;
}

/** The chance that belongs to a seed. */
export function chanceOf(seed: number): Chance {
  // Seeds that lie side by side begin alike in a linear congruential generator: they are spread, and the first draws left out.
  const draw = randomLcg(((seed * 0x9e3779b1) >>> 0) / 2 ** 32);
  for (let index = 0; index < 8; index++) draw();
  const number = (below: number): number => Math.floor(draw() * below);
  return {
    number,
    one: (choices) => {
      const chosen = choices[number(choices.length)];
      if (chosen === undefined) throw new Error('nothing to choose from');
      return chosen;
    },
    once: (times) => number(times) === 0,
  };
}
