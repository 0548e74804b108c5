import type { CraftgateClient } from '../client/craftgate-client'
import { knownAnswers } from '../known-answers'
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

export function createKnownPoses({ clientFor, clock, changed }: Parts): KnownPoses {
  const { read, known, readAt } = knownAnswers({
    ...{ clock, changed, againMs: AGAIN_MS },
    ask: (merchant) => readPoses(clientFor(merchant)),
    countOf: (poses) => closedOf(poses).length,
  })
  return { read, closed: (merchant) => closedOf(known(merchant)), readAt }
}

const closedOf = (poses: readonly MerchantPos[] = []) => poses.filter(isClosedByAutopilot)
