/** The name as another clerk would have typed it: a middle name cut to its initial, two names run together. */
export function varyName(name: string): string {
  const [first = '', second, ...rest] = name.split(' ')
  if (second === undefined) return `${first} ${first.slice(0, 1)}.`
  if (rest.length === 0) return `${first}${second}`
  return [first, `${second.slice(0, 1)}.`, rest.join('')].join(' ')
}
