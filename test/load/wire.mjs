// Reads over our wire and over the stock SDK's, against the same server in the same run.

import Craftgate from '@craftgate/craftgate'
import { createClient } from '@craftgate-commerce/core'
import { compare } from './measure.mjs'

const KEYS = { apiKey: 'bench-api-key', secretKey: 'bench-secret-key' }
const DEADLINES = { readMs: 10_000, startMs: 15_000, moneyMs: 60_000 }

export async function benchWire({ url, count, rounds }) {
  const stock = new Craftgate.Client({ ...KEYS, baseUrl: url })
  const ours = createClient({ ...KEYS, webhookKey: 'bench', environment: url }, { deadlines: DEADLINES })
  const contestants = {
    stock: () => stock.payment().retrievePayment(5),
    ours: () => ours.call('retrievePayment', { path: { id: 5 } }),
  }
  const rows = []
  for (const width of [1, 32]) {
    const { stock: theirs, ours: own } = await compare({ rounds, count, width, contestants })
    rows.push({
      case: `${count} reads, ${width} at once`,
      'stock req/s': Math.round(theirs.rate),
      'ours req/s': Math.round(own.rate),
      'throughput ratio': Number((own.rate / theirs.rate).toFixed(2)),
      'stock p95 ms': Number(theirs.p95.toFixed(2)),
      'ours p95 ms': Number(own.p95.toFixed(2)),
      'p95 ratio': Number((own.p95 / theirs.p95).toFixed(2)),
    })
  }
  await ours.close()
  return rows
}
