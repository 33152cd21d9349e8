/** A query that every agency has a part in, about the first persona. */
const query = `query SelfCheck {
  applicant(nik: "5318075205999001") {
    nik
    fullName
    passports { number }
    policeClearances { number }
    healthExaminations { certificateNumber }
    insuranceMemberships { kpj }
    placements { id }
    departureReadiness { status }
  }
}`

/**
 * Asks the gateway for everything about the first persona. Answers which of the agencies did not take part and how her
 * readiness was judged, or that nobody may ask without a token of another issuer. Throws when something else keeps the answer
 * from being whole.
 *
 * @param {string} url the gateway's
 * @param {readonly string[]} agencies
 * @returns {Promise<{ readonly isLocked: boolean, readonly missing: readonly string[], readonly readiness: string | undefined }>}
 */
export async function selfCheck(url, agencies) {
  const { status, answer } = await post(new URL('/graphql', url), await askForToken(url))
  if (status === 401) return { isLocked: true, missing: [], readiness: undefined }
  const provenance = answer.extensions?.provenance ?? []
  const answered = provenance.filter(({ source }) => source !== 'UNAVAILABLE').map(({ agency }) => agency)
  const missing = agencies.filter((agency) => !answered.includes(agency))
  if (answer.errors && (missing.length === 0 || provenance.length === 0)) throw new Error(answer.errors[0].message)
  if (answer.data?.applicant === null && missing.length === 0) throw new Error('persona 1 is not in the registry')
  return { isLocked: false, missing, readiness: answer.data?.applicant?.departureReadiness?.status }
}

/** A token of the gateway's own issuer, if it has one. */
async function askForToken(url) {
  const response = await fetch(new URL('/dev/token?as=bp2mi', url), { signal: AbortSignal.timeout(10_000) })
  const text = await response.text()
  return response.ok ? text.trim() : undefined
}

async function post(url, token) {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      ...(token && { authorization: `Bearer ${token}`, 'x-purpose': 'supervision' }),
    },
    body: JSON.stringify({ query }),
    signal: AbortSignal.timeout(10_000),
  })
  const text = await response.text()
  if (!response.headers.get('content-type')?.includes('json')) throw new Error(`status ${response.status} without JSON`)
  return { status: response.status, answer: JSON.parse(text) }
}
