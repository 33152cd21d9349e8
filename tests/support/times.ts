/** So many texts, with a space between each two. */
export function times(number: number, write: (index: number) => string): string {
  return Array.from({ length: number }, (_unused, index) => write(index)).join(' ')
}
