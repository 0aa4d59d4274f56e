// An order in which every step of a network comes after what it waits for; loops are found and cut at the link that closes them.

/** A network whose links may run in loops. `counts` says which links do; cutting clears it. */
export interface LoopGraph {
  readonly count: number;
  readonly parent: Int32Array;
  readonly end: Int32Array;
  readonly isSummary: Uint8Array;
  readonly predecessor: Int32Array;
  readonly successor: Int32Array;
  readonly counts: Uint8Array;
}

/** Links of a loop in its order, the cut one last: that of them that was written last. */
export interface Loop {
  readonly links: readonly number[];
  readonly cut: number;
}

/** Of more loops than this only the cut is made. */
const mostLoops = 100;
/** After so many rounds all links between steps that are still in loops are cut at once. */
const mostRounds = 16;

/** Edges of the graph of steps: along a link (its index), or with the structure of summaries (-1). */
interface Edges {
  readonly target: Int32Array;
  readonly link: Int32Array;
  readonly from: Int32Array;
}

/** The steps in order (see `Network.order`), and the links that count by the task that they leave (see `linksByEnd`). */
type Sorted = readonly [order: Int32Array, outgoing: Int32Array, outgoingFrom: Int32Array];

/** Orders the steps and cuts the loops. Linear for any number of rounds that matters. */
export function cutLoops(graph: LoopGraph): { readonly sorted: Sorted; readonly loops: readonly Loop[] } {
  const loops: Loop[] = [];
  const all = steps(graph);
  let result = sorted(graph, all);
  const edges = result[0].length < all ? edgesOf(graph) : undefined;
  for (let round = 0; edges !== undefined && result[0].length < all; round += 1) {
    const placed = new Uint8Array(2 * graph.count);
    for (const step of result[0]) placed[step] = 1;
    if (round < mostRounds) findLoops(graph, edges, placed, loops);
    else cutAll(graph, placed);
    result = sorted(graph, all);
  }
  return { sorted: result, loops };
}

/** Links that count, grouped by the task at one of their ends, in the order of their index: the links, and where each task's begin. */
export function linksByEnd(ends: Int32Array, counts: Uint8Array, count: number): readonly [Int32Array, Int32Array] {
  const from = new Int32Array(count + 1);
  for (let link = 0; link < ends.length; link += 1) {
    const task = ends[link] ?? -1;
    if (counts[link] === 1 && task >= 0) from[task] = (from[task] ?? 0) + 1;
  }
  // Where each task's end: filled from the last, they come to where they begin.
  for (let task = 1; task <= count; task += 1) from[task] = (from[task] ?? 0) + (from[task - 1] ?? 0);
  const grouped = new Int32Array(from[count] ?? 0);
  for (let link = ends.length - 1; link >= 0; link -= 1) {
    const task = ends[link] ?? -1;
    if (counts[link] !== 1 || task < 0) continue;
    const place = (from[task] ?? 0) - 1;
    grouped[place] = link;
    from[task] = place;
  }
  return [grouped, from];
}

/** A summary has a step before and one after what it holds, every other task one. */
function steps({ count, isSummary }: LoopGraph): number {
  let total = count;
  for (let task = 0; task < count; task += 1) total += isSummary[task] ?? 0;
  return total;
}

function edgesOf({ count, parent, isSummary, predecessor, successor, counts }: LoopGraph): Edges {
  const from = new Int32Array(2 * count + 1);
  const after = (task: number) => (isSummary[task] === 1 ? count + task : task);
  const walk = (edge: (source: number, target: number, link: number) => void) => {
    for (let task = 0; task < count; task += 1) {
      const summary = parent[task] ?? -1;
      if (summary >= 0) {
        edge(summary, task, -1);
        edge(after(task), count + summary, -1);
      }
    }
    for (let link = 0; link < predecessor.length; link += 1) {
      const source = predecessor[link] ?? -1;
      if (counts[link] === 1 && source >= 0) edge(after(source), successor[link] ?? 0, link);
    }
  };
  walk((source) => {
    from[source + 1] = (from[source + 1] ?? 0) + 1;
  });
  for (let step = 0; step < 2 * count; step += 1) from[step + 1] = (from[step + 1] ?? 0) + (from[step] ?? 0);
  const target = new Int32Array(from[2 * count] ?? 0);
  const links = new Int32Array(target.length);
  const next = from.slice();
  walk((source, to, link) => {
    const place = next[source] ?? 0;
    target[place] = to;
    links[place] = link;
    next[source] = place + 1;
  });
  return { target, link: links, from };
}

