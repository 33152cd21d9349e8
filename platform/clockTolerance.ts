/** Seconds by which the clocks of gateways and agencies may differ. */
export const clockTolerance = 5
