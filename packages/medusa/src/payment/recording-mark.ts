import { randomUUID } from 'node:crypto'
import type { PaymentOperation } from '@craftgate-commerce/core'
import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'

/** As long as Medusa's workflow may take to write down what our provider answered. */
const RECORDING_SECONDS = 60

type Key = Pick<PaymentOperation, 'account' | 'key'>

/**
 * Medusa's workflow asks our provider in the middle, then records the answer in the payment and in the order. For that
 * while the operation is marked, for all servers, so that no notification records it a second time beside the workflow. A
 * server that dies meanwhile leaves the mark to expire.
 */
export async function markRecording(container: MedusaContainer, operation: Key): Promise<void> {
  await take(container, operation, RECORDING_SECONDS)
}

/** True while Medusa's own workflow records this operation. */
export async function isBeingRecorded(container: MedusaContainer, operation: Key): Promise<boolean> {
  const ownerId = await take(container, operation, 1)
  if (ownerId === undefined) return true
  await container.resolve(Modules.LOCKING).release(nameOf(operation), { ownerId })
  return false
}

/** Undefined when the mark is set already. */
async function take(container: MedusaContainer, operation: Key, expire: number): Promise<string | undefined> {
  const ownerId = randomUUID()
  try {
    await container.resolve(Modules.LOCKING).acquire(nameOf(operation), { ownerId, expire })
    return ownerId
  } catch {
    return undefined
  }
}

const nameOf = ({ account, key }: Key): string => `craftgate:recording:${account}:${key}`
