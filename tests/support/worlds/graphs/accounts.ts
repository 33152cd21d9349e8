import type { TestedGraph } from '../TestedGraph.ts'
import type { Thing, World } from '../World.ts'
import { federationLink } from '../federationLink.ts'

/** Mutations of three subgraphs, which leave traces that the next one sees. */
export const accounts: TestedGraph = {
  words: ['1', '2', 'none'],
  subgraphs: {
    accounts: `${federationLink}
      type Query { account(id: ID!): Account accounts: [Account!]! }
      type Mutation { open(name: String!): Account close(id: ID!): Account! rename(id: ID!, to: Name!): Account break: Int }
      input Name { first: String! last: String = "X" }
      type Account @key(fields: "id") { id: ID! name: String isOpen: Boolean! }`,
    audit: `${federationLink}
      type Query { journal: [Entry!]! }
      type Mutation { note(text: String, on: ID): Entry! clear: [Entry!] }
      type Entry { number: Int! text: String about: Account }
      type Account @key(fields: "id") { id: ID! entries: [Entry!] }`,
    money: `${federationLink}
      type Mutation { pay(from: ID!, amount: Int! = 5): Payment }
      type Payment { from: Account! left: Int amount: Int! }
      type Account @key(fields: "id") { id: ID! balance: Int name: String @external title: String @requires(fields: "name") }`,
  },
  createWorld,
}

interface State {
  readonly id: string
  name: string | null
  isOpen: boolean
  balance: number
}

function createWorld(): World {
  const states = new Map<string, State>([['1', { id: '1', name: 'Tini', isOpen: true, balance: 20 }]])
  let journal: { readonly text: string | null; readonly on: string | null }[] = []

  function log(text: string | null, on: string | null): void {
    journal.push({ text, on })
  }
  function account(id: string | null): Thing | null {
    const state = id === null ? undefined : states.get(id)
    if (state === undefined) return null
    return {
      __typename: 'Account',
      id: state.id,
      name: () => state.name,
      isOpen: () => state.isOpen,
      balance: () => state.balance,
      entries: () =>
        journal.some(({ on }) => on === state.id) ? entries().filter((_, at) => journal[at]?.on === state.id) : null,
    }
  }
  function entries(): readonly Thing[] {
    return journal.map(({ text, on }, number) => ({ number, text, about: () => account(on) }))
  }
  return {
    Query: {
      account: ({ id }: { id: string }) => account(id),
      accounts: () => [...states.keys()].map(account),
      journal: entries,
    },
    Mutation: {
      open({ name }: { name: string }) {
        const id = String(states.size + 1)
        states.set(id, { id, name, isOpen: true, balance: 0 })
        log(`open ${name}`, id)
        return account(id)
      },
      close({ id }: { id: string }) {
        const state = states.get(id)
        if (state !== undefined) state.isOpen = false
        log('close', id)
        return account(id)
      },
      rename({ id, to }: { id: string; to: { first: string; last: string | null } }) {
        const state = states.get(id)
        if (state !== undefined) state.name = `${to.first} ${to.last}`
        log('rename', id)
        return account(id)
      },
      break() {
        log('break', null)
        throw new Error('It broke.')
      },
      note({ text, on }: { text?: string | null; on?: string | null }) {
        log(text ?? null, on ?? null)
        return entries().at(-1)
      },
      clear() {
        const before = entries()
        const texts = before.map((entry) => ({ ...entry, about: null }))
        journal = []
        return texts
      },
      pay({ from, amount }: { from: string; amount: number }) {
        const state = states.get(from)
        log(`pay ${amount}`, from)
        if (state === undefined) return null
        state.balance -= amount
        return { from: () => account(from), left: state.balance, amount }
      },
    },
    find: { Account: ({ id }) => account(String(id)) },
    rules: { 'Account.title': ({ name }) => `Ibu ${JSON.stringify(name)}` },
  }
}
