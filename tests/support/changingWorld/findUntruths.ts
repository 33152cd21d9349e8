import type { PersonFields, RootField, WorldQuestion } from './WorldQuestion.ts'
import { createWitness } from './createWitness.ts'
import type { Circumstances, Origin, Witness } from './createWitness.ts'
import type { World } from './createWorld.ts'
import { readWorld } from './readWorld.ts'

type Answered = Readonly<Record<string, unknown>>

const personTag = (id: string) => ({ type: 'Person', key: { id } })
const everybody = ['1', '2', '3', '4'].map(personTag)

/** Everything in the data that was not true when it may have been said. */
export function findUntruths(question: WorldQuestion, data: unknown, circumstances: Circumstances): readonly string[] {
  const untruths: string[] = []
  const checks = createChecks(circumstances.world, createWitness(circumstances), (what) => void untruths.push(what))
  for (const [index, root] of question.roots.entries()) {
    checks.root(root, (data as Answered | null)?.[`r${index}`], `r${index}`)
  }
  return untruths
}

function createChecks(world: World, { timesOf, isFailing }: Witness, complain: (what: string) => void) {
  const view = readWorld(world)

  /** Whether something held at a time when it may have been said; nothing is what a failing agency says too. */
  function expectOnce(path: string, value: unknown, { origin, was }: { origin: Origin; was: (at: number) => boolean }) {
    if (value === null && isFailing(origin.agency)) return
    if (!timesOf(origin).some(was)) complain(`${path} is ${JSON.stringify(value)}`)
  }
  const registryOf = (id: string): Origin => ({ agency: 'registry', tags: [personTag(id)] })

  interface Leaf {
    readonly origin: Origin
    readonly thing: string
    readonly said?: string
    /** Whose absence makes it null. */
    readonly of?: string
  }
  function leaf(path: string, value: unknown, { origin, thing, said = thing, of }: Leaf): void {
    if (value === null && of !== undefined && mayBeAbsent(of)) return
    expectOnce(path, value, { origin, was: (at) => value === `${said}#${world.versionAt(thing, at)}` })
  }
  function mayBeAbsent(id: string): boolean {
    return isFailing('registry') || timesOf(registryOf(id)).some((at) => !view.exists(id, at))
  }
  function name(path: string, value: unknown, [id, style = '']: readonly [string, string?]): void {
    const thing = `person:${id}.name`
    leaf(path, value, { origin: registryOf(id), thing, said: `${thing}${style}`, of: id })
  }
  function papers(path: string, value: unknown, [id, kind]: readonly [string, string]): void {
    const number = value === null ? null : (value as readonly { readonly number: unknown }[])[0]?.number
    const thing = `person:${id}.papers`
    leaf(path, number, { origin: { agency: 'papers', tags: [personTag(id)] }, thing, said: `${thing}${kind}` })
  }
  function score(path: string, value: unknown, id: string): void {
    const thing = `person:${id}.score`
    const given = /\((.*)\)#/.exec(String(value))?.[1]
    if (value !== null) name(`${path}(name)`, given === 'null' ? null : given, [id])
    leaf(path, value, {
      origin: { agency: 'scores', tags: [personTag(id)] },
      thing,
      said: `${thing}(${given})`,
      of: id,
    })
  }
  function town(path: string, value: unknown, code: string): void {
    const origin: Origin = { agency: 'registry', tags: [{ type: 'Town', key: { code } }] }
    if (value === null && isFailing('registry')) return
    if ((value as Answered | null)?.['code'] !== code) complain(`${path} is ${JSON.stringify(value)}`)
    leaf(`${path}.name`, (value as Answered | null)?.['name'], { origin, thing: `town:${code}.name` })
  }
  function home(path: string, value: unknown, id: string): void {
    if (value === null && mayBeAbsent(id)) return
    const code = String((value as Answered | null)?.['code'])
    expectOnce(path, value, { origin: registryOf(id), was: (at) => code === view.home(id, at) })
    if (value !== null) town(path, value, code)
  }
  function friendOf(path: string, value: unknown, id: string): void {
    const friend = view.friend(id)
    if (value === null && mayBeAbsent(id)) return
    expectOnce(path, value, { origin: registryOf(friend), was: (at) => view.exists(friend, at) === (value !== null) })
    if (value === null) return
    const told = value as Answered
    if (told['id'] !== friend) complain(`${path}.id is ${JSON.stringify(told['id'])}`)
    name(`${path}.name`, told['name'], [friend])
    papers(`${path}.papers`, told['papers'], [friend, ''])
  }
  function person(path: string, value: Answered, [id, fields]: readonly [string, PersonFields]): void {
    const at = (field: string) => [`${path}.${field}`, value[`${fields.prefix}${field}`] ?? null] as const
    if (value['id'] !== id) complain(`${path}.id is ${JSON.stringify(value['id'])}`)
    if (fields.name !== null) name(...at(fields.name === '' ? 'name' : 'title'), [id, fields.name])
    if (fields.papers !== null) papers(...at('papers'), [id, fields.papers])
    if (fields.home) home(...at('home'), id)
    if (fields.score) score(...at('score'), id)
    if (fields.friend) friendOf(...at('friend'), id)
    const statusOrigin: Origin = { agency: 'papers', tags: [personTag(id)], isLive: true }
    if (fields.status) leaf(...at('status'), { origin: statusOrigin, thing: `person:${id}.status` })
  }

  function people(path: string, value: unknown, fields: PersonFields): void {
    const list = value as readonly Answered[] | null
    const ids = list?.map(({ id }) => String(id)) ?? []
    const origin: Origin = { agency: 'registry', tags: everybody }
    expectOnce(path, value, { origin, was: (at) => view.ids(at).join(',') === ids.join(',') })
    for (const [index, one] of (list ?? []).entries()) person(`${path}.${index}`, one, [ids[index] ?? '', fields])
  }

  function root(field: RootField, value: unknown, path: string): void {
    const told = value as Answered | null
    switch (field.kind) {
      case 'person':
        expectOnce(path, value, {
          origin: registryOf(field.id),
          was: (at) => view.exists(field.id, at) === (value !== null),
        })
        if (told !== null) person(path, told, [field.id, field.fields])
        return
      case 'top': {
        const id = String(told?.['id'])
        expectOnce(path, value, { origin: { agency: 'scores', tags: everybody }, was: (at) => view.top(at) === id })
        if (told !== null) person(path, told, [id, field.fields])
        return
      }
      case 'people':
        return people(path, value, field.fields)
      case 'town':
        return town(path, value, field.code)
      case 'census': {
        const count = told?.['count'] ?? null
        const origin: Origin = { agency: 'registry', tags: everybody }
        return expectOnce(path, count, { origin, was: (at) => view.ids(at).length === count })
      }
      default:
        return field satisfies never
    }
  }
  return { root }
}
