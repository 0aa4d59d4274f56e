// What Mermaid's charts leave to be done: dates that would lie on each other are left out, and bars stand on the line of nothing.

/** Tidies a chart; it must be shown somewhere, so that its texts have a size. */
export function tidyChart(svg: SVGSVGElement): void {
  standOnNothing(svg);
  thinOut([...svg.querySelectorAll<SVGTextElement>('.bottom-axis .label text')], ({ left, right }) => [left, right]);
  thinOut([...svg.querySelectorAll<SVGTextElement>('.left-axis .label text')].reverse(), ({ top, bottom }) => [
    -bottom,
    -top,
  ]);
}

/** Leaves out all but every second, third … label, so that none touches another. */
function thinOut(texts: readonly SVGTextElement[], edges: (box: DOMRect) => readonly [number, number]): void {
  const air = 4;
  const boxes = texts.map((text) => edges(text.getBoundingClientRect()));
  const fits = (step: number): boolean =>
    boxes.every(
      ([, end], index) => index % step !== 0 || (boxes[index + step]?.[0] ?? Number.POSITIVE_INFINITY) >= end + air,
    );
  let step = 1;
  while (step < texts.length && !fits(step)) step += 1;
  for (const [index, text] of texts.entries()) if (index % step !== 0) text.remove();
}

/** Mermaid draws nothing as a low bar, because its axis lies below its zero. */
function standOnNothing(svg: SVGSVGElement): void {
  const ticks = [...svg.querySelectorAll('.left-axis .ticks path')].flatMap((tick) => {
    const y = Number(/[ML]\s*[-\d.]+[ ,]+([-\d.]+)/.exec(tick.getAttribute('d') ?? '')?.[1]);
    return Number.isFinite(y) ? [y] : [];
  });
  if (ticks.length === 0) return;
  const zero = Math.max(...ticks);
  let below = 0;
  for (const bar of svg.querySelectorAll('.plot rect')) {
    const [y, height] = [Number(bar.getAttribute('y')), Number(bar.getAttribute('height'))];
    below = Math.max(below, y + height - zero);
    bar.setAttribute('height', String(Math.max(zero - y, 0)));
  }
  if (below > 0) svg.querySelector('.bottom-axis')?.setAttribute('transform', `translate(0,${-below})`);
}
