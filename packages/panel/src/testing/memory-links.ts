import {
  CraftgateError,
  type LinkPayment,
  type PaymentLink,
  type PaymentLinks,
} from '@craftgate-commerce/core'

/** Links of one account, in memory. `paid`: what was paid by each, by its `externalId`, which is the key that it was made with. */
export function memoryLinks(paid: ReadonlyMap<string, readonly LinkPayment[]> = new Map()): PaymentLinks {
  const links = new Map<string, PaymentLink>()
  const byId = (id: number) => [...links.values()].find((link) => link.id === id)
  const find = async (_merchant: string, id: number) => {
    const link = byId(id)
    if (link === undefined) throw NOT_THERE
    return link
  }
  return {
    find,
    async search(_merchant, { name = '', page }) {
      const found = [...links.values()].reverse().filter((link) => link.name.includes(name))
      return { links: found.slice(page * 25, (page + 1) * 25), count: found.length }
    },
    payments: async (_merchant, { externalId }) => {
      const payments = externalId === undefined ? [] : (paid.get(externalId) ?? [])
      return { payments, count: payments.length }
    },
    async update(merchant, id, change) {
      const link = await find(merchant, id)
      const { url, soldCount, externalId } = link
      const changed = { ...change, id, url, soldCount, externalId }
      for (const [key, each] of links) if (each === link) links.set(key, changed)
      return changed
    },
    async create(_merchant, { idempotencyKey, ...given }) {
      const known = links.get(idempotencyKey)
      const id = links.size + 1
      const link = known ?? {
        ...given,
        id,
        isOpen: true,
        soldCount: 0,
        externalId: idempotencyKey,
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
