// Sizes that Mermaid's picture, the overlay and the style sheet share, in pixels.

export const rowHeight = 24;
export const barHeight = 14;
/** Of summaries: a bracket over what is inside. */
export const summaryHeight = 6;
/** Above the bar in its row, and below. */
export const barInset = (rowHeight - barHeight) / 2;
