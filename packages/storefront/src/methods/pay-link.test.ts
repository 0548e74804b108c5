import { payLinkBy } from './pay-link'

const LINK = 'https://api.shop.example/craftgate/pay/ref-1?sig=abc'

test('the chosen way stands in the link once, and in place of another', () => {
  const papara = payLinkBy(LINK, { method: 'PAPARA' })
  expect(papara).toBe(`${LINK}&method=PAPARA`)
  expect(payLinkBy(papara, { method: 'CARD' })).toBe(`${LINK}&method=CARD`)
})

test('the payment page with all that it offers is the link itself', () => {
  expect(payLinkBy(`${LINK}&method=PAPARA`, {})).toBe(LINK)
})
