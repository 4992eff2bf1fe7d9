/** The last 90 days are step 2, the 90 days before them 1. */
export const RECENT_STEP = 2;
