// How a cost grows with the size of a plan.

export interface Measured {
  readonly size: number;
  readonly cost: number;
}

/**
 * The exponent `k` for which `cost = c × size^k` fits best: 0 is constant, 1 linear, 2 quadratic. It is the slope of the least-squares
 * line through the logarithms. NaN where there are not two different sizes.
 */
export function growthExponent(points: readonly Measured[]): number {
  const logs = points.map(({ size, cost }) => ({ x: Math.log(size), y: Math.log(cost) }));
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const meanX = mean(logs.map(({ x }) => x));
  const meanY = mean(logs.map(({ y }) => y));
  const spread = logs.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  const together = logs.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
  return together / spread;
}
