import { describe, expect, test } from '@jest/globals'
import { installState } from '../../../scripts/installState.mjs'

const pg = { version: '8.0.0', integrity: 'sha512-pg' }
const forMac = { version: '1.0.0', integrity: 'sha512-mac', optional: true }
const lock = { packages: { '': { version: '0.1.0' }, 'node_modules/pg': pg, 'node_modules/for-mac': forMac } }

describe('installState', () => {
  test('is missing when npm has not finished an installation', () => {
    expect(installState(lock, undefined)).toBe('missing')
  })

  test('is current when everything but packages of other platforms is there', () => {
    expect(installState(lock, { packages: { 'node_modules/pg': pg } })).toBe('current')
  })

  test('is current when somebody added a package by hand', () => {
    const byHand = { version: '1.0.0', integrity: 'sha512-extra' }
    expect(installState(lock, { packages: { 'node_modules/pg': pg, 'node_modules/extra': byHand } })).toBe('current')
  })

  test('is behind when a package is absent', () => {
    expect(installState(lock, { packages: { 'node_modules/for-mac': forMac } })).toBe('behind')
  })

  test.each([
    ['version', { ...pg, version: '7.9.9' }],
    ['content', { ...pg, integrity: 'sha512-other' }],
  ])('is behind when a package has another %s', (_, installed) => {
    expect(installState(lock, { packages: { 'node_modules/pg': installed } })).toBe('behind')
  })

  test('is behind when an optional package that is there has another version', () => {
    const packages = { 'node_modules/pg': pg, 'node_modules/for-mac': { ...forMac, version: '0.9.0' } }
    expect(installState(lock, { packages })).toBe('behind')
  })
})
