// What banks' POSes do differently with 3D Secure, and one path that takes it all.
import { testCards } from '@craftgate-commerce/sandbox'
import { answerBank, DirectShop, locationOf } from '../../testing/direct-shop'

let shop: DirectShop
afterEach(() => shop.close())

async function withPos(rules: object, checkout: object = {}): Promise<string> {
  const pos = { alias: 'akbank', name: 'Akbank', bank: 'AKBANK T.A.Ş.', cardBrands: ['Axess'], ...rules }
  const merchant = {
    name: 'Deneme',
    apiKey: 'sandbox-api-key',
    secretKey: 'sandbox-secret-key',
    poses: [pos],
  }
  shop = await DirectShop.start('tr', { merchants: [merchant] })
  await shop.reset({ cardEntry: 'server', ...checkout })
  return shop.linkBy('CARD')
}

const fields = ({ cardNumber, cvc }: { cardNumber: string; cvc: string }) => ({
  holder: 'Ayşe Yılmaz',
  number: cardNumber,
  expiry: '11/44',
  cvc,
  installment: '1-124990',
})

const paid = () => shop.platform.order('o1').payment

test.each([
  ['a page', {}, 200],
  ['an address', { threeDSEntry: 'redirect' }, 303],
] as const)('a bank that is reached by %s', async (_, rules, status) => {
  const link = await withPos(rules)
  const started = await shop.send(link, fields(testCards.axess))
  expect(started.status).toBe(status)
  await shop.deliver(await answerBank(started))
  expect(paid()).toMatchObject({ state: 'captured', facts: { threeDS: true } })
})

test('a POS that takes the money at verification (3DPAY) is not asked to take it again', async () => {
  const link = await withPos({ threeDSModel: '3DPAY' })
  const callback = await answerBank(await shop.send(link, fields(testCards.axess)))
  expect(callback.fields).toMatchObject({ completeStatus: 'COMPLETED' })
  await shop.deliver(callback)
  expect(paid()).toMatchObject({ state: 'captured' })
  expect(shop.calls('/3ds-complete')).toHaveLength(0)
})

test.each([
  [2, {}],
  [1, { additionalParams: { threeDSCallbackVersion: 1 } }],
])('a callback of version %i', async (version, checkout) => {
  const link = await withPos({}, checkout)
  const callback = await answerBank(await shop.send(link, fields(testCards.axess)))
  expect('hashParams' in callback.fields).toBe(version === 2)
  expect((await shop.deliver({ ...callback, fields: { ...callback.fields, status: 'FAILED' } })).status).toBe(
    403,
  )
  await shop.deliver(callback)
  expect(paid()).toMatchObject({ state: 'captured' })
})

test('a POS that demands 3D Secure of debit cards gets it, whatever the shop’s rule', async () => {
  const link = await withPos({ force3dsForDebitCards: true }, { threeDSecure: 'never' })
  await shop.send(link, fields(testCards.debit))
  expect(shop.calls('/3ds-init')).toHaveLength(1)
  expect(locationOf(await shop.send(link, { leave: '1' }))).toBe('')
  expect(locationOf(await shop.send(link, fields(testCards.axess)))).toContain('outcome=captured')
})
