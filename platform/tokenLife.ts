/** Seconds for which a token holds. */
export const tokenLife = 60
