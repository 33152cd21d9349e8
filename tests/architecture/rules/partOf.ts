/** Where a path lies: the top folder, and the folder or file inside it. */
export interface Part {
  readonly name: string
  readonly inner: string
}

/** Takes a path from the root apart; a file of the root itself has no part's name. */
export function partOf(path: string): Part {
  const [name = '', inner = ''] = path.split('/')
  return path.includes('/') ? { name, inner } : { name: '', inner: name }
}
