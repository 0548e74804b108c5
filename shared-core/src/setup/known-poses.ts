import { answersUnderWay } from '../answers-under-way'
import type { CraftgateClient } from '../client/craftgate-client'
import { isClosedByAutopilot, type MerchantPos, readPoses } from './merchant-pos'

export interface KnownPoses {
  /** Reads them now. Throws CraftgateError. */
  read(merchant: string): Promise<readonly MerchantPos[]>
  /** Those that autopilot closed, as of ten minutes ago at most; asks nobody who waits. */
  closed(merchant: string): readonly MerchantPos[]
  /** When they were read; undefined: this process has not. */
  readAt(merchant: string): Date | undefined
}

/** Autopilot tells by webhook what it closes; one server of several hears it, and a lost one is nobody's. */
const AGAIN_MS = 10 * 60_000

interface Parts {
  readonly clientFor: (merchant: string) => CraftgateClient
  readonly clock: () => Date
  /** Autopilot closed some, or opened them. */
  readonly changed?: (merchant: string) => void
}

/** What this process knows of the POSes of each merchant: read by who needs them, else in the background, and not often. */
export function createKnownPoses({ clientFor, clock, changed }: Parts): KnownPoses {
  const known = new Map<string, { readonly at: Date; readonly poses: readonly MerchantPos[] }>()
  const asked = new Map<string, number>()
  const underWay = answersUnderWay<readonly MerchantPos[]>()

  const read = (merchant: string) => {
    asked.set(merchant, clock().getTime())
    return underWay(merchant, async () => {
      const at = clock()
      const poses = await readPoses(clientFor(merchant))
      const before = closedOf(known.get(merchant)?.poses).length
      known.set(merchant, { at, poses })
      if (closedOf(poses).length !== before) changed?.(merchant)
      return poses
    })
  }

  return {
    read,
    closed(merchant) {
      const isOld = clock().getTime() - (asked.get(merchant) ?? 0) >= AGAIN_MS
      // Who looks the next time is told; that the keys are refused is known by then too.
      if (isOld) read(merchant).catch(() => {})
      return closedOf(known.get(merchant)?.poses)
    },
    readAt: (merchant) => known.get(merchant)?.at,
  }
}

const closedOf = (poses: readonly MerchantPos[] = []) => poses.filter(isClosedByAutopilot)
