import type pg from 'pg'
import { ConnectionError } from './ConnectionError.ts'

/** Takes a connection of the pool, which makes one where none is free. Rejects with a ConnectionError. */
export async function takeConnection(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect()
  } catch (error) {
    throw new ConnectionError(error)
  }
}
