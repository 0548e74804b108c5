import { parseSeed } from './seed'

it('has a merchant with five POS when nothing is said', () => {
  const [merchant] = parseSeed(undefined).merchants
  expect(merchant).toMatchObject({ apiKey: 'sandbox-api-key', threeDSVerification: 'FULL_THREEDS' })
  expect(merchant?.poses.map(({ alias }) => alias)).toEqual([
    'garanti',
    'yapikredi',
    'isbank',
    'akbank',
    'multi-currency',
  ])
})

it('keeps rates as exact ten-thousandths of a percent', () => {
  const poses = [
    {
      alias: 'a',
      name: 'A',
      bank: 'B',
      commissions: [{ installment: 2, merchantRate: '3.7501', bankRate: 1.1 }],
    },
  ]
  const seed = parseSeed({ merchants: [{ name: 'S', apiKey: 'k', secretKey: 's', poses }] })
  expect(seed.merchants[0]?.poses[0]?.commissions).toEqual([
    { installment: 2, merchantRate: 37501, bankRate: 11000 },
  ])
})

const merchant = { name: 'S', apiKey: 'k', secretKey: 's' }
const withPos = (pos: object) => ({
  merchants: [{ ...merchant, poses: [{ alias: 'a', name: 'A', bank: 'B', ...pos }] }],
})

it.each([
  ['an unknown field', { shops: [] }, /Unrecognized key/],
  ['a merchant without keys', { merchants: [{ name: 'S' }] }, /^Seed: merchants\.0\.apiKey/],
  ['a webhook address that is none', { merchants: [{ ...merchant, webhookUrl: 'nowhere' }] }, /webhookUrl/],
  ['no merchants', { merchants: [] }, /merchants/],
  ['the same key twice', { merchants: [merchant, merchant] }, /same apiKey/],
  ['a margin above 50', withPos({ marginPercent: 51 }), /marginPercent/],
  ['a currency that nobody knows', withPos({ currencies: ['XXX'] }), /currencies/],
  [
    'a rate that is none',
    withPos({ commissions: [{ installment: 2, merchantRate: 'much' }] }),
    /merchantRate/,
  ],
])('refuses %s in one line', (_name, seed, message) => {
  expect(() => parseSeed(seed)).toThrow(message)
  expect(() => parseSeed(seed)).toThrow(/^[^\n]+$/)
})
