import { parse, validate } from 'graphql'
import type { GraphQLSchema } from 'graphql'

/**
 * A tab of the explorer page; its title is the operation's name. It runs as it stands: GraphiQL gives its first tab no
 * variables, so the operations have defaults.
 */
export interface ExplorerTab {
  readonly query: string
}

/** The personas of the seed, by what is special about them. */
const personas: readonly (readonly [name: string, nik: string])[] = [
  ['ReadyForMalaysia', '5318075205999001'],
  ['NoPassportYet', '5306030301019002'],
  ['HealthCertificateExpired', '5304085708909003'],
  ['BelowTheAgeForDomesticWork', '5371045511079004'],
  ['NameDiffersInThePassport', '5307052203959005'],
  ['InsuranceEndsTooSoon', '5302016009889006'],
  ['ReturnedWorker', '5321051412859007'],
  ['RegisteredAsDeceased', '5301064101789008'],
]

/** The tabs that fit a schema: our own graph has one a persona and one a list, another graph has none. */
export function explorerTabs(schema: GraphQLSchema): readonly ExplorerTab[] {
  const tabs = [
    ...personas.map(([name, nik]) => ({
      query: applicantQuery.replace('Persona', name).replace('NIK of the persona', nik),
    })),
    { query: applicantsQuery },
    { query: placementsQuery },
  ]
  return tabs.filter(({ query }) => validate(schema, parse(query)).length === 0)
}

const applicantQuery = `query Persona($nik: NIK! = "NIK of the persona") {
  applicant(nik: $nik) {
    fullName
    birthDate
    maritalStatus
    domicile {
      code
      name
    }
    passports {
      number
      holderName
      expiresAt
      status
    }
    policeClearances {
      number
      expiresAt
      status
    }
    healthExaminations {
      facility {
        name
      }
      examinedAt
      expiresAt
      physical
      psychological
    }
    insuranceMemberships {
      kpj
      periods {
        phase
        startsAt
        endsAt
        paidAt
      }
    }
    placements {
      stage
      destinationCountry
      jobTitle
      agency {
        name
      }
      ltsaOffice {
        name
      }
      contract {
        startsAt
        months
      }
    }
    departureReadiness {
      status
      requirements {
        kind
        outcome
        reason
        ownedBy
        nextDesk
        legalBasis
      }
    }
  }
}
`

const applicantsQuery = `query ApplicantsOfARegency($regionCode: RegionCode! = "53.18") {
  applicants(filter: { regionCode: $regionCode }, first: 20) {
    edges {
      node {
        nik
        fullName
        passports {
          expiresAt
          status
        }
        departureReadiness {
          status
        }
      }
    }
    pageInfo {
      endCursor
      hasNextPage
    }
  }
}
`

const placementsQuery = `query PlacementsToACountry($destinationCountry: CountryCode! = "MY") {
  placements(filter: { destinationCountry: $destinationCountry }, first: 20) {
    edges {
      node {
        stage
        jobTitle
        applicant {
          nik
          fullName
        }
      }
    }
    pageInfo {
      endCursor
      hasNextPage
    }
  }
}
`
