import { beforeEach, describe, expect, it } from '@jest/globals'
import type { Principal } from '../../../../gateway/access/Principal.ts'
import type { Callers } from '../../../../gateway/access/createCallers.ts'
import { createCallers } from '../../../../gateway/access/createCallers.ts'
import { fault } from '../../../../platform/fault.ts'
import { principalKinds } from '../../../../schema/access/principalKinds.ts'
import type { PrincipalKind } from '../../../../schema/access/principalKinds.ts'
import { purposes } from '../../../../schema/access/purposes.ts'

function principalOf(kind: PrincipalKind, scopes: readonly string[] = ['reference', 'readiness']): Principal {
  return { kind, client: 'c', subject: 's', office: undefined, area: [], nik: undefined, scopes }
}

let identifyCaller: Callers
beforeEach(() => {
  identifyCaller = createCallers()
})

const cases = Object.entries(principalKinds).flatMap(([kind, { purposes: allowed }]) =>
  Object.keys(purposes).map((purpose) => ({
    kind: kind as PrincipalKind,
    purpose,
    may: allowed.some((one) => one === purpose),
  })),
)

describe('the caller', () => {
  it.each(cases.filter(({ may }) => may))('as $kind may ask for $purpose', ({ kind, purpose }) => {
    const principal = principalOf(kind)
    expect(identifyCaller(principal, purpose)).toMatchObject({ principal, purpose })
  })

  it.each(cases.filter(({ may }) => !may))('as $kind may not ask for $purpose', ({ kind, purpose }) => {
    expect(() => identifyCaller(principalOf(kind), purpose)).toThrow(
      expect.objectContaining({
        extensions: expect.objectContaining({ code: 'PURPOSE_FORBIDDEN', allowed: principalKinds[kind].purposes }),
      }),
    )
  })

  it.each([undefined, '', ' ', 'curiosity', 'Supervision', 'supervision, reporting', '__proto__', 'constructor'])(
    'has to say why, and not %j',
    (purpose) => {
      expect(() => identifyCaller(principalOf('BP2MI'), purpose)).toThrow(fault('PURPOSE_REQUIRED'))
    },
  )

  it('has to say one reason, and not a list', () => {
    expect(() => identifyCaller(principalOf('BP2MI'), ['supervision'])).toThrow(fault('PURPOSE_REQUIRED'))
  })

  it('has rights with a key that differs where scopes or purpose do', () => {
    const keys = [
      identifyCaller(principalOf('BP2MI'), 'supervision'),
      identifyCaller(principalOf('BP2MI'), 'reporting'),
      identifyCaller(principalOf('BP2MI', []), 'supervision'),
      identifyCaller(principalOf('BP2MI', ['reference']), 'supervision'),
    ].map(({ rights }) => rights.key)
    expect(new Set(keys).size).toBe(4)
    expect(identifyCaller(principalOf('LTSA_OFFICER'), 'protection-case').rights).toEqual(
      identifyCaller(principalOf('BP2MI'), 'protection-case').rights,
    )
  })

  it('is the same one for the same principal and purpose, and cannot be changed', () => {
    const principal = principalOf('BP2MI')
    const caller = identifyCaller(principal, 'supervision')
    expect(identifyCaller(principal, ['super', 'vision'].join(''))).toBe(caller)
    expect([caller, caller.asker].every(Object.isFrozen)).toBe(true)
  })

  it('is another for another purpose or principal, whatever was remembered', () => {
    const principal = principalOf('BP2MI')
    const callers = [
      identifyCaller(principal, 'supervision'),
      identifyCaller(principal, 'reporting'),
      identifyCaller(principalOf('BP2MI', []), 'supervision'),
      identifyCaller({ ...principal, subject: 't' }, 'supervision'),
    ]
    expect(callers.map(({ asker }) => asker)).toEqual([
      { subject: 's', purpose: 'supervision', scopes: ['reference', 'readiness'] },
      { subject: 's', purpose: 'reporting', scopes: ['reference', 'readiness'] },
      { subject: 's', purpose: 'supervision', scopes: [] },
      { subject: 't', purpose: 'supervision', scopes: ['reference', 'readiness'] },
    ])
  })

  it('that was refused is refused each time', () => {
    const principal = principalOf('WORKER')
    identifyCaller(principal, 'self-access')
    for (let time = 0; time < 2; time += 1)
      expect(() => identifyCaller(principal, 'supervision')).toThrow(fault('PURPOSE_FORBIDDEN'))
  })
})
