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
  scroller.scrollLeft += ahead(box.left - room.left, box.width, scroller.clientWidth);
  scroller.scrollTop += ahead(box.top - room.top, box.height, scroller.clientHeight);
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
