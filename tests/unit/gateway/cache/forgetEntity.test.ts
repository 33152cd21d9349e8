import { describe, expect, it } from '@jest/globals'
import type { EntityTag } from '../../../../gateway/cache/EntityCache.ts'
import { forgetEntity } from '../../../../gateway/cache/forgetEntity.ts'

const tag = { type: 'Applicant', key: { nik: '5318075205999001' } }

/** A cache that fails so many times before it takes a change, with what it was told. */
function failing(times: number) {
  const told: (readonly EntityTag[])[] = []
  async function invalidate(tags: readonly EntityTag[]): Promise<void> {
    told.push(tags)
    if (told.length <= times) throw new Error(`failure ${told.length}`)
  }
  return { invalidate, told }
}

describe('forgetting an entity', () => {
  it('is done once the store has taken it', async () => {
    const cache = failing(0)
    await forgetEntity(tag, { cache, limit: 1_000 })
    expect(cache.told).toEqual([[tag]])
  })

  it('is tried again while the store fails', async () => {
    const cache = failing(2)
    await forgetEntity(tag, { cache, limit: 5_000 })
    expect(cache.told).toEqual([[tag], [tag], [tag]])
  })

  it('rejects with the last failure when its time is over', async () => {
    const cache = failing(Infinity)
    const begun = performance.now()
    await expect(forgetEntity(tag, { cache, limit: 200 })).rejects.toThrow(/^failure/)
    expect(performance.now() - begun).toBeLessThan(1_000)
    expect(cache.told.length).toBeGreaterThan(1)
  })
})
