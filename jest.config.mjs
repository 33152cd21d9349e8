import { globSync, readFileSync } from 'node:fs'

/**
 * Jest runs the sources as CommonJS, so that everything in a test process shares one copy of `graphql`: with ESM on
 * one side and CommonJS on the other, it would be loaded twice and refuse its own objects.
 */

/** Packages that publish ESM only, so that they are compiled like our own sources. */
const esmOnly = [
  'cookie', // of fastify's inject
  'idn-area-data',
  'jose',
  'p-map', // of @apollo/gateway
]

const covered = ['gateway/**/*.ts', 'platform/**/*.ts', 'subgraphs/kit/**/*.ts']

/** A file of types alone is never loaded, and what is never loaded counts as wholly uncovered. */
function holdsOnlyTypes(path) {
  const text = readFileSync(path, 'utf8')
  return /^export (type|interface) /m.test(text) && !/^export (?!type |interface )/m.test(text)
}

/** @type {import('@swc/core').Config} */
const swc = {
  jsc: {
    parser: { syntax: 'typescript' },
    target: 'es2024',
    transform: { verbatimModuleSyntax: true },
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
}

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/.data/', '<rootDir>/bench/peers/'],
  transform: { '\\.m?[jt]s$': ['@swc/jest', swc] },
  transformIgnorePatterns: [`/node_modules/(?!(?:${esmOnly.join('|')})/)`],
  injectGlobals: false,
  // Processes are started and databases are filled, on machines that do other work as well.
  testTimeout: 30_000,
  // What a test file loaded stays in its worker until much garbage is there, and the coverage of every later file is looked for in
  // all of it: unit tests took 193 s with workers of up to 700 MB, and 151 s with these.
  workerIdleMemoryLimit: '200MB',

  // Asked for with `--coverage`, which `npm test` gives when it runs the whole suite: a part of it cannot reach this.
  coverageProvider: 'v8',
  coverageDirectory: 'coverage',
  coverageReporters: ['text-summary', 'json-summary', 'lcov'],
  collectCoverageFrom: [
    ...covered,
    ...globSync(covered)
      .filter(holdsOnlyTypes)
      .map((path) => `!${path}`),
    // A process entry runs in the end-to-end tests, as a process of its own.
    '!gateway/index.ts',
    '!gateway/cacheCommand.ts',
    '!gateway/operationsCommand.ts',
    '!gateway/ledgerCommand.ts',
  ],
  coverageThreshold: {
    './gateway/': { lines: 95, branches: 95 },
    './platform/': { lines: 95, branches: 95 },
    './subgraphs/kit/': { lines: 95, branches: 95 },
  },
}
