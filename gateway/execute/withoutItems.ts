/** The response keys of a path in a plan, in which `@` stands for each item of a list. */
export function withoutItems(path: readonly string[]): readonly string[] {
  return path.filter((step) => step !== '@')
}
