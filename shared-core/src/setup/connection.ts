// What calls and webhooks tell of a merchant's keys by the way, so that nobody has to ask Craftgate whether they work. Kept by
// this process; a server that just started knows nothing yet.
import type { CallLimits, CraftgateClient } from '../client/craftgate-client'
import { CraftgateError } from '../errors'

export interface ConnectionFacts {
  /** The last call that Craftgate answered was refused for its keys. */
  readonly keysRefusedAt?: Date
  /** The last call that Craftgate answered for these keys. */
  readonly keysAcceptedAt?: Date
  /** Webhooks about payments of this shop came with a signature that fits no key, and none with a right one since. */
  readonly webhooksRefusedAt?: Date
  /** The last webhook with a right signature. */
  readonly webhookCameAt?: Date
}

export class Connections {
  private readonly all = new Map<string, ConnectionFacts>()

  /** `changed`: what was well is not any more, or the other way round. */
  constructor(
    private readonly clock: () => Date,
    private readonly changed: (merchant: string) => void = () => {},
  ) {}

  of(merchant: string): ConnectionFacts {
    return this.all.get(merchant) ?? {}
  }

  webhookCame(merchant: string): void {
    this.note(merchant, { webhookCameAt: this.clock(), webhooksRefusedAt: undefined })
  }

  webhookRefused(merchant: string): void {
    this.note(merchant, { webhooksRefusedAt: this.clock() })
  }

  /** The same client, whose answers say whether the keys work. */
  watched(merchant: string, client: CraftgateClient): CraftgateClient {
    const watch = (inner: CraftgateClient): CraftgateClient => ({
      call: async (operation, args, limits) => {
        try {
          const answer = await inner.call(operation, args, limits)
          this.answered(merchant, undefined)
          return answer
        } catch (error) {
          this.answered(merchant, error)
          throw error
        }
      },
      within: (limits: CallLimits) => watch(inner.within(limits)),
      close: () => inner.close(),
    })
    return watch(client)
  }

  private answered(merchant: string, error: unknown): void {
    const kind = CraftgateError.is(error) ? error.kind : undefined
    const isRefused = kind === 'unauthorized'
    const isAccepted = error === undefined || kind === 'invalid-request' || kind === 'declined'
    const { keysRefusedAt = this.clock() } = this.of(merchant)
    if (isRefused) this.note(merchant, { keysRefusedAt })
    if (isAccepted) this.note(merchant, { keysRefusedAt: undefined, keysAcceptedAt: this.clock() })
  }

  private note(merchant: string, facts: ConnectionFacts): void {
    const before = this.of(merchant)
    const after = { ...before, ...facts }
    this.all.set(merchant, after)
    if (isWell(before) !== isWell(after)) this.changed(merchant)
  }
}

/** Of keys and webhooks. */
const isWell = ({ keysRefusedAt, webhooksRefusedAt }: ConnectionFacts): string =>
  `${keysRefusedAt === undefined} ${webhooksRefusedAt === undefined}`
