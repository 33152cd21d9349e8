import { principalKinds } from '../../schema/access/principalKinds.ts'

/** Who a token of the development issuer may be for, one of each kind. None of them exists. */
export const developmentUsers = {
  frontend: { sub: 'demo-frontend', client_id: 'demo-frontend', kind: 'FRONTEND', scope: scopeOf('FRONTEND') },
  'ltsa-officer': {
    sub: 'demo-ltsa-officer',
    client_id: 'demo-desk',
    kind: 'LTSA_OFFICER',
    office: 'LTSA-53',
    area: ['53'],
    scope: scopeOf('LTSA_OFFICER'),
  },
  'agency-officer': {
    sub: 'demo-agency-officer',
    client_id: 'demo-desk',
    kind: 'AGENCY_OFFICER',
    office: 'IMMIGRATION-5371',
    area: ['53.71'],
    scope: scopeOf('AGENCY_OFFICER'),
  },
  bp2mi: { sub: 'demo-bp2mi', client_id: 'demo-bp2mi', kind: 'BP2MI', scope: scopeOf('BP2MI') },
  worker: {
    sub: 'demo-worker',
    client_id: 'demo-application',
    kind: 'WORKER',
    nik: '5318075205999001',
    scope: scopeOf('WORKER'),
  },
} as const

/** A key of the table above. */
export type DevelopmentUser = keyof typeof developmentUsers

function scopeOf(kind: keyof typeof principalKinds): string {
  return principalKinds[kind].scopes.join(' ')
}
