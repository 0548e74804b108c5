import type { AttentionKind } from '../kind'
import { bouncedPayouts } from './bounced-payouts'
import { closedPoses } from './closed-poses'
import { lateOperations } from './late-operations'
import { loans } from './loans'
import { notCancelled } from './not-cancelled'
import { refusedKeys } from './refused-keys'
import { refusedRefunds } from './refused-refunds'
import { refusedWebhooks } from './refused-webhooks'
import { returning } from './returning'
import { reviews } from './reviews'
import { transfers } from './transfers'
import { unexpected } from './unexpected'

/** What may wait for a person, the worst first. A new kind is a file of its own and one line here. */
export const ATTENTION_KINDS: readonly AttentionKind[] = [
  refusedKeys,
  refusedWebhooks,
  unexpected,
  notCancelled,
  refusedRefunds,
  lateOperations,
  bouncedPayouts,
  reviews,
  loans,
  transfers,
  closedPoses,
  returning,
]
