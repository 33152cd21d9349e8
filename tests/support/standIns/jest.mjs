/** Stands in for Jest: writes its arguments and its server into the results file, and ends as STAND_IN_JEST says. */
import { writeFileSync } from 'node:fs'

const given = process.argv.slice(2)
const results = given.find((argument) => argument.startsWith('--outputFile=')).slice('--outputFile='.length)
const { TEST_DATABASE_URL, STAND_IN_JEST } = process.env
writeFileSync(results, JSON.stringify({ given, url: TEST_DATABASE_URL, version: process.version }))
if (STAND_IN_JEST === 'waits') setInterval(() => {}, 60_000)
else process.exitCode = Number(STAND_IN_JEST ?? 0)
