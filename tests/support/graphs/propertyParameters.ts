/** How a suite asks the same each time; `ENGINE_SEED` and `ENGINE_RUNS` look for what nobody has asked yet. */
export function propertyParameters(runs: number) {
  return {
    seed: Number(process.env['ENGINE_SEED'] ?? 1),
    numRuns: Number(process.env['ENGINE_RUNS'] ?? runs),
    endOnFailure: true,
  }
}
