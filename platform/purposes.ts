/** What applicants' records may be asked for. Each request has one purpose, and each registered operation those it may serve. */
export const purposes = ['service-delivery', 'self-access', 'protection-case', 'supervision', 'reporting'] as const

export type Purpose = (typeof purposes)[number]
