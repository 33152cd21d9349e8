/** Whom change tokens are for. Call tokens, of the same key, go the other way: each has the other's issuer as audience. */
export const changeAudience = 'satu-atap-gateway'
