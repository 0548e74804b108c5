import { CURRENCIES } from '../../money/minor'
import { allTestCards } from '../cards/test-card'
import { METHODS, PAGE_METHOD_NAMES } from './methods'

const rows = Object.entries(METHODS)

it.each(rows)('%s takes currencies that Craftgate knows', (_name, { currencies }) => {
  const named = currencies === 'pos' ? CURRENCIES : currencies
  expect(named.length).toBeGreaterThan(0)
  expect(CURRENCIES).toEqual(expect.arrayContaining([...named]))
})

it('names the card family that is charged wherever a card is charged, and it is one that can pay', () => {
  const families = new Set([...allTestCards().values()].map(({ bin }) => bin.brand))
  for (const [name, { paymentType, cardBrand, page }] of rows) {
    if (page === 'card-form') continue
    expect([name, cardBrand !== undefined]).toEqual([name, paymentType === 'CARD_PAYMENT'])
    if (cardBrand !== undefined) expect(families).toContain(cardBrand)
  }
})

it('lets only what charges a card be pre-authorized', () => {
  for (const [name, { preAuth, paymentType }] of rows)
    expect([name, preAuth]).toEqual([name, paymentType === 'CARD_PAYMENT'])
})

it('begins the tabs with the card and leaves out what only the API starts', () => {
  expect(PAGE_METHOD_NAMES[0]).toBe('CARD')
  expect(PAGE_METHOD_NAMES).not.toContain('CASH_ON_DELIVERY')
})
