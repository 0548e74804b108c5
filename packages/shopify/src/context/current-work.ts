import { AsyncLocalStorage } from 'node:async_hooks'

/** The request or job that code runs for: what log lines are found by. */
export type WorkIds =
  | {
      /** Ours, or the one that a proxy gave. */
      readonly requestId: string
      /** Shopify's, which its support asks for. */
      readonly shopifyRequestId?: string
    }
  | { readonly job: string }

const storage = new AsyncLocalStorage<WorkIds>()

export const currentWork = (): WorkIds | undefined => storage.getStore()

export const currentRequestId = (): string | undefined => {
  const work = currentWork()
  return work && 'requestId' in work ? work.requestId : undefined
}

/** Runs the work so that every log line that it writes, however deep, carries these ids. */
export const runAs = <T>(ids: WorkIds, work: () => T): T => storage.run(ids, work)
