// A shop in memory, for tests of the panel.
import {
  type CheckoutRecord,
  CraftgateError,
  type PaymentLink,
  type PaymentLinks,
} from '@craftgate-commerce/core'
import {
  ALL_PERMISSIONS,
  type AuditEntry,
  type PanelHost,
  type PanelLinkStore,
  type PanelPaymentDetail,
  type PanelPayments,
  type PanelUser,
} from '../panel-host'

export const PANEL_URL = 'https://shop.example.com/craftgate/panel'

export const AYSE: PanelUser = {
  id: 'user-1',
  name: 'ayse@example.com',
  permissions: ALL_PERMISSIONS,
  merchants: ['main'],
}

export class MemoryHost implements PanelHost {
  readonly url = PANEL_URL
  readonly linkSecrets: [string, ...string[]] = ['a secret of the panel of more than 32 letters']
  readonly details: PanelPaymentDetail[] = []
  readonly audited: AuditEntry[] = []
  readonly logged: unknown[] = []
  readonly commerce = { paymentLinks: memoryLinks() }
  /** Thrown by whatever is done to a payment. */
  refusal: Error | undefined
  now = new Date('2026-11-24T12:00:00Z')
  readonly clock = () => this.now
  readonly links: PanelLinkStore
  readonly logger = {
    debug: () => {},
    info: () => {},
    warn: (...told: unknown[]) => void this.logged.push(told),
    error: (...told: unknown[]) => void this.logged.push(told),
  }

  constructor() {
    const links = new Map<string, { user: PanelUser; endsAt: Date }>()
    this.links = {
      save: async (hash, user, endsAt) => void links.set(hash, { user, endsAt }),
      take: async (hash, now) => {
        const link = links.get(hash)
        links.delete(hash)
        return link && link.endsAt > now ? link.user : undefined
      },
    }
  }

  async audit(entry: AuditEntry): Promise<void> {
    this.audited.push(entry)
  }

  payments(): PanelPayments {
    const act = async () => {
      if (this.refusal) throw this.refusal
    }
    return {
      page: async ({ search, states, limit, offset }) => {
        const fits = this.details.filter(
          ({ attempt, order }) =>
            (states.length === 0 || states.includes(attempt.state)) &&
            (search === undefined || order?.number === search || attempt.reference === search),
        )
        return { payments: fits.slice(offset, offset + limit), count: fits.length }
      },
      find: async (reference) => this.details.find((detail) => detail.reference === reference),
      askAgain: act,
      approveLoan: act,
    }
  }

  /** One more purchase, older than those before. */
  add(reference: string, over: Partial<CheckoutRecord> = {}, detail: Partial<PanelPaymentDetail> = {}): void {
    const attempt = { ...ATTEMPT, id: `${reference}-1`, reference, ...over }
    this.details.push({ reference, attempt, attempts: [attempt], operations: [], events: [], ...detail })
  }
}

/** Links of one account, in memory. */
function memoryLinks(): PaymentLinks {
  const links = new Map<string, PaymentLink>()
  const byId = (id: number) => [...links.values()].find((link) => link.id === id)
  const find = async (_merchant: string, id: number) => {
    const link = byId(id)
    if (link === undefined) throw NOT_THERE
    return link
  }
  return {
    find,
    search: async () => ({ links: [...links.values()].reverse(), count: links.size }),
    async create(_merchant, { idempotencyKey, installments: _counts, ...given }) {
      const known = links.get(idempotencyKey)
      const id = links.size + 1
      const link = known ?? {
        ...given,
        id,
        isOpen: true,
        soldCount: 0,
        url: `https://craftgate.example/l/${id}`,
      }
      links.set(idempotencyKey, link)
      return link
    },
    async delete(merchant, id) {
      const link = await find(merchant, id)
      for (const [key, each] of links) if (each === link) links.delete(key)
    },
  }
}

const NOT_THERE = new CraftgateError({
  kind: 'invalid-request',
  code: '4190',
  message: 'There is no such product',
  retry: 'no',
  merchantMessage: { tr: 'Böyle bir link yok', en: 'There is no such link' },
})

const AT = new Date('2026-11-24T11:00:00Z')

const ATTEMPT: CheckoutRecord = {
  id: 'p1-1',
  reference: 'p1',
  attempt: 1,
  version: 1,
  account: 'main',
  order: 'o1',
  phase: 'AUTH',
  state: 'captured',
  expected: { minor: 124_990, currency: 'TRY' },
  paymentIds: [4711],
  context: {},
  createdAt: AT,
  updatedAt: AT,
  stateSince: AT,
}
