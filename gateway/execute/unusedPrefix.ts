/** A prefix that none of these names begins with: the one given, made longer until that holds. */
export function unusedPrefix(prefix: string, names: Iterable<string>): string {
  const all = [...names]
  let unused = prefix
  while (all.some((name) => name.startsWith(unused))) unused += '_'
  return unused
}
