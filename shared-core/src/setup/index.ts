// Whether a shop is set up to take payments: what is wrong, and what to do about it; and the merchant's POSes.
import { answersUnderWay } from '../answers-under-way'
import type { CraftgateClient } from '../client/craftgate-client'
import type { Logger } from '../logger'
import type { ParsedOptions } from '../options/options'
import type { ConnectionFacts, Connections } from './connection'
import { inspectSetup, type SetupInspection, type SetupQuery } from './inspect-setup'
import type { KnownPoses } from './known-poses'
import { changePosStatus, type MerchantPos, type PosStatus, readPos } from './merchant-pos'
import {
  type CommissionChange,
  changeCommission,
  type PosCommission,
  readCommissions,
} from './pos-commissions'

/** `merchant` is a key of `merchants` in the options. */
export interface Setup {
  /** As `inspectSetup`, now; who asks while one is under way gets that one. Throws CraftgateError (`configuration`) of an unknown merchant. */
  inspect(query: SetupQuery): Promise<SetupInspection>
  /** The last inspection of this process, for the same currencies. */
  last(query: SetupQuery): SetupInspection | undefined
  /** What calls and webhooks told by the way; asks nobody. */
  connection(merchant: string): ConnectionFacts
  /** POSes that autopilot closed, as of ten minutes ago at most; asks nobody who waits. */
  closedPoses(merchant: string): readonly MerchantPos[]
  /** When this process read the POSes; undefined: not yet. */
  posesReadAt(merchant: string): Date | undefined
  /** Throws CraftgateError, as the following. */
  pos(merchant: string, id: number): Promise<MerchantPos>
  commissions(merchant: string, id: number): Promise<readonly PosCommission[]>
  /** Answers all of them as they stand afterwards. Throws as `changeCommission`. */
  changeCommission(merchant: string, id: number, change: CommissionChange): Promise<readonly PosCommission[]>
  /** Answers the POS as it stands afterwards. */
  changePos(merchant: string, id: number, status: PosStatus): Promise<MerchantPos>
}

export interface SetupParts {
  readonly options: Pick<ParsedOptions, 'publicUrl' | 'basePath' | 'checkout' | 'merchants'>
  readonly clientFor: (merchant: string) => CraftgateClient
  readonly connections: Connections
  readonly poses: KnownPoses
  readonly clock: () => Date
  readonly logger: Logger
}

export function createSetup({ options, clientFor, connections, poses, clock, logger }: SetupParts): Setup {
  const inspected = new Map<string, SetupInspection>()
  const underWay = answersUnderWay<SetupInspection>()

  async function inspect(query: SetupQuery): Promise<SetupInspection> {
    const client = clientFor(query.merchant)
    const merchant = options.merchants[query.merchant]
    if (merchant === undefined) throw new Error('The client knows a merchant that the options do not')
    const connection = connections.of(query.merchant)
    const inspection = await inspectSetup(query, { options, merchant, client, clock, logger, connection })
    inspected.set(nameOf(query), inspection)
    return inspection
  }

  /** What was inspected of him is no more as it was. */
  function forget(merchant: string): void {
    for (const [name, { merchant: whose }] of inspected) if (whose === merchant) inspected.delete(name)
  }

  return {
    inspect: (query) => underWay(nameOf(query), () => inspect(query)),
    last: (query) => inspected.get(nameOf(query)),
    connection: (merchant) => connections.of(merchant),
    closedPoses: (merchant) => poses.closed(merchant),
    posesReadAt: (merchant) => poses.readAt(merchant),
    pos: async (merchant, id) => readPos(clientFor(merchant), id),
    commissions: async (merchant, id) => readCommissions(clientFor(merchant), id),
    async changeCommission(merchant, id, change) {
      const changed = await changeCommission(clientFor(merchant), id, change)
      forget(merchant)
      return changed
    },
    async changePos(merchant, id, status) {
      const changed = await changePosStatus(clientFor(merchant), id, status)
      forget(merchant)
      // It was changed, whoever can be asked now.
      await poses.read(merchant).catch(() => {})
      return changed
    },
  }
}

/** Shops of one merchant may sell in other currencies. */
const nameOf = ({ merchant, currencies }: SetupQuery): string => JSON.stringify([merchant, currencies])
