/** Kinds of data by article 4 of UU 27/2022, from the least to the most that has to be guarded. */
export const classes = ['PUBLIC', 'GENERAL', 'SPECIFIC'] as const

/** One of them. */
export type DataClass = (typeof classes)[number]
