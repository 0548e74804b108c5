// Shopify's session requests over mutual TLS to the running app: what writing a payment session down costs, beside a
// request that is refused before anything is read.
import { randomBytes } from 'node:crypto'
import { startStack, stateDirectory } from '../../examples/demo/dist/index.js'
import { compare } from './measure.mjs'

const SHOP = 'zerdali.myshopify.com'

const session = (id) => ({
  id,
  gid: `gid://shopify/PaymentSession/${id}`,
  group: id,
  session_id: id,
  amount: '1249.90',
  currency: 'TRY',
  test: false,
  merchant_locale: 'tr',
  payment_method: { type: 'offsite', data: { cancel_url: 'https://shop.example.com/checkouts/1' } },
  proposed_at: '2026-11-24T12:00:00Z',
  kind: 'sale',
  customer: { email: 'ayse@example.com', phone_number: '+905551112233', locale: 'tr-TR' },
})

const expectStatus = async (answer, wanted) => {
  const { status } = await answer
  if (status !== wanted) throw new Error(`expected ${wanted}, got ${status}`)
}

const newId = () => randomBytes(12).toString('hex')

export async function benchSessions({ count, rounds }) {
  const stateDir = stateDirectory('bench')
  const stack = await startStack({
    stores: ['shopify'],
    stateDir,
    database: 'bench_shopify',
    fresh: true,
    storefront: false,
  })
  const { control } = stack.shopify.emulator
  const send = (body) => control.sendSession({ kind: 'payment', shop: SHOP, body })
  const known = session(newId())
  const contestants = {
    refused: () => expectStatus(send({ ...known, amount: 'no amount' }), 422),
    begun: () => expectStatus(send(session(newId())), 200),
    repeated: () => expectStatus(send(known), 200),
  }
  const rows = []
  try {
    await send(known)
    for (const width of [1, 16]) {
      const results = await compare({ rounds, count, width, contestants })
      const ratio = (name) => Number((results[name].p95 / results.refused.p95).toFixed(1))
      rows.push({
        case: `${count} session requests, ${width} at once`,
        'refused p95 ms': Number(results.refused.p95.toFixed(1)),
        'begun p95 ms': Number(results.begun.p95.toFixed(1)),
        'begun / refused': ratio('begun'),
        'repeated p95 ms': Number(results.repeated.p95.toFixed(1)),
        'repeated / refused': ratio('repeated'),
      })
    }
  } finally {
    await stack.stop()
  }
  return rows
}
