// A picture that is larger than its room is opened where something stands, not on an empty corner.
import type { DrawnElement } from './drawn-elements.ts';

/** Between what is brought into sight and the edge of the room, in pixels. */
const margin = 12;

/** Scrolls to the task of the cursor, else to the first element, where nothing is in sight. */
export function beginInSight(scroller: HTMLElement, elements: readonly DrawnElement[]): void {
  const all = elements.map(({ drawn }) => drawn);
  const target = all.find((drawn) => drawn.classList.contains('current')) ?? all[0];
  const room = scroller.getBoundingClientRect();
  if (target === undefined || all.some((drawn) => isInSight(drawn.getBoundingClientRect(), room))) return;
  const box = target.getBoundingClientRect();
  const words = wordsIn(
    all.filter((drawn) => Math.abs(drawn.getBoundingClientRect().left - box.left) <= 1),
    box,
  );
  scroller.scrollLeft += ahead(words.left - room.left, words.width, scroller.clientWidth);
  scroller.scrollTop += ahead(box.top - room.top, box.height, scroller.clientHeight);
}

/** Of boxes in one column with much air around their words these are enough: what stands before them (dates, as of milestones) may stay. */
function wordsIn(column: readonly Element[], box: DOMRect): DOMRect {
  const said = column
    .flatMap((drawn) => [...drawn.querySelectorAll('text, foreignObject *')])
    .map((text) => text.getBoundingClientRect())
    .filter(({ width }) => width > 0);
  if (said.length === 0) return box;
  const left = Math.min(...said.map((each) => each.left));
  return new DOMRect(left, box.top, Math.max(...said.map((each) => each.right)) - left, box.height);
}

/** More than half of it, in each direction: what goes around others is no box. */
function isInSight(box: DOMRect, room: DOMRect): boolean {
  const width = Math.min(box.right, room.right) - Math.max(box.left, room.left);
  const height = Math.min(box.bottom, room.bottom) - Math.max(box.top, room.top);
  return width > box.width / 2 && height > box.height / 2;
}

/** How far to scroll: a little where that is enough, so that what stands before it stays; else it comes to the middle. Of what doesn't fit one sees the beginning. */
function ahead(place: number, size: number, room: number): number {
  if (place >= 0 && place + size <= room) return 0;
  if (size + 2 * margin > room) return place - margin;
  const least = place + size + margin - room;
  return least > 0 && least <= room / 2 ? least : place - (room - size) / 2;
}
