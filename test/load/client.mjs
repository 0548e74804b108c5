// Our client, the stock SDK and a bare signed request, against the same server in the same run.
import { createHash, randomUUID } from 'node:crypto'
import { createRequire } from 'node:module'
import Craftgate from '@craftgate/craftgate'
import { createClient } from '@craftgate-commerce/core/client'
import { compare, compareCpu } from './measure.mjs'

// The same undici that core sends with.
const { Pool } = createRequire(import.meta.resolve('@craftgate-commerce/core'))('undici')

const KEYS = { apiKey: 'bench-api-key', secretKey: 'bench-secret-key' }

const contestantsAt = (url) => {
  const stock = new Craftgate.Client({ ...KEYS, baseUrl: url })
  const ours = createClient({ ...KEYS, webhookKey: 'bench', environment: url })
  return { stock, ours }
}

export async function benchReads({ url, count, rounds }) {
  const { stock, ours } = contestantsAt(url)
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

/** What the least code costs that signs a refund, sends it and reads its answer: no deadline, no breaker, no log. */
function bareRefund(url) {
  const pool = new Pool(url, { connections: 64, pipelining: 1 })
  const path = '/payment/v1/refunds'
  const refund = async (number) => {
    const body = JSON.stringify({ paymentId: 5, conversationId: `refund-${number}` })
    const nonce = randomUUID()
    const signature = createHash('sha256')
      .update(url + path + KEYS.apiKey + KEYS.secretKey + nonce + body)
      .digest('base64')
    const headers = {
      accept: 'application/json',
      'content-type': 'application/json',
      'x-api-key': KEYS.apiKey,
      'x-rnd-key': nonce,
      'x-auth-version': '1',
      'x-signature': signature,
      'x-idempotency-key': `refund-${number}`,
    }
    const answer = await pool.request({ method: 'POST', path, headers, body })
    return (await answer.body.json()).data
  }
  return { refund, close: () => pool.close() }
}

/** CPU time of a refund, in microseconds and as a ratio to the bare request's. The server's is not counted. */
export async function benchMoneyCall({ url, count, rounds }) {
  const { stock, ours } = contestantsAt(url)
  const bare = bareRefund(url)
  const contestants = {
    bare: bare.refund,
    ours: (number) =>
      ours.call(
        'refundPayment',
        { body: { paymentId: 5, conversationId: `refund-${number}` } },
        { idempotencyKey: `refund-${number}` },
      ),
    stock: (number) => stock.payment().refundPayment({ paymentId: 5, conversationId: `refund-${number}` }),
  }
  const rows = []
  for (const width of [1, 32]) {
    const cpu = await compareCpu({ rounds, count, width, contestants })
    rows.push({
      case: `${count} refunds, ${width} in flight`,
      'bare µs': Math.round(cpu.bare),
      'ours µs': Math.round(cpu.ours),
      'stock µs': Math.round(cpu.stock),
      'ours / bare': Number((cpu.ours / cpu.bare).toFixed(2)),
      'stock / bare': Number((cpu.stock / cpu.bare).toFixed(2)),
    })
  }
  await Promise.all([ours.close(), bare.close()])
  return rows
}
