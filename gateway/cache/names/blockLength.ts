/** Bytes of one block of AES (FIPS 197): what tells one subject from another, and what is left of it in an entry's name. */
export const blockLength = 16
