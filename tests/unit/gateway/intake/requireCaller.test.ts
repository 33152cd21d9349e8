import { expect, jest, test } from '@jest/globals'
import type { FastifyRequest } from 'fastify'
import type { Authenticator } from '../../../../gateway/access/createAuthenticator.ts'
import { requireCaller } from '../../../../gateway/intake/requireCaller.ts'
import { createExchange } from '../../../../gateway/intake/createExchange.ts'

test('who refuses a token is told for which request, so that the log can say it', async () => {
  const authenticate = jest.fn<Authenticator>().mockRejectedValue(new Error('refused'))
  const request = {
    id: 'one-request',
    headers: { authorization: 'Bearer a.b.c' },
    raw: { rawHeaders: ['Authorization', 'Bearer a.b.c'] },
    exchange: createExchange(),
  } as unknown as FastifyRequest
  await expect(requireCaller(authenticate)(request)).rejects.toThrow('refused')
  expect(authenticate).toHaveBeenCalledWith('Bearer a.b.c', 'one-request')
})
