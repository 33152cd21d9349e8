/** What a gateway needs to start in production, beside an issuer of tokens. */
export const productionSecrets = {
  NODE_ENV: 'production',
  CALL_SECRET: 'a-call-secret-of-our-own-that-nobody-else-knows',
  CACHE_SECRET: 'a-cache-secret-of-our-own-that-nobody-else-knows',
  LEDGER_SECRET: 'a-ledger-secret-of-our-own-that-nobody-else-knows',
}
