import { createTextScalar } from './createTextScalar.ts'

/** Region (6 digits), day (women plus 40), month, year (2 digits), serial other than 0000. There is no check digit. */
const form = /^\d{6}(0[1-9]|[12]\d|3[01]|4[1-9]|[56]\d|7[01])(0[1-9]|1[0-2])\d{2}(?!0000)\d{4}$/

/** The scalar `NIK`. It checks the form alone: a retired region or another birth date is for the registry to judge. */
export const NIK = createTextScalar({ name: 'NIK', accepts: (text) => form.test(text), code: 'NIK_MALFORMED' })
