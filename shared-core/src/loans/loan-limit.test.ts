// A buyer's loan limit, over the real wire against the emulator.
import { DirectShop } from '../testing/direct-shop'

let shop: DirectShop

beforeAll(async () => {
  shop = await DirectShop.start()
})
afterAll(() => shop.close())
beforeEach(() => shop.reset())

const BUYER = {
  merchant: 'tr',
  lender: 'ZIP',
  phone: '0555 111 22 33',
  identityNumber: '11111111110',
  birthDate: '1990-01-01',
} as const

const complete = (code: string) => {
  const { merchant, lender, phone } = BUYER
  return shop.commerce.completeLoanLimit({ merchant, lender, phone, code })
}

test('a code goes to the phone, and brings what the lender would lend', async () => {
  expect(await shop.commerce.askLoanLimit(BUYER)).toEqual({ state: 'code-sent' })
  expect(await complete('283126')).toEqual({ state: 'known', facts: { limit: 25_000 } })
})

test('a wrong code is refused, and the right one still counts', async () => {
  await shop.commerce.askLoanLimit(BUYER)
  expect(await complete('000000')).toMatchObject({ state: 'refused', message: expect.any(String) })
  expect(await complete('283126')).toMatchObject({ state: 'known' })
})

test('a code that was never asked for is Craftgate’s to refuse', async () => {
  await expect(complete('283126')).rejects.toMatchObject({ kind: 'invalid-request', code: '4121' })
})

test.each([
  ['phone', { phone: '0212 111 22 33' }, /cep numarası/],
  ['identity number', { identityNumber: '123' }, /11 haneli/],
  ['date of birth', { birthDate: '01.01.1990' }, /YYYY-AA-GG/],
])('a wrong %s is named, and nobody is asked', async (_, wrong, sentence) => {
  const asked = shop.commerce.askLoanLimit({ ...BUYER, ...wrong })
  await expect(asked).rejects.toMatchObject({
    code: 'bad-applicant',
    merchantMessage: { tr: expect.stringMatching(sentence) },
  })
  expect(shop.calls('/limit-inquiry/init')).toEqual([])
})

test('neither phone nor identity number is logged', async () => {
  await shop.commerce.askLoanLimit(BUYER)
  await complete('000000')
  expect(JSON.stringify(shop.logged)).not.toMatch(/11111111110|5551112233|283126/)
})
