import { z } from 'zod'
import { variable } from '../../platform/variable.ts'

/** The variables that each agency has for itself, behind its own prefix (see `prefixOf`). */
export const agencyVariables = z.object({
  DATABASE_URL: variable.postgresUrl({
    description: 'The PostgreSQL database of the agency, with a role of its own. It must let the agency in at start.',
    defaultText: 'none; with `npm start` a database of its own',
  }),
  CALL_KEY: variable
    .text(/^[\w-]{43}$/, 'what `npm run secrets` prints for the agency', {
      description: 'Key that calls to the agency are signed with.',
      defaultText: 'derived from `CALL_SECRET`; must be set in production',
      sensitive: true,
    })
    .optional(),
  PORT: variable
    .wholeNumber(
      { min: 0, max: 65_535 },
      { description: 'Port to listen on; 0 takes a free one.', defaultText: '4001 to 4006 in the order of the roster' },
    )
    .optional(),
})
