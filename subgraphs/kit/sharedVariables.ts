import { z } from 'zod'
import { developmentCallSecret } from '../../platform/developmentCallSecret.ts'
import { variable } from '../../platform/variable.ts'

/** The variables that all agencies of a process share. */
export const sharedVariables = z.object({
  NODE_ENV: variable
    .choice(['development', 'test', 'production'], {
      description: 'Where the process runs; production refuses development secrets.',
    })
    .default('development'),
  HOST: variable
    .text(/^[\w.:-]+$/, 'a host name or address', { description: 'Address to listen on.' })
    .default('127.0.0.1'),
  LOG_LEVEL: variable
    .choice(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], { description: 'The least level that is logged.' })
    .default('info'),
  CALL_SECRET: variable
    .secret({
      description:
        "The gateway's secret, on a developer's machine, where the keys of all agencies may be derived from it.",
      defaultText: 'a development secret; production wants `<AGENCY>_CALL_KEY` instead',
    })
    .default(developmentCallSecret),
  GATEWAY_URLS: variable
    .text(
      /^https?:\/\/[^\s,/]+(,https?:\/\/[^\s,/]+)*$/,
      'origins such as http://gateway:4000, with commas between them',
      {
        description: 'Gateways that are told of changes: each one that keeps answers in a memory or Redis of its own.',
        defaultText: '`http://127.0.0.1:4000`, with `npm start` its gateway; must be set in production',
      },
    )
    .optional(),
  AGENCY_DEADLINE_MS: variable
    .wholeNumber(
      { min: 100, max: 60_000 },
      { description: 'Milliseconds an agency may take when the gateway does not allow less.' },
    )
    .default(10_000),
  AGENCY_BODY_LIMIT_BYTES: variable
    .wholeNumber({ min: 1_024, max: 67_108_864 }, { description: 'Largest body that an agency reads.' })
    .default(1_048_576),
  DATABASE_CONNECTIONS: variable
    .wholeNumber(
      { min: 1, max: 200 },
      {
        description:
          'Connections to its database that an agency answers with at most; telling gateways of changes takes up to three more. Its role has to be allowed four more than these: `scripts/create-databases.sh` allows 16.',
      },
    )
    .default(8),
  SEED_APPLICANTS: variable
    .wholeNumber(
      { min: 0, max: 1_000_000 },
      {
        description:
          'Synthetic applicants, beside the personas, that an empty database gets; 0 for none, personas included.',
        defaultText: '0; 2000 with `npm start`',
      },
    )
    .default(0),
})