/** Of `all` steps those that don't hang on a loop, in order (Kahn's algorithm). */
function sorted(graph: LoopGraph, all: number): Sorted {
  const { count, parent, end, isSummary, predecessor, successor, counts } = graph;
  const [outgoing, outgoingFrom] = linksByEnd(predecessor, counts, count);
  // What each step still waits for: its links, the summary around it, all that is inside it.
  const waits = new Int32Array(2 * count);
  for (let link = 0; link < successor.length; link += 1) {
    const to = successor[link] ?? 0;
    if (counts[link] === 1 && (predecessor[link] ?? -1) >= 0) waits[to] = (waits[to] ?? 0) + 1;
  }
  const order = new Int32Array(all);
  let length = 0;
  for (let task = 0; task < count; task += 1) {
    const summary = parent[task] ?? -1;
    if (summary >= 0) {
      waits[task] = (waits[task] ?? 0) + 1;
      waits[count + summary] = (waits[count + summary] ?? 0) + 1;
    }
    if (waits[task] === 0) order[length++] = task;
  }
  const settle = (step: number) => {
    const left = (waits[step] ?? 0) - 1;
    waits[step] = left;
    if (left === 0) order[length++] = step;
  };
  for (let place = 0; place < length; place += 1) {
    const step = order[place] ?? 0;
    if (step < count && isSummary[step] === 1) {
      const last = end[step] ?? 0;
      for (let inside = step + 1; inside < last; inside = Math.max(end[inside] ?? 0, inside + 1)) settle(inside);
      continue;
    }
    const task = step < count ? step : step - count;
    const summary = parent[task] ?? -1;
    if (summary >= 0) settle(count + summary);
    const until = outgoingFrom[task + 1] ?? 0;
    for (let at = outgoingFrom[task] ?? 0; at < until; at += 1) settle(successor[outgoing[at] ?? 0] ?? 0);
  }
  return [length < all ? order.slice(0, length) : order, outgoing, outgoingFrom];
}

/** What a walk over the steps that hang on loops knows. */
interface LoopWalk {
  readonly edges: Edges;
  readonly counts: Uint8Array;
  /** 1 where the walk has been, or needs not go. */
  readonly placed: Uint8Array;
  readonly onPath: Uint8Array;
  /** By step: the first of its edges that hasn't been gone. */
  readonly next: Int32Array;
  readonly path: number[];
  readonly pathLinks: number[];
  readonly loops: Loop[];
}

/** Walks depth first, in the order of the file, over the steps that hang on loops; each loop that it closes is cut. */
function findLoops({ count, counts }: LoopGraph, edges: Edges, placed: Uint8Array, loops: Loop[]): void {
  const onPath = new Uint8Array(2 * count);
  const next = edges.from.slice(0, 2 * count);
  const walk: LoopWalk = { edges, counts, placed, onPath, next, path: [], pathLinks: [], loops };
  for (let root = 0; root < 2 * count; root += 1) if (placed[root] !== 1) walkFrom(root, walk);
}

/** (By itself: a loop inside a loop is left by its compiled code at every end, and compiled again.) */
function walkFrom(root: number, walk: LoopWalk): void {
  const { edges, counts, placed, onPath, next, path, pathLinks } = walk;
  const { target, link, from } = edges;
  path.push(root);
  pathLinks.push(-1);
  placed[root] = 1;
  onPath[root] = 1;
  while (path.length > 0) {
    const step = path[path.length - 1] ?? 0;
    const edge = next[step] ?? 0;
    if (edge >= (from[step + 1] ?? 0)) {
      onPath[step] = 0;
      path.pop();
      pathLinks.pop();
      continue;
    }
    next[step] = edge + 1;
    const along = link[edge] ?? -1;
    const to = target[edge] ?? 0;
    if (along >= 0 && counts[along] !== 1) continue;
    if (onPath[to] === 1) closeLoop(path.lastIndexOf(to), along, walk);
    else if (placed[to] !== 1) {
      placed[to] = 1;
      onPath[to] = 1;
      path.push(to);
      pathLinks.push(along);
    }
  }
}

function closeLoop(start: number, closing: number, { counts, pathLinks, loops }: LoopWalk): void {
  if (loops.length >= mostLoops) {
    if (closing >= 0) counts[closing] = 0;
    return;
  }
  const links = [...pathLinks.slice(start + 1), closing].filter((along) => along >= 0);
  // A loop that runs over a link that was cut on this walk is open already.
  if (links.some((along) => counts[along] !== 1)) return;
  const cut = links.reduce((a, b) => Math.max(a, b), -1);
  if (cut < 0) return;
  counts[cut] = 0;
  const place = links.indexOf(cut) + 1;
  loops.push({ links: [...links.slice(place), ...links.slice(0, place)], cut });
}

/** Cuts every link between steps that hang on loops. */
function cutAll({ count, isSummary, predecessor, successor, counts }: LoopGraph, placed: Uint8Array): void {
  for (let link = 0; link < predecessor.length; link += 1) {
    const source = predecessor[link] ?? -1;
    if (counts[link] !== 1 || source < 0) continue;
    const after = isSummary[source] === 1 ? count + source : source;
    if (placed[after] !== 1 && placed[successor[link] ?? 0] !== 1) counts[link] = 0;
  }
}
