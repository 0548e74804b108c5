import { z } from 'zod'

const quantity = z.number().int().min(1).max(999)
const text = z.string().min(1)

const address = z
  .strictObject({
    given_name: text,
    family_name: text,
    line1: text,
    line2: z.string(),
    city: text,
    postal_code: z.string(),
    province: z.string(),
    province_code: z.string(),
    country_code: z.string(),
    phone_number: z.string(),
    company: z.string(),
  })
  .partial()

export const newCheckout = z.strictObject({
  lines: z.array(z.strictObject({ sku: text, quantity })).min(1),
  currency: text.optional(),
  coupon: text.optional(),
  shipping: text.optional(),
  kind: z.enum(['sale', 'authorization']).optional(),
  customer: z
    .strictObject({ email: text.optional(), phone: text.optional(), address: address.optional() })
    .optional(),
  locale: text.optional(),
})

export const lineChange = z.strictObject({ quantity: z.number().int().min(0).max(999) })

/** Checked by the shop itself, so that it can be refused like in the admin. */
export const amountOf = z.strictObject({ amount: z.number() })
export const maybeAmount = z.strictObject({ amount: z.number().optional() })

export const settingsChange = z.strictObject({
  active: z.boolean().optional(),
  testMode: z.boolean().optional(),
  capture: z.enum(['automatic', 'manual']).optional(),
})
