/** What is wrong with a ledger, in sentences. */
export interface Flaws {
  /** Takes a sentence, or undefined where nothing is wrong. */
  readonly complain: (flaw: string | undefined) => void
  /** The first of them, where there are many. */
  readonly all: readonly string[]
}

const most = 20

/** Makes a list that has nothing in it yet. */
export function createFlaws(): Flaws {
  const all: string[] = []
  return {
    all,
    complain(flaw) {
      if (flaw !== undefined && all.length < most) all.push(flaw)
    },
  }
}
