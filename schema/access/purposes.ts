/** Why records may be looked at, each with its ground in article 20 of UU 27/2022. Header `x-purpose` names one. */
export const purposes = {
  'service-delivery': {
    means: 'To serve the applicant at a desk or in an application.',
    legalBasis: 'UU 18/2017 art. 38; UU 27/2022 art. 20(2)e (public service), for third parties (2)a (consent)',
  },
  'self-access': {
    means: 'The person looks at the own records.',
    legalBasis: 'UU 27/2022 art. 7 and 32 (access of the data subject)',
  },
  'protection-case': {
    means: 'To protect a person at risk of trafficking or in distress.',
    legalBasis: 'UU 18/2017 art. 7; UU 27/2022 art. 20(2)d (vital interest)',
  },
  supervision: {
    means: 'To supervise agencies and placements.',
    legalBasis: 'UU 18/2017 art. 76; UU 27/2022 art. 20(2)c (legal duty)',
  },
  reporting: {
    means: 'To count, without asking who.',
    legalBasis: 'Perpres 39/2019; UU 27/2022 art. 20(2)e (public task)',
  },
} as const satisfies Readonly<Record<string, { readonly means: string; readonly legalBasis: string }>>

/** A key of the table above. */
export type Purpose = keyof typeof purposes
