/** Stands for all scopes in the call tokens of a gateway whose access is open. No client's token opens anything by it. */
export const everyScope = '*'
