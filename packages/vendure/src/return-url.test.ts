import { returnUrlFor } from './return-url'

const facts = {
  orderCode: 'A/B',
  reference: 'r1',
  channelToken: 'tr',
  languageCode: 'tr',
  outcome: 'captured',
} as const

test('a template is filled with encoded values', async () => {
  const template = 'https://shop.example.com/{languageCode}/order/{orderCode}?ref={reference}&o={outcome}'
  expect(await returnUrlFor(template, facts)).toBe(
    'https://shop.example.com/tr/order/A%2FB?ref=r1&o=captured',
  )
})

test('a function is asked with the same facts', async () => {
  expect(await returnUrlFor(async ({ channelToken }) => `https://${channelToken}.example.com/`, facts)).toBe(
    'https://tr.example.com/',
  )
})
