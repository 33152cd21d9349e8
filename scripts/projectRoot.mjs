import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of package.json. Node 18 has no `import.meta.dirname`. */
export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)))
