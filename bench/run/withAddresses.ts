/** A supergraph with other addresses for its subgraphs. Throws an error when it has no such subgraph. */
export function withAddresses(supergraph: string, urls: ReadonlyMap<string, string>): string {
  let changed = supergraph
  for (const [name, url] of urls) {
    const place = new RegExp(`(@join__graph\\(name: "${name}", url: )"[^"]*"`)
    if (!place.test(changed)) throw new Error(`The supergraph has no subgraph ${name}.`)
    changed = changed.replace(place, `$1"${url}"`)
  }
  return changed
}
