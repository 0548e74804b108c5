import { CraftgateError, type PaymentLink, type PaymentLinks } from '@craftgate-commerce/core'

/** Links of one account, in memory. */
export function memoryLinks(): PaymentLinks {
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
