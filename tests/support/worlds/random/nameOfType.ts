/** The name of a type, without lists around it. */
export const nameOfType = (type: string): string => type.replaceAll(/[[\]!]/g, '')
