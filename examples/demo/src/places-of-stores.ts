import { freePort, freePorts } from './ports'
import type { StackOptions, StoreName } from './stack-options'

/** Where one store will be found. */
export interface StorePlace {
  readonly store: StoreName
  /** Of each of its servers. */
  readonly ports: readonly number[]
  readonly storefrontPort: number
}

/** Taken before anything starts, because the parts know each other's addresses. */
export async function takePlaces(
  { ports = {}, ...options }: StackOptions<StoreName>,
  stores: readonly StoreName[],
): Promise<readonly StorePlace[]> {
  const places: StorePlace[] = []
  for (const [index, store] of stores.entries()) {
    places.push({
      store,
      ports: await freePorts(options[store]?.instances ?? 1, ports[store]),
      storefrontPort: await freePort(ports.storefront && ports.storefront + index),
    })
  }
  return places
}

export const addressOf = (port: number): string => `http://127.0.0.1:${port}`
