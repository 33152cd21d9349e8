import { SingleBar } from 'cli-progress'

/**
 * Shows how far the agencies are with seeding: one bar over all of them on a terminal, elsewhere a line when an agency
 * begins and when it is done. Shows nothing when nothing is seeded.
 *
 * @param {{ readonly output: NodeJS.WriteStream, readonly agencies: number }} options how many agencies will report
 */
export function createSeedingProgress({ output, agencies }) {
  return output.isTTY ? createBar(output, agencies) : createLines(output)
}

function createBar(output, agencies) {
  const reports = new Map()
  let bar
  const sum = (key) => [...reports.values()].reduce((total, report) => total + report[key], 0)
  return {
    report({ agency, done, total }) {
      reports.set(agency, { done, total })
      bar ??= startBar(output)
      bar.setTotal((sum('total') / reports.size) * agencies)
      bar.update(sum('done'))
    },
    finish() {
      bar?.stop()
    },
  }
}

function startBar(stream) {
  const bar = new SingleBar({
    stream,
    format: 'Seeding {bar} {percentage}% ({value} of {total} records)',
    hideCursor: true,
  })
  bar.start(1, 0)
  return bar
}

function createLines(output) {
  const begun = new Set()
  return {
    report({ agency, done, total }) {
      if (!begun.has(agency)) output.write(`Seeding ${agency}: ${total} applicants.\n`)
      begun.add(agency)
      if (done === total) output.write(`Seeded ${agency}.\n`)
    },
    finish() {},
  }
}
