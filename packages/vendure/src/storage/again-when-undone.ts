import { isRetriable } from './database-errors'

const TRIES = 4

/**
 * Runs a whole transaction again when the database undid it to break a deadlock or to keep it serializable; at most
 * four times, with a pause that grows and differs between the two that met. Nothing else is repeated.
 */
export async function againWhenUndone<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (attempt === TRIES || !isRetriable(error)) throw error
      await pause(attempt * 20 * (1 + Math.random()))
    }
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
