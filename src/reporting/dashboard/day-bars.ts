/** How high the bar of a day is, whatever its state. */
export const BAR_HEIGHT = 16;

/**
 * Where the bar of each state begins, from the top: of another height for every one, so that nobody has to tell them by
 * colour.
 */
export const BAR_TOPS = { drifted: 0, unknown: 6, 'in-sync': 11 } as const;
