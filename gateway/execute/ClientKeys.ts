/** The response keys in gathered data that are not the client's, each with the one that is; null for what no client asked for. */
export type ClientKeys = ReadonlyMap<string, string | null>
