// The table of sections, in the order in which they are measured and printed.
import type { Section } from './section.mts';
import { keystroke } from './sections/keystroke.mts';

export const sections: readonly Section[] = [keystroke];
