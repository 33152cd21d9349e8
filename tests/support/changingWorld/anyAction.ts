import fc from 'fast-check'
import type { WorldAction } from './WorldAction.ts'
import type { PersonFields, RootField, WorldQuestion } from './WorldQuestion.ts'
import { things } from './things.ts'

const anyFields: fc.Arbitrary<PersonFields> = fc.record({
  prefix: fc.constantFrom('', 'x'),
  isReversed: fc.boolean(),
  name: fc.constantFrom(null, '', 'SHORT', 'LONG'),
  papers: fc.constantFrom(null, '', 'PASSPORT', 'LETTER'),
  home: fc.boolean(),
  status: fc.nat(3).map((number) => number === 3),
  score: fc.boolean(),
  friend: fc.nat(3).map((number) => number === 3),
})

const nothing: PersonFields = {
  prefix: '',
  isReversed: false,
  name: null,
  papers: null,
  home: false,
  status: false,
  score: false,
  friend: false,
}

/** Fields that come again and again, so that their plans are made once; the second asks what the first does. */
const usualFields: readonly PersonFields[] = [
  { ...nothing, name: '', papers: '' },
  { ...nothing, name: '', papers: '', prefix: 'x', isReversed: true },
  { ...nothing, name: 'SHORT', papers: 'PASSPORT', home: true },
  { ...nothing, score: true, status: true },
  { ...nothing, friend: true, home: true, papers: 'LETTER' },
  { ...nothing, score: true, papers: '', prefix: 'x' },
]

const fields = fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...usualFields) }, { weight: 1, arbitrary: anyFields })

const root: fc.Arbitrary<RootField> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('person'), id: fc.constantFrom('1', '2', '4'), fields }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('people', 'top'), fields }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('town'), code: fc.constantFrom('A', 'B') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('census') }) },
)

const question: fc.Arbitrary<WorldQuestion> = fc.record({
  roots: fc.oneof({ weight: 7, arbitrary: fc.tuple(root) }, { weight: 1, arbitrary: fc.tuple(root, root) }),
  hasVariables: fc.nat(3).map((number) => number < 3),
})

const agency = fc.constantFrom('registry', 'papers', 'scores')
const thing = fc.constantFrom(...things)

/** Anything that can happen; questions come most often, and mostly once more. */
export const anyAction: fc.Arbitrary<WorldAction> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('ask'), question }) },
  { weight: 6, arbitrary: fc.record({ does: fc.constant('repeat'), back: fc.nat(2) }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('change'), thing }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('fail'), agency, how: fc.constantFrom('down', 'errors') }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('recover'), agency }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('pass'), seconds: fc.constantFrom(1, 20, 45, 110, 350) }) },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant('lapse'), agency, seconds: fc.constantFrom(10, 65, 120, 450) }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('allow'), agency, isKept: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('overtake'), question, thing, agency }) },
)
