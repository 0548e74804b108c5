// Shoppers who open their pay links: the handler that starts a hosted page, with two maps for a shop behind it.
import { createCraftgateCommerce } from '@craftgate-commerce/core'
import { measure } from './measure.mjs'

const options = (url) => ({
  publicUrl: 'https://shop.example.com',
  linkSecret: 'benchmark-secret-of-more-than-32-characters',
  merchants: {
    default: {
      apiKey: 'bench-api-key',
      secretKey: 'bench-secret-key',
      webhookKey: 'bench',
      environment: url,
    },
  },
  returnOrigins: ['https://shop.example.com'],
})

const ORDER = {
  number: 'B-1',
  currency: 'TRY',
  total: 124_990,
  pricesIncludeTax: true,
  lines: [{ externalId: 'line-1', name: 'Çaydanlık', quantity: 2, unitPrice: 62_495 }],
  shipping: [],
  fees: [],
  discounts: [],
  credits: [],
  buyer: {},
  locale: 'tr',
}

/** Only what a pay link needs, at no cost that would hide the handler's own. */
function mapPlatform() {
  const rows = new Map()
  return {
    readOrder: async () => ORDER,
    findCheckout: async ({ reference }) => rows.get(reference),
    saveCheckout: async (record) => {
      const stored = { ...record, version: record.version + 1, updatedAt: new Date() }
      rows.set(record.reference, stored)
      return stored
    },
  }
}

async function linksFor(commerce, count) {
  const begin = (reference) =>
    commerce.begin({
      reference,
      merchant: 'default',
      order: 'order',
      expected: { minor: 124_990, currency: 'TRY' },
    })
  const begun = await Promise.all(Array.from({ length: count }, (_, at) => begin(`session-${at}`)))
  return begun.map(({ payLink }) => payLink)
}

/** Each shopper comes from an address of his own, as in a shop: one address that comes too often is answered 429. */
const addressOf = (at) => `10.${(at >> 16) & 255}.${(at >> 8) & 255}.${at & 255}`

const row = (name, { rate, p50, p95 }) => ({
  case: name,
  'req/s': Math.round(rate),
  'p50 ms': Number(p50.toFixed(2)),
  'p95 ms': Number(p95.toFixed(2)),
})

export async function benchPayLink({ url, count }) {
  const platform = mapPlatform()
  const commerce = createCraftgateCommerce({ options: options(url), platform })
  const links = await linksFor(commerce, count)
  const open = async (at) => {
    const response = await commerce.handle(new Request(links[at]), { clientIp: addressOf(at) })
    if (response.status !== 303) throw new Error(`a pay link answered ${response.status}`)
  }
  const first = await measure({ count, width: 32, work: open })
  const again = await measure({ count, width: 32, work: open })
  await commerce.close()
  return [row(`${count} pay links opened, 32 at once`, first), row('the same links opened again', again)]
}
