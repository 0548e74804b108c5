import type { StorefrontInstallment, StorefrontInstallmentTable } from '@craftgate-commerce/core/storefront'
import { bestCampaign, lowestMonthly, shown } from './offers'

const option = (count: number, each: string, fundedBy: StorefrontInstallment['fundedBy']) => ({
  count,
  each,
  total: '0',
  interest: '0',
  fundedBy,
})

const table = (
  cardFamily: string | undefined,
  options: readonly StorefrontInstallment[],
  commercial = false,
): StorefrontInstallmentTable => ({ cardFamily, options, commercial, forceThreeDS: false })

const single = option(1, '900.00', 'nobody')

const TABLES = [
  table('Bonus', [single, option(2, '450.00', 'merchant'), option(3, '312.50', 'shopper')]),
  table('Maximum', [single, option(2, '450.00', 'merchant'), option(3, '300.00', 'merchant')]),
  table('World', [single, option(3, '300.00', 'merchant'), option(12, '87.40', 'shopper')]),
  table(undefined, [single, option(3, '300.00', 'merchant')]),
]

test('the campaign with the most instalments, and the families that have it; a card of no family has no name', () => {
  expect(bestCampaign(TABLES)).toEqual({ count: 3, families: ['Maximum', 'World'] })
})

test('a single payment is no campaign, nor are instalments with interest', () => {
  expect(bestCampaign([table('Bonus', [single, option(3, '312.50', 'shopper')])])).toBeUndefined()
})

test('the lowest monthly payment, compared as numbers; what is paid at once is none', () => {
  expect(lowestMonthly(TABLES)).toBe('87.40')
  expect(lowestMonthly([table('Bonus', [single])])).toBeUndefined()
})

test('cards of companies and cards without instalments are not shown', () => {
  const told = { version: 1, exact: true, price: { amount: '900.00', currency: 'TRY' } } as const
  const tables = [...TABLES, table('Bonus Business', [single, option(2, '450.00', 'merchant')], true)]
  expect(shown({ ...told, tables: [...tables, table('Miles', [single])] })).toEqual(TABLES)
})
