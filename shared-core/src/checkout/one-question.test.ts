import { ShopHarness } from '../testing/shop-harness'

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const ADDRESS = 'https://pay.shop.example.com/craftgate/callback'

const callback = async (harness: ShopHarness, token: string) => {
  const body = new URLSearchParams({ token }).toString()
  const answer = await harness.inbound.handle(new Request(ADDRESS, { method: 'POST', body, headers: FORM }))
  return new URL(answer.headers.get('location') ?? 'about:blank').searchParams.get('outcome')
}

const questions = ({ craftgate }: ShopHarness) =>
  craftgate.calls.filter((call) => call === 'retrieve' || call === 'report').length

const times = <T>(most: number, work: () => Promise<T>) => Promise.all(Array.from({ length: most }, work))

test('a paid checkout whose callback comes 300 times is asked about once', async () => {
  const harness = new ShopHarness()
  const { token } = await harness.opened()
  harness.craftgate.pay(token)
  expect(await callback(harness, token)).toBe('captured')
  const asked = questions(harness)
  expect(new Set(await times(300, () => callback(harness, token)))).toEqual(new Set(['captured']))
  expect(questions(harness)).toBe(asked)
})

test('a paid link that is opened 300 times asks nothing', async () => {
  const harness = new ShopHarness()
  const { token } = await harness.opened()
  harness.craftgate.pay(token)
  await callback(harness, token)
  const before = harness.craftgate.calls.length
  const answers = await times(300, () => harness.inbound.handle(new Request(harness.link())))
  expect(answers.every(({ status }) => status === 303)).toBe(true)
  expect(harness.craftgate.calls).toHaveLength(before)
})

test('a callback that comes 300 times before anybody paid asks twice', async () => {
  const harness = new ShopHarness()
  const { token } = await harness.opened()
  expect(new Set(await times(300, () => callback(harness, token)))).toEqual(new Set(['pending']))
  expect(questions(harness)).toBe(2)
})

test('who comes back while an older question is on its way learns what happened since', async () => {
  const harness = new ShopHarness()
  const { token } = await harness.opened()
  let second: Promise<string | null> | undefined
  harness.craftgate.before = async () => {
    second = callback(harness, token)
    harness.craftgate.before = async () => {
      harness.craftgate.before = async () => {}
      harness.craftgate.pay(token)
    }
  }
  expect(await callback(harness, token)).toBe('pending')
  expect(await second).toBe('captured')
})

test('a question that failed is asked again for who comes next', async () => {
  const harness = new ShopHarness()
  const { token } = await harness.opened()
  harness.craftgate.pay(token)
  harness.craftgate.goDown()
  expect(await callback(harness, token)).toBe('pending')
  harness.craftgate.recover()
  expect(await callback(harness, token)).toBe('captured')
})

test('money that went back is told from the record', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  harness.craftgate.pay(record.token, { price: 1 })
  await harness.settle(record)
  expect((await harness.stored()).state).toBe('refunded')
  const asked = questions(harness)
  await callback(harness, record.token)
  expect(questions(harness)).toBe(asked)
})

describe('a page of the shop that shoppers come back to', () => {
  test('asks twice when it is opened a hundred times before anybody paid', async () => {
    const harness = new ShopHarness()
    const record = await harness.opened()
    const answers = await times(100, () => harness.checkout.settleReturned(record))
    expect(new Set(answers.map(({ outcome }) => outcome.kind))).toEqual(new Set(['pending']))
    expect(questions(harness)).toBe(2)
  })

  test('asks nothing once the money is taken', async () => {
    const harness = new ShopHarness()
    const { token } = await harness.opened()
    harness.craftgate.pay(token)
    await callback(harness, token)
    const asked = questions(harness)
    const record = await harness.stored()
    const answers = await times(300, () => harness.checkout.settleReturned(record))
    expect(new Set(answers.map(({ outcome }) => outcome.kind))).toEqual(new Set(['captured']))
    expect(questions(harness)).toBe(asked)
  })

  test('does not wait for the callback that led to it', async () => {
    const harness = new ShopHarness()
    const record = await harness.opened()
    const before = harness.now
    await callback(harness, record.token)
    expect((await harness.checkout.settleReturned(record)).outcome.kind).toBe('pending')
    expect(harness.now).toEqual(before)
  })
})

describe('an order that asks whether it is paid', () => {
  const answers = async (harness: ShopHarness, most: number) => {
    const record = await harness.stored()
    const given = await times(most, () => harness.checkout.resolve(record))
    return [...new Set(given.map(({ kind }) => kind))]
  }

  test('asks twice when it asks 300 times before anybody paid', async () => {
    const harness = new ShopHarness()
    await harness.opened()
    expect(await answers(harness, 300)).toEqual(['pending'])
    expect(questions(harness)).toBe(2)
  })

  test('asks once when it asks 300 times after somebody paid, and has the facts each time', async () => {
    const harness = new ShopHarness()
    const { token } = await harness.opened()
    harness.craftgate.pay(token)
    const record = await harness.stored()
    const given = await times(300, () => harness.checkout.resolve(record))
    const price = { minor: 10_000, currency: 'TRY' }
    expect(given.every((each) => each.kind === 'captured' && each.facts.price.minor === price.minor)).toBe(
      true,
    )
    expect(questions(harness)).toBe(1)
  })

  test('learns of a payment that came while an older question was on its way', async () => {
    const harness = new ShopHarness()
    const record = await harness.opened()
    let second: Promise<{ kind: string }> | undefined
    harness.craftgate.before = async () => {
      second = harness.checkout.resolve(record)
      harness.craftgate.before = async () => {
        harness.craftgate.before = async () => {}
        harness.craftgate.pay(record.token)
      }
    }
    expect((await harness.checkout.resolve(record)).kind).toBe('pending')
    expect((await second)?.kind).toBe('captured')
  })
})

test('an attempt that many close at once is closed once', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  const closed = await times(100, () => harness.checkout.expire(record))
  expect(new Set(closed.map(({ record: { state } }) => state))).toEqual(new Set(['expired']))
  expect(harness.craftgate.calls).toEqual(['init', 'expire', 'retrieve'])
})
