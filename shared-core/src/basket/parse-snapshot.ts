import { z } from 'zod'
import type { Localized } from '../localized'
import { CURRENCIES, MAX_MINOR } from '../money'
import { invalidOrder } from './invalid-order'
import type { OrderSnapshot } from './order-snapshot'

// Craftgate: "no special characters that could be unsafe, not starting with + or -" (developer.craftgate.io,
// api/payment/create-payment, externalId). It lists neither the characters nor a length, so ours are the narrow ones.
const SAFE_ID = /^(?![+-])[\w.:+-]{1,255}$/

const amount = z.int().min(0).max(MAX_MINOR)
const charge = {
  externalId: z.string().regex(SAFE_ID),
  name: z.string(),
  discount: amount.default(0),
  tax: amount.default(0),
}
const charges = z.array(z.object({ ...charge, price: amount }))
const reductions = z.array(z.object({ amount }))

const snapshotSchema = z.object({
  currency: z.enum(CURRENCIES),
  total: amount,
  pricesIncludeTax: z.boolean(),
  lines: z.array(z.object({ ...charge, unitPrice: amount, quantity: z.int().min(0) })),
  shipping: charges,
  fees: charges,
  discounts: reductions,
  credits: reductions,
})

/** The part of an OrderSnapshot that makes a basket, checked. Amounts are minor units. */
export type CheckedOrder = z.output<typeof snapshotSchema>

/** @throws CraftgateError `invalid-order`, naming the field (`lines[2].unitPrice`) and what it must be. */
export function parseSnapshot(snapshot: OrderSnapshot): CheckedOrder {
  const parsed = snapshotSchema.safeParse(snapshot, { reportInput: true })
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw invalidOrder('invalid-order', explain(issue?.path ?? [], issue?.input))
}

const AMOUNT = {
  tr: 'sıfır veya daha büyük, en çok 15 haneli bir tam sayı (kuruş) olmalı',
  en: 'must be a whole number of minor units (kuruş, cents), zero or more, at most 15 digits',
}

/** What each field must be; a field that is not here is named and left to its type. */
const MUST_BE: Readonly<Record<string, Localized>> = {
  unitPrice: AMOUNT,
  price: AMOUNT,
  discount: AMOUNT,
  tax: AMOUNT,
  amount: AMOUNT,
  total: AMOUNT,
  quantity: { tr: 'sıfır veya daha büyük bir tam sayı olmalı', en: 'must be a whole number, zero or more' },
  externalId: {
    tr: 'yalnızca harf (A-Z), rakam ve . _ : + - içermeli, + veya - ile başlamamalı, en çok 255 karakter olmalı',
    en: 'must have only letters (A-Z), digits and . _ : + -, not start with + or -, and be 1 to 255 characters long',
  },
  currency: {
    tr: `Craftgate'in tahsil ettiği bir para birimi olmalı: ${CURRENCIES.join(', ')}`,
    en: `must be a currency that Craftgate charges: ${CURRENCIES.join(', ')}`,
  },
}
const ITS_TYPE = { tr: 'OrderSnapshot tipine uymuyor', en: 'does not fit the type OrderSnapshot' }

function explain(path: readonly PropertyKey[], input: unknown): Localized {
  const field = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
  const must = MUST_BE[String(path.at(-1))] ?? ITS_TYPE
  const named = field.slice(1) || 'snapshot'
  const [got, gelen] = typeof input === 'number' ? [`; got ${input}`, `; gelen ${input}`] : ['', '']
  return { tr: `${named} ${must.tr}${gelen}`, en: `${named} ${must.en}${got}` }
}
