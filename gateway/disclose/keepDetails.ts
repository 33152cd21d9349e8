import type { FaultDetails } from '../../platform/fault.ts'
import { oncePerObject } from '../../platform/oncePerObject.ts'

/** How each detail looks; what looks otherwise was not put there by us. */
const forms: Readonly<Record<keyof FaultDetails, (value: unknown) => boolean>> = {
  // The composition of a supergraph takes almost any name for a subgraph.
  agency: (value) => typeof value === 'string' && /^[\p{L}\p{N}_.-]{1,128}$/u.test(value),
  argument: (value) => typeof value === 'string' && /^[A-Za-z_]\w{0,63}$/.test(value),
  field: (value) => typeof value === 'string' && /^[A-Za-z_]\w{0,127}\.[A-Za-z_]\w{0,127}$/.test(value),
  correlationId: (value) => typeof value === 'string' && /^[\w-]{1,64}$/.test(value),
  retryAfterSeconds: (value) => Number.isSafeInteger(value),
}

/**
 * The details of the error table among an error's extensions, and nothing else: no stack trace, no service name. They are looked at
 * once: a list has a hundred errors that differ in their places alone.
 */
export const keepDetails = oncePerObject((extensions: Readonly<Record<string, unknown>>): FaultDetails => {
  const kept = Object.entries(forms).filter(([name, accepts]) => accepts(extensions[name]))
  return Object.fromEntries(kept.map(([name]) => [name, extensions[name]]))
})
