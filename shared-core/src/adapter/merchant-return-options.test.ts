import { z } from 'zod'
import {
  buildReturnUrl,
  defaultMerchantOf,
  requireMerchant,
  returnOriginsOf,
  returnUrlOption,
} from './merchant-return-options'

interface Facts {
  readonly orderCode: string
  readonly outcome: string
}

const option = returnUrlOption<Facts>({
  placeholders: ['orderCode', 'outcome'],
  example: 'https://shop.example.com/order/{orderCode}',
})

test.each(['https://shop.example.com/{orderCode}?o={outcome}', () => 'https://shop.example.com/'])(
  'a template of known facts and a function are taken (%s)',
  (returnUrl) => {
    expect(option.safeParse(returnUrl).success).toBe(true)
  },
)

test.each(['/order', 'https://{orderCode}.example.com/', 'https://shop.example.com/{order}', 1, undefined])(
  'anything else is refused with an example (%s)',
  (returnUrl) => {
    const { error } = option.safeParse(returnUrl)
    expect(error?.issues[0]?.message).toContain('https://shop.example.com/order/{orderCode}')
  },
)

test('the origin of a template is allowed, unless origins are named', () => {
  const returnUrl = 'https://shop.example.com/order/{orderCode}'
  expect(returnOriginsOf({ returnUrl })).toEqual(['https://shop.example.com'])
  expect(returnOriginsOf({ returnUrl, returnOrigins: ['https://a.example.com'] })).toEqual([
    'https://a.example.com',
  ])
  expect(returnOriginsOf({ returnUrl: () => returnUrl })).toBeUndefined()
})

test('a template is filled with encoded facts', async () => {
  const facts = { orderCode: 'A/B', outcome: 'captured' }
  expect(await buildReturnUrl('https://shop.example.com/order/{orderCode}?o={outcome}', facts)).toBe(
    'https://shop.example.com/order/A%2FB?o=captured',
  )
})

test('a function is asked with the same facts', async () => {
  const facts = { orderCode: 'T1', outcome: 'captured' }
  expect(await buildReturnUrl(async ({ orderCode }) => `https://${orderCode}.example.com/`, facts)).toBe(
    'https://T1.example.com/',
  )
})

test('a merchant that nobody configured is named in the message', () => {
  const schema = z
    .object({ merchants: z.record(z.string(), z.string()), defaultMerchant: z.string().optional() })
    .superRefine(({ merchants, defaultMerchant: name }, context) =>
      requireMerchant(context, merchants, { path: ['defaultMerchant'], name }),
    )
  const { error } = schema.safeParse({ merchants: { tr: '' }, defaultMerchant: 'de' })
  expect(error?.issues).toMatchObject([
    { path: ['defaultMerchant'], message: "names the merchant 'de', which is not a key of merchants" },
  ])
  expect(schema.safeParse({ merchants: { tr: '' }, defaultMerchant: 'tr' }).success).toBe(true)
  expect(schema.safeParse({ merchants: { tr: '' } }).success).toBe(true)
})

test('the only merchant is the default, and of two none is', () => {
  expect(defaultMerchantOf({ merchants: { tr: {} } })).toBe('tr')
  expect(defaultMerchantOf({ merchants: { tr: {}, eu: {} } })).toBeUndefined()
  expect(defaultMerchantOf({ merchants: { tr: {}, eu: {} }, defaultMerchant: 'eu' })).toBe('eu')
})
