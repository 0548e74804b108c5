import type { PaymentOperation } from '@craftgate-commerce/core'
import type { Craftgate } from '../craftgate'

/** As long as Medusa's workflow may take to write down what our provider answered. */
const RECORDING_SECONDS = 60

type Key = Pick<PaymentOperation, 'account' | 'key'>
type Marks = Pick<Craftgate, 'leases'>

/**
 * Medusa's workflow asks our provider in the middle, then records the answer in the payment and in the order. For that
 * while the operation is marked, for all servers, so that no notification records it a second time beside the workflow. A
 * server that dies meanwhile leaves the mark to expire.
 */
export const markRecording = ({ leases }: Marks, operation: Key): Promise<void> =>
  leases.mark(nameOf(operation), RECORDING_SECONDS)

/** True while Medusa's own workflow records this operation. */
export const isBeingRecorded = ({ leases }: Marks, operation: Key): Promise<boolean> =>
  leases.isHeld(nameOf(operation))

const nameOf = ({ account, key }: Key): string => `recording ${account} ${key}`
