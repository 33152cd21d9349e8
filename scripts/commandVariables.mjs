/**
 * The variables of `npm start` and `npm test` themselves, from which `docs/configuration.md` is generated. They are read
 * before anything is installed, so they are plain data.
 */
export const commandVariables = Object.freeze({
  DATA_DIR: {
    description: 'Folder in which `npm start` keeps databases and logs; without a leading slash, inside the project.',
    allowed: 'the path of a folder that this user may write to',
    fallback: '.data',
  },
  TEST_DATABASE_URL: {
    description: 'PostgreSQL in which `npm test` makes and drops databases, as its superuser; it is left running.',
    allowed: 'the URL of a PostgreSQL, with a superuser',
    fallback: 'one that `npm test` starts and removes',
  },
  TEST_REDIS_URL: {
    description: 'Redis in which `npm test` writes and deletes whatever it likes; it is left running.',
    allowed: 'the URL of a Redis',
    fallback: 'one that `npm test` starts and removes',
  },
})
