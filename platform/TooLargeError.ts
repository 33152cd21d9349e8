/** A file has more bytes than it may. */
export class TooLargeError extends Error {}
