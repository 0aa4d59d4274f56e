// The table of sections, in the order in which they are measured and printed.
import type { Section } from './section.mts';
import { activation } from './sections/activation.mts';
import { keystroke } from './sections/keystroke.mts';
import { largePreview } from './sections/large-preview.mts';
import { memory } from './sections/memory.mts';
import { open } from './sections/open.mts';
import { packageSize } from './sections/package.mts';
import { preview } from './sections/preview.mts';
import { requests } from './sections/requests.mts';
import { schedule } from './sections/schedule.mts';

export const sections: readonly Section[] = [
  keystroke,
  open,
  requests,
  memory,
  schedule,
  preview,
  largePreview,
  activation,
  packageSize,
];
