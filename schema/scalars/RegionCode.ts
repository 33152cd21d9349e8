import { createTextScalar } from './createTextScalar.ts'

const form = /^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/

/** The scalar `RegionCode`: the form of a Kemendagri code, from province to village. */
export const RegionCode = createTextScalar({ name: 'RegionCode', accepts: (text) => form.test(text) })
