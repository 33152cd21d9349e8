import { expect } from '@jest/globals'

/** The body that every refusal has, whatever the code. */
export function errorOf(code: string): unknown {
  return {
    errors: [
      expect.objectContaining({
        message: expect.any(String),
        extensions: expect.objectContaining({
          code,
          correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
          retryable: expect.any(Boolean),
          translations: { id: expect.any(String) },
        }),
      }),
    ],
  }
}
