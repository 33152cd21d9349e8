/** Who signs calls, and whom announcements of changes are for: of one key, each has the other's issuer as its audience. */
export const gatewayName = 'satu-atap-gateway'
