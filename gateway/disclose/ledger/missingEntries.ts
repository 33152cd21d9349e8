/** Says that entries are missing, from the first to the last of them. */
export function missingEntries(first: number, last: number): string {
  return first === last ? `Entry ${first} is missing.` : `Entries ${first} to ${last} are missing.`
}
