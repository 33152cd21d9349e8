import { describe, expect, it } from '@jest/globals'
import { createFleet } from '../../../../bench/run/createFleet.ts'
import type { RunningSystem, System, World } from '../../../../bench/systems/System.ts'

const world: World = {
  agencies: { urls: new Map() },
  supergraphPath: '',
  folder: '',
  knownNiks: [],
  peers: () => Promise.resolve(''),
  signal: new AbortController().signal,
}

/** A system that notes what is done to it. */
function recordedSystem(notes: string[], start: () => Promise<void> = () => Promise.resolve()): System {
  return {
    name: 'recorded',
    title: 'recorded',
    asks: 'new',
    quick: true,
    async start(): Promise<RunningSystem> {
      notes.push('start')
      await start()
      return { url: 'http://127.0.0.1:9/', headers: {}, pid: 1, stop: async () => void notes.push('stop') }
    },
  }
}

describe('a fleet', () => {
  it('starts a system when it is first asked for, and warms it before it hands it out', async () => {
    const notes: string[] = []
    const system = recordedSystem(notes)
    const fleet = createFleet(world, async () => void notes.push('warm'))
    expect(notes).toEqual([])
    await Promise.all([fleet.running(system), fleet.running(system)])
    await fleet.running(system)
    expect(notes).toEqual(['start', 'warm'])
    await fleet.stop()
    expect(notes).toEqual(['start', 'warm', 'stop'])
  })

  it('starts a system anew after it was discarded', async () => {
    const notes: string[] = []
    const system = recordedSystem(notes)
    const fleet = createFleet(world, async () => {})
    await fleet.running(system)
    await fleet.discard(system)
    await fleet.running(system)
    expect(notes).toEqual(['start', 'stop', 'start'])
  })

  it('says each time why a system could not be started, and does not try again', async () => {
    const notes: string[] = []
    const system = recordedSystem(notes, () => Promise.reject(new Error('no network')))
    const fleet = createFleet(world, async () => {})
    await expect(fleet.running(system)).rejects.toThrow('no network')
    await expect(fleet.running(system)).rejects.toThrow('no network')
    await fleet.stop()
    expect(notes).toEqual(['start'])
  })

  it('stops a system that could not be warmed', async () => {
    const notes: string[] = []
    const fleet = createFleet(world, () => Promise.reject(new Error('stopped')))
    await expect(fleet.running(recordedSystem(notes))).rejects.toThrow('stopped')
    expect(notes).toEqual(['start', 'stop'])
  })
})
