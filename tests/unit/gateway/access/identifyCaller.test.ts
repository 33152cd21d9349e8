import { describe, expect, it } from '@jest/globals'
import type { Principal } from '../../../../gateway/access/Principal.ts'
import { identifyCaller } from '../../../../gateway/access/identifyCaller.ts'
import { fault } from '../../../../platform/fault.ts'
import { principalKinds } from '../../../../schema/access/principalKinds.ts'
import type { PrincipalKind } from '../../../../schema/access/principalKinds.ts'
import { purposes } from '../../../../schema/access/purposes.ts'

function principalOf(kind: PrincipalKind, scopes: readonly string[] = ['reference', 'readiness']): Principal {
  return { kind, client: 'c', subject: 's', office: undefined, area: [], nik: undefined, scopes }
}

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
    expect(() => identifyCaller(principalOf(kind), purpose)).toThrow(fault('PURPOSE_FORBIDDEN'))
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
})
