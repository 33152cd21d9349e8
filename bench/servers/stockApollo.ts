/**
 * Apollo's gateway as its documentation starts it: its own fetcher, and the standalone server. A process entry: PORT says
 * where, SUPERGRAPH_PATH what it serves.
 */
import { readFileSync } from 'node:fs'
import { ApolloGateway } from '@apollo/gateway'
import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'

const gateway = new ApolloGateway({ supergraphSdl: readFileSync(process.env['SUPERGRAPH_PATH'] ?? '', 'utf8') })
const server = new ApolloServer({ gateway })
await startStandaloneServer(server, { listen: { port: Number(process.env['PORT']), host: '127.0.0.1' } })
