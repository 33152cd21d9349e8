/** The issuer of development tokens. Production refuses it. */
export const developmentIssuer = 'https://issuer.satu-atap.example/development'
