import { describe, expect, it } from '@jest/globals'
import { readChanges } from '../../../../gateway/intake/readChanges.ts'

const reading = { agency: 'passport', mayAnnounce: (_agency: string, type: string) => type === 'Applicant' }
const event = { id: '1', type: 'Applicant', key: { nik: '5318075205999001' } }

describe('a body of announced changes', () => {
  it('names the entities', () => {
    expect(readChanges({ events: [event, { ...event, key: { nik: 'b' } }] }, reading)).toEqual({
      entities: [
        { type: 'Applicant', key: { nik: '5318075205999001' } },
        { type: 'Applicant', key: { nik: 'b' } },
      ],
      everything: false,
    })
  })

  it.each([
    ['a whole type', { type: 'Applicant', key: null }],
    ['all that the agency answers', { type: null, key: null }],
  ])('means everything of the agency where it is about %s', (_what, about) => {
    expect(readChanges({ events: [event, { id: '2', ...about }] }, reading)).toEqual({
      entities: [{ type: 'Applicant', key: event.key }],
      everything: true,
    })
  })

  it('is refused whole when one event is about what the agency has nothing to say of', () => {
    expect(() => readChanges({ events: [event, { ...event, type: 'Region' }] }, reading)).toThrow(
      expect.objectContaining({ extensions: expect.objectContaining({ code: 'CHANGE_FOREIGN' }) }),
    )
  })

  it.each([
    ['null', null],
    ['a list', [event]],
    ['no events', {}],
    ['no event', { events: [] }],
    ['too many events', { events: Array.from({ length: 501 }, () => event) }],
    ['an event that is none', { events: [null] }],
    ['an event without an id', { events: [{ ...event, id: undefined }] }],
    ['an id that is a number', { events: [{ ...event, id: 1 }] }],
    ['an event without a type', { events: [{ id: '1', key: null }] }],
    ['a type that is no text', { events: [{ ...event, type: 1 }] }],
    ['an event without a key', { events: [{ id: '1', type: 'Applicant' }] }],
    ['a key without a type', { events: [{ ...event, type: null }] }],
    ['an empty key', { events: [{ ...event, key: {} }] }],
    ['a key that is a list', { events: [{ ...event, key: ['5318075205999001'] }] }],
    ['a key of something else', { events: [{ ...event, key: { nik: null } }] }],
    ['a key that is a text', { events: [{ ...event, key: '5318075205999001' }] }],
  ])('is malformed with %s', (_what, body) => {
    expect(() => readChanges(body, reading)).toThrow(
      expect.objectContaining({ extensions: expect.objectContaining({ code: 'CHANGE_MALFORMED' }) }),
    )
  })

  it('may hold 500 events', () => {
    expect(readChanges({ events: Array.from({ length: 500 }, () => event) }, reading).entities).toHaveLength(500)
  })
})
