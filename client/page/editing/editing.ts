// One edit by hand at a time: tried while it is made, shown, and written when it ends.
import type { Gesture } from '../../../server/charts/gesture.ts';
import type { Holder } from '../holder.ts';
import type { ToPage } from '../messages.ts';
import type { SayGesture } from './gesture-words.ts';
import type { EditingLayer, Point, Prompt } from './layer.ts';

type Tried = Extract<ToPage, { readonly type: 'tried' }>;
type Made = Extract<ToPage, { readonly type: 'made' }>;

interface Pending {
  readonly id: number;
  readonly gesture: Gesture;
  readonly near: Point;
  readonly prompt: Prompt;
  /** Its outcome is known. */
  readonly tried: boolean;
  readonly refused: boolean;
  /** All is so already. */
  readonly unchanged: boolean;
}

/** For how long a refusal stays to be read, and ghosts wait for the new chart, in milliseconds. */
const stays = { refusal: 5000, ghosts: 1500 } as const;

export class Editing {
  readonly #holder: Holder;
  readonly #layer: EditingLayer;
  readonly #say: SayGesture;
  #count = 0;
  #pending: Pending | undefined;
  #isWritten = false;
  /** What was let go, until it is known whether it is written: a refusal is said also where the chart has changed meanwhile. */
  #letGo: Pick<Pending, 'id' | 'near'> | undefined;
  /** Why what is shown is there still, though hands rest. */
  #lingering: keyof typeof stays | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #ended: (() => void)[] = [];
  readonly #triedHears: ((gesture: Gesture, answer: Tried['answer']) => void)[] = [];

  constructor(holder: Holder, layer: EditingLayer, say: SayGesture) {
    this.#holder = holder;
    this.#layer = layer;
    this.#say = say;
  }

  /** Calls back when an edit ends, however it does. */
  onEnded(ended: () => void): void {
    this.#ended.push(ended);
  }

  /** Calls back when it is known what a gesture would do. */
  onTried(hear: (gesture: Gesture, answer: Tried['answer']) => void): void {
    this.#triedHears.push(hear);
  }

  /** Whether the outcome of what is proposed is known. */
  get isTried(): boolean {
    return this.#pending?.tried === true;
  }

  /** Whether what is proposed is known not to be possible. */
  get isRefused(): boolean {
    return this.#pending?.refused === true && !this.#pending.unchanged;
  }

  /** What is being made; undefined while hands rest. */
  get gesture(): Gesture | undefined {
    return this.#isWritten ? undefined : this.#pending?.gesture;
  }

  /** Tries a gesture: its outcome is shown as soon as it is known. */
  propose(gesture: Gesture, near: Point, prompt: Prompt): void {
    const before = this.#pending;
    clearTimeout(this.#timer);
    this.#lingering = undefined;
    this.#isWritten = false;
    if (before !== undefined && JSON.stringify(before.gesture) === JSON.stringify(gesture)) {
      this.#pending = { ...before, near, prompt };
      return;
    }
    this.#count += 1;
    this.#pending = { id: this.#count, gesture, near, prompt, tried: false, refused: false, unchanged: false };
    this.#holder.send({ type: 'try', id: this.#count, gesture });
  }

  /** Writes what is proposed; what was refused isn't, its reason stays to be read. */
  commit(): void {
    const pending = this.#pending;
    if (pending === undefined || this.#isWritten) return;
    if (pending.unchanged) {
      this.#end();
      return;
    }
    if (pending.refused) {
      this.#linger('refusal');
      return;
    }
    this.#isWritten = true;
    this.#letGo = pending;
    this.#holder.send({ type: 'make', id: pending.id, gesture: pending.gesture });
  }

  /** Here the gesture means nothing: let go, nothing is written. */
  pause(): void {
    if (this.#isWritten) return;
    this.#pending = undefined;
    this.#layer.clear();
  }

  /** Gives up what is proposed: nothing is written. */
  cancel(): void {
    if (this.#isWritten) return;
    this.#end();
  }

  /** The chart has changed under the hands. */
  chartChanged(): void {
    const pending = this.#pending;
    if (pending === undefined) {
      // The new chart shows what the ghosts have said.
      if (this.#lingering === 'ghosts') this.#clear();
      return;
    }
    if (this.#isWritten || pending.refused) this.#end();
    else {
      this.#end();
      this.tell(this.#say('changed-meanwhile'), pending.near);
    }
  }

  hear(message: Tried | Made): void {
    const pending = this.#pending;
    if (message.type === 'made') {
      const letGo = this.#letGo;
      // What hands do by now is not disturbed.
      if (message.id !== letGo?.id || (pending !== undefined && pending.id !== message.id)) return;
      this.#letGo = undefined;
      if (message.refused !== undefined) this.tell(message.refused, letGo.near);
      else if (pending !== undefined) this.#linger('ghosts');
      return;
    }
    if (pending === undefined || message.id !== pending.id) return;
    const { answer } = message;
    const unchanged = answer.unchanged === true;
    this.#pending = { ...pending, tried: true, refused: answer.refused !== undefined, unchanged };
    const { idle } = pending.prompt;
    if (unchanged && idle === undefined) this.#layer.clear();
    else if (unchanged) this.#layer.hint(idle ?? '', pending.near);
    else
      this.#layer.show(
        answer,
        aboutOf(pending.gesture),
        pending.near,
        answer.refused === undefined ? pending.prompt : { hint: '' },
      );
    for (const hear of this.#triedHears) hear(pending.gesture, answer);
  }

  /** Says why nothing happens. */
  tell(text: string, near: Point): void {
    this.#layer.tell(text, near);
    this.#linger('refusal');
  }

  /** What is shown goes by itself. */
  #linger(lingering: keyof typeof stays): void {
    this.#pending = undefined;
    this.#isWritten = false;
    for (const ended of this.#ended) ended();
    clearTimeout(this.#timer);
    this.#lingering = lingering;
    this.#timer = setTimeout(() => this.#clear(), stays[lingering]);
  }

  #end(): void {
    this.#pending = undefined;
    this.#isWritten = false;
    this.#clear();
    for (const ended of this.#ended) ended();
  }

  #clear(): void {
    clearTimeout(this.#timer);
    this.#lingering = undefined;
    this.#layer.clear();
  }
}

/** The task that a gesture is about. */
function aboutOf(gesture: Gesture): string {
  if (gesture.kind === 'link' || gesture.kind === 'unlink') return gesture.to;
  return 'planId' in gesture ? gesture.planId : '';
}
