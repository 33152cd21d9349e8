/** Seconds by which the clocks of gateway and agency may differ. */
export const clockTolerance = 5
