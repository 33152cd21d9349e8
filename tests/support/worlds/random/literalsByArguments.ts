/** The arguments that a field can have, each with ways to give them. */
export const literalsByArguments: Readonly<Record<string, readonly string[]>> = {
  '': [''],
  '(n: Int = 1)': ['', '(n: 2)', '(n: 3)'],
  '(s: String)': ['', '(s: "q")'],
  '(e: En = P)': ['', '(e: R)'],
  '(i: In)': ['', '(i: { a: 2, e: R })'],
  '(l: [Int!] = [1, 2])': ['', '(l: [4])'],
  '(n: Int!)': ['(n: 7)'],
}
