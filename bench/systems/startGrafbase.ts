import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readSubgraphs } from '../../schema/readSubgraphs.ts'
import { findFreePort } from '../../scripts/findFreePort.mjs'
import type { RunningSystem, World } from './System.ts'
import { startProcess } from './startProcess.ts'

const binary = join('node_modules', '@grafbase', 'cli-x86_64-unknown-linux-musl', 'grafbase')

/** Starts Grafbase's gateway on the schemas of the agencies, which it composes itself. */
export async function startGrafbase(world: World): Promise<RunningSystem> {
  const program = join(await world.peers(), binary)
  if (!existsSync(program)) throw new Error('Its binary is for Linux on x86-64, and this machine is none.')
  const folder = join(world.folder, 'grafbase')
  await mkdir(folder)
  const port = await findFreePort()
  const config = join(folder, 'grafbase.toml')
  await writeFile(config, (await Promise.all(subgraphTables(world, folder))).join('\n'))
  const command = [program, '--home', folder, 'dev', '--config', config, '--listen-address', `127.0.0.1:${port}`]
  return startProcess({ name: 'grafbase', command, url: `http://127.0.0.1:${port}/graphql` }, world)
}

/** A table of its configuration for each agency, with a file for the agency's schema. */
function subgraphTables({ agencies }: World, folder: string): readonly Promise<string>[] {
  return readSubgraphs().map(async ({ name, sdl }) => {
    const path = join(folder, `${name}.graphql`)
    await writeFile(path, sdl)
    return `[subgraphs.${name}]\nurl = "${agencies.urls.get(name)}"\nschema_path = "${path}"\n`
  })
}
