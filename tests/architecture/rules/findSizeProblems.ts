import type { SourceFile } from '../SourceFile.ts'

const mostLines = 300
const mostReadmeLines = 20

/**
 * Holds files of code to 300 lines, generated ones apart, and the README of each top folder to 20; each has one. What it reports
 * of a last run comes after that.
 */
export function findSizeProblems(files: readonly SourceFile[]): readonly string[] {
  const long = files
    .filter(({ path }) => /\.(ts|mjs)$/.test(path) && !path.includes('.generated.'))
    .filter(({ text }) => linesOf(text) > mostLines)
    .map(({ path, text }) => `${path} has ${linesOf(text)} lines: ${mostLines} at most`)
  return [...long, ...readmeProblems(files)]
}

function readmeProblems(files: readonly SourceFile[]): readonly string[] {
  const folders = new Set(
    files.filter(({ path }) => path.includes('/')).map(({ path }) => path.slice(0, path.indexOf('/'))),
  )
  return [...folders].flatMap((folder) => {
    const readme = files.find(({ path }) => path === `${folder}/README.md`)
    if (readme === undefined) return [`${folder}/ has no README.md`]
    const [words = ''] = readme.text.split('\n## Last run')
    const lines = linesOf(words)
    return lines > mostReadmeLines ? [`${readme.path} has ${lines} lines: ${mostReadmeLines} at most`] : []
  })
}

function linesOf(text: string): number {
  return text.trimEnd().split('\n').length
}
