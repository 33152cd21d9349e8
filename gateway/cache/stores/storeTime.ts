/** Milliseconds for which a request waits for the store, all its fetches together. */
export const storeTime = 50
