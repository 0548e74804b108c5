import { type CheckoutFilters, FEW_ROWS, type Leading, leadOf } from './leading-filter'

const ALL: ReadonlySet<Leading> = new Set(['amounts', 'states', 'days', 'method', 'account'])
const TRY = { currency: 'TRY', from: 100 }

/** `left`: how many rows a filter leaves; many without it. */
const lead = (
  filters: Partial<CheckoutFilters>,
  left: Partial<Record<Leading, number>> = {},
  indexed = ALL,
) => {
  const counted: Leading[] = []
  const count = async (by: Leading, most: number) => {
    counted.push(by)
    return Math.min(left[by] ?? 1_000_000, most)
  }
  return leadOf({ states: [], ...filters }, indexed, count).then((found) => ({ ...found, counted }))
}

test('one filter leads without a count: walked from the newest on it is the same', async () => {
  const walked = { isWhole: false, counted: [] }
  expect(await lead({})).toEqual({ by: 'all', ...walked })
  expect(await lead({ states: ['captured'] })).toEqual({ by: 'states', ...walked })
  expect(await lead({ changedFrom: new Date(0) })).toEqual({ by: 'days', ...walked })
  expect(await lead({ method: 'CARD' })).toEqual({ by: 'method', ...walked })
})

test('amounts lead where they leave few: they are in no order of time', async () => {
  expect(await lead({ amounts: TRY }, { amounts: FEW_ROWS })).toMatchObject({ by: 'amounts', isWhole: true })
  expect(await lead({ amounts: TRY }, { amounts: FEW_ROWS + 1 })).toMatchObject({ by: 'all', isWhole: false })
})

test('of several the first that leaves few leads, and no other is counted after it', async () => {
  const asked = { amounts: TRY, states: ['captured'], method: 'PAYPAL' } as const
  expect(await lead(asked, { method: 1_000 })).toEqual({
    ...{ by: 'method', isWhole: true },
    counted: ['amounts', 'states', 'method'],
  })
  expect(await lead(asked, { states: 0, method: 1_000 })).toMatchObject({
    by: 'states',
    counted: ['amounts', 'states'],
  })
})

test('where each leaves many one that an index has in the order of time is walked', async () => {
  const days = { changedFrom: new Date(0) }
  expect(await lead({ amounts: TRY, method: 'CARD', account: 'main:live' })).toMatchObject({ by: 'method' })
  expect(await lead({ amounts: TRY, ...days, method: 'CARD' })).toMatchObject({ by: 'days' })
  expect(await lead({ states: ['captured'], ...days })).toMatchObject({ by: 'states', isWhole: false })
})

test('a filter without an index leads nothing', async () => {
  const indexed = new Set<Leading>(['states', 'days'])
  const asked = { method: 'CARD', amounts: TRY }
  expect(await lead(asked, { method: 1, amounts: 1 }, indexed)).toEqual({
    ...{ by: 'all', isWhole: false, counted: [] },
  })
})
