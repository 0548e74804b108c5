// Links that ask for a free amount, sent to whom the merchant pleases: products of Craftgate's pay by link. Who pays one pays
// at Craftgate, past the shop; a link of an order of the shop is its pay link.
// developer.craftgate.io/api/payment/payment-by-link-qr-code
import { z } from 'zod'
import type { CraftgateClient, RequestBody } from './client/craftgate-client'
import { readAnswer } from './client/read-answer'
import { isCurrency, type Money, toWireNumber } from './money'
import { amountShape, readAmount } from './payment'

export interface PaymentLink {
  /** Craftgate's number of it. */
  readonly id: number
  readonly name: string
  readonly description?: string
  readonly price: Money
  /** Nobody pays one that is closed. */
  readonly isOpen: boolean
  /** How often it may be paid; absent: as often as anybody likes. */
  readonly stock?: number
  readonly soldCount: number
  readonly url: string
  readonly expiresAt?: Date
}

export interface NewPaymentLink {
  readonly name: string
  readonly description?: string
  readonly price: Money
  /** Counts of instalments that are offered, 1 for a single payment. */
  readonly installments: readonly number[]
  readonly stock?: number
  readonly expiresAt?: Date
  /** The same key makes one link, however often it is sent. */
  readonly idempotencyKey: string
}

export interface PaymentLinkPage {
  /** Newest first. */
  readonly links: readonly PaymentLink[]
  readonly count: number
}

/** `merchant` is a key of `merchants` in the options. Each throws CraftgateError. */
export interface PaymentLinks {
  /** `page` counts from 0; a page has 25. */
  search(merchant: string, page: number): Promise<PaymentLinkPage>
  create(merchant: string, link: NewPaymentLink): Promise<PaymentLink>
  find(merchant: string, id: number): Promise<PaymentLink>
  delete(merchant: string, id: number): Promise<void>
}

const PAGE_SIZE = 25

const text = z
  .string()
  .nullish()
  .transform((value) => value || undefined)

const product = z.object({
  id: z.int(),
  name: z.string().catch(''),
  description: text,
  price: amountShape,
  currency: z.string().refine(isCurrency),
  status: z.string().nullish(),
  stock: z.number().nullish(),
  soldCount: z.number().nullish(),
  url: z.string(),
  expiresAt: text,
})

const linkShape = product.transform(
  ({ id, name, description, price, currency, status, stock, soldCount, url, expiresAt }): PaymentLink => ({
    id,
    name,
    description,
    price: readAmount(price, currency),
    isOpen: status !== 'PASSIVE',
    stock: stock ?? undefined,
    soldCount: soldCount ?? 0,
    url,
    expiresAt: expiresAt === undefined ? undefined : new Date(`${expiresAt.slice(0, 19)}Z`),
  }),
)

const pageShape = z.object({ items: z.array(linkShape), totalSize: z.number().nullish() })

const LINK = 'a payment link'

type CreateBody = RequestBody<'createProduct'>

export function createPaymentLinks({
  clientFor,
}: {
  readonly clientFor: (merchant: string) => CraftgateClient
}): PaymentLinks {
  return {
    async search(merchant, page) {
      const query = { page, size: PAGE_SIZE }
      const { items, totalSize } = readAnswer(
        pageShape,
        await clientFor(merchant).call('searchProducts', { query }),
        LINK,
      )
      return { links: items, count: totalSize ?? items.length }
    },
    async create(merchant, { idempotencyKey, price, installments, expiresAt, ...link }) {
      const body: CreateBody = {
        ...link,
        price: toWireNumber(price),
        currency: price.currency as CreateBody['currency'],
        enabledInstallments: [...installments],
        expiresAt: expiresAt && wireTime(expiresAt),
      }
      return readAnswer(
        linkShape,
        await clientFor(merchant).call('createProduct', { body }, { idempotencyKey }),
        LINK,
      )
    },
    find: async (merchant, productId) =>
      readAnswer(linkShape, await clientFor(merchant).call('retrieveProduct', { path: { productId } }), LINK),
    async delete(merchant, productId) {
      await clientFor(merchant).call('deleteProduct', { path: { productId } })
    },
  }
}

/**
 * Without a zone, as every time of Craftgate's. The portal does not say whose clock it means: read as UTC, a link lives at most
 * three hours less than it was given, and never longer.
 */
const wireTime = (at: Date): string => at.toISOString().slice(0, 19)
