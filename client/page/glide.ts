// A zoom by hand goes on for many frames: each has one picture at most, of what is seen; the whole is drawn when the hand rests.

/** A hand that has been still for so long rests, in milliseconds. */
const stillness = 160;

/** The scroller that shows the picture, in pixels. */
type Scroller = Pick<HTMLElement, 'scrollLeft' | 'scrollTop'>;

export interface GlideEvents {
  /** A frame comes, and the hand has moved since the one before. */
  frame(): void;
  /** The hand rests. */
  rested(): void;
}

export class Glide {
  readonly #scroller: Scroller;
  readonly #events: GlideEvents;
  #frame: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wanted = { width: 0, left: 0 };
  /** Where the scroller has been taken to. */
  #taken = { left: 0, top: 0 };

  constructor(scroller: Scroller, events: GlideEvents) {
    this.#scroller = scroller;
    this.#events = events;
  }

  /** A hand zooms. */
  get isOn(): boolean {
    return this.#timer !== undefined;
  }

  /** How far the picture is to be scrolled. Browsers scroll to whole pixels: what is lost by that is not lost here. */
  get left(): number {
    return this.#wanted.left;
  }

  /** The hand makes a picture of the width `from` so wide; what is at `x` (pixels from its visible left edge, of which `room` are seen) stays there. */
  move(from: number, width: number, x: number, room: number): void {
    const { scrollLeft, scrollTop } = this.#scroller;
    if (!this.isOn) {
      this.#wanted = { width: from, left: scrollLeft };
      this.#taken = { left: scrollLeft, top: scrollTop };
    }
    const left = ((this.#wanted.left + x) * width) / this.#wanted.width - x;
    this.#wanted = { width, left: Math.min(Math.max(left, 0), Math.max(width - room, 0)) };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#rest(), stillness);
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#events.frame();
    });
  }

  /** Takes the scroller along. */
  take(): void {
    this.#scroller.scrollLeft = this.#wanted.left;
    this.#taken = { left: this.#scroller.scrollLeft, top: this.#scroller.scrollTop };
  }

  /** Whether somebody has scrolled by other means meanwhile. */
  get isDisturbed(): boolean {
    const { scrollLeft, scrollTop } = this.#scroller;
    return Math.abs(scrollLeft - this.#taken.left) > 1 || Math.abs(scrollTop - this.#taken.top) > 1;
  }

  /** What a slow machine has had no frame for yet is seen before: else what the hand pointed at would go elsewhere. */
  #rest(): void {
    if (this.#frame !== undefined) this.#events.frame();
    this.end();
  }

  /** The hand rests, or something else is more urgent. */
  end(): void {
    if (!this.isOn) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    this.#events.rested();
  }
}
