import type { CraftgateClient } from '../client/craftgate-client'
import { compareDay } from './compare-day'
import { readTimeOfDay } from './day-part'

/** A Craftgate whose day has these payments: the seconds of each after midnight in Istanbul; and what it was asked. */
function craftgateWith(seconds: readonly number[]) {
  const asked: { min: string; max: string; page: number; size: number }[] = []
  const search = async (_name: string, { query }: { query: Record<string, unknown> }) => {
    const { minCreatedDate, maxCreatedDate, page, size } = query as Record<string, string & number>
    const [min, max] = [String(minCreatedDate), String(maxCreatedDate)]
    asked.push({ min, max, page: Number(page), size: Number(size) })
    const items = seconds
      .map((second, at) => ({ id: at + 1, price: 1, currency: 'TRY', createdDate: clock(second) }))
      .filter(({ createdDate }) => min <= createdDate && createdDate <= max)
    const from = Number(page) * Number(size)
    return { totalSize: items.length, items: items.slice(from, from + Number(size)) }
  }
  return { client: { call: search } as unknown as CraftgateClient, asked }
}

const clock = (second: number) =>
  new Date(Date.parse('2026-03-02T00:00:00Z') + second * 1_000).toISOString().slice(0, 19)

/** Knows none of them, so each payment that is compared is a difference. */
const platform = { findCheckout: async () => undefined }

async function wholeDay(seconds: readonly number[]) {
  const { client, asked } = craftgateWith(seconds)
  const parts = []
  let from: string | undefined = '00:00:00'
  while (from !== undefined) {
    const part = await compareDay({ client, account: 'a', platform }, '2026-03-02', from)
    parts.push(part)
    from = part.next
  }
  return {
    parts,
    asked,
    ids: parts.flatMap(({ differences }) => differences.map(({ paymentId }) => paymentId)),
  }
}

test('a day of few payments is one part', async () => {
  const { parts, ids } = await wholeDay([0, 40_000, 86_399])
  expect(parts).toMatchObject([{ from: '00:00:00', until: '24:00:00', compared: 3, isCut: false }])
  expect(ids).toEqual([1, 2, 3])
})

test('a day of many is compared part by part, and each of its payments once', async () => {
  const seconds = Array.from({ length: 9_000 }, (_, at) => Math.floor((at * 86_400) / 9_000))
  const { parts, ids } = await wholeDay(seconds)
  expect(parts.length).toBeGreaterThan(4)
  expect(Math.max(...parts.map(({ compared }) => compared))).toBeLessThanOrEqual(2_000)
  expect(ids.toSorted((one, other) => one - other)).toEqual(seconds.map((_, at) => at + 1))
  expect(parts.some(({ isCut }) => isCut)).toBe(false)
})

test('a payment of the second at which a part ends is of the next one', async () => {
  const noon = 43_200
  const seconds = [
    ...Array.from({ length: 1_500 }, () => 100),
    noon,
    ...Array.from({ length: 1_500 }, () => 50_000),
  ]
  const { parts, ids } = await wholeDay(seconds)
  expect(parts.map(({ from, until, compared }) => [from, until, compared])).toEqual([
    ['00:00:00', '12:00:00', 1_500],
    ['12:00:00', '24:00:00', 1_501],
  ])
  expect(new Set(ids).size).toBe(3_001)
})

test('a second that has more than can be compared says so, and the day goes on', async () => {
  const { parts } = await wholeDay([...Array.from({ length: 2_300 }, () => 7), 8])
  expect(parts.find(({ isCut }) => isCut)).toMatchObject({
    from: '00:00:07',
    until: '00:00:08',
    compared: 2_000,
  })
  expect(parts.at(-1)?.until).toBe('24:00:00')
})

test('what the midnight after the day has is of the next day', async () => {
  expect((await wholeDay([86_400])).ids).toEqual([])
})

test.each(['24:00:00', '7:00:00', '12:60:00', '', undefined])('%s is no time of a day', (text) => {
  expect(readTimeOfDay(text)).toBeUndefined()
})
