import { CraftgateError } from '../errors'
import { money } from '../money/index'
import { scriptedClient } from '../testing/scripted-client'
import { installmentTables } from './installments'

const COUNTS = [1, 2, 3, 6, 9, 12]

/** A shop whose product pages ask for instalments, and what reaches Craftgate. */
function shop(enabledInstallments?: readonly number[]) {
  const state = { now: new Date('2026-03-01T10:00:00Z'), asked: 0, isAway: false }
  const client = scriptedClient({
    searchInstallments: ({ query }) => {
      state.asked += 1
      if (state.isAway) throw new CraftgateError(AWAY)
      const price = Number(query?.price)
      const installmentPrices = COUNTS.map((count) => ({
        installmentNumber: count,
        installmentPrice: price,
        totalPrice: (price * count).toFixed(2),
      }))
      return { items: [{ cardBrand: 'Bonus', installmentPrices }] }
    },
  })
  const ask = installmentTables({ clientFor: () => client, clock: () => state.now, enabledInstallments })
  const of = (minor: number, clientIp?: string) =>
    ask({ merchant: 'tr', price: money(minor, 'TRY'), clientIp })
  const pass = (ms: number) => {
    state.now = new Date(state.now.getTime() + ms)
  }
  return { state, of, pass }
}

const AWAY = {
  kind: 'unavailable',
  code: 'network',
  message: 'away',
  retry: 'same-key',
  merchantMessage: { tr: 'yok', en: 'away' },
} as const

const MINUTE = 60_000

test('the table has no count that the payment page does not offer', async () => {
  const [table] = await shop([3, 6]).of(10_000)
  expect(table?.options.map(({ count }) => count)).toEqual([1, 3, 6])
  const [whole] = await shop().of(10_000)
  expect(whole?.options.map(({ count }) => count)).toEqual(COUNTS)
})

test('an address that asks for ever new prices is stopped; what is known, and others, are answered', async () => {
  const { of, state, pass } = shop()
  const answers = await Promise.allSettled(
    Array.from({ length: 200 }, (_, index) => of(100_000 + index, '203.0.113.7')),
  )
  const refused = answers.filter(({ status }) => status === 'rejected')
  expect(state.asked).toBe(60)
  expect(refused).toHaveLength(140)
  expect(refused[0]).toMatchObject({ reason: { kind: 'unavailable', code: 'too-many-questions' } })
  await expect(of(100_000, '203.0.113.7')).resolves.toHaveLength(1)
  await expect(of(100_199, '198.51.100.4')).resolves.toHaveLength(1)
  pass(MINUTE)
  await expect(of(100_198, '203.0.113.7')).resolves.toHaveLength(1)
})

test('Craftgate away: the last answer of a day serves, and an older one does not', async () => {
  const { of, state, pass } = shop()
  const known = await of(10_000)
  state.isAway = true
  pass(23 * 60 * MINUTE)
  await expect(of(10_000)).resolves.toEqual(known)
  pass(2 * 60 * MINUTE)
  await expect(of(10_000)).rejects.toThrow('away')
  state.isAway = false
  await expect(of(10_000)).resolves.toEqual(known)
})

test('two hundred who ask the same at once are one question', async () => {
  const { of, state } = shop()
  await Promise.all(Array.from({ length: 200 }, () => of(10_000, '203.0.113.7')))
  expect(state.asked).toBe(1)
})

test('who pays for the instalments: the shopper by interest, or the merchant', async () => {
  const prices = [
    [1, '100.00', '100.00'],
    [2, '100.00', '50.00'],
    [3, '103.75', '34.58'],
    [6, '95.00', '15.83'],
  ] as const
  const installmentPrices = prices.map(([installmentNumber, totalPrice, installmentPrice]) => ({
    installmentNumber,
    totalPrice,
    installmentPrice,
  }))
  const client = scriptedClient({ searchInstallments: () => ({ items: [{ installmentPrices }] }) })
  const ask = installmentTables({ clientFor: () => client, clock: () => new Date() })
  const [table] = await ask({ merchant: 'tr', price: money(10_000, 'TRY') })
  expect(table?.options.map(({ count, interest, fundedBy }) => [count, interest.minor, fundedBy])).toEqual([
    [1, 0, 'nobody'],
    [2, 0, 'merchant'],
    [3, 375, 'shopper'],
    [6, -500, 'merchant'],
  ])
})
