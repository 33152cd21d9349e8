import type { TestSigner } from './createTestSigner.ts'

/** A good token of exactly so many characters. */
export async function signLong({ sign }: TestSigner, length: number): Promise<string> {
  const padded = (payload: number, header: number): Promise<string> =>
    sign({ claims: { padding: 'p'.repeat(payload) }, header: { padding: 'p'.repeat(header) } })
  const { length: shortest } = await padded(0, 0)
  // Three bytes become four characters, so that both parts may have to grow until the sum is right.
  const most = Math.ceil(((length - shortest) * 3) / 4)
  for (const header of [0, 1, 2])
    for (const less of [0, 1, 2, 3]) {
      const token = await padded(most - header - less, header)
      if (token.length === length) return token
    }
  throw new Error(`There is no token of ${length} characters.`)
}
