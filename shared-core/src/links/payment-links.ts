// Links that ask for a free amount, sent to whom the merchant pleases: products of Craftgate's pay by link. Who pays one pays
// at Craftgate, past the shop; a link of an order of the shop is its pay link.
// developer.craftgate.io/api/payment/payment-by-link-qr-code
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { CraftgateClient, RequestBody } from '../client/craftgate-client'
import { readAnswer } from '../client/read-answer'
import { momentOf } from '../istanbul-time'
import { isCurrency, type Money, toWireNumber } from '../money/index'
import { amountShape, readAmount } from '../payment/index'

export interface PaymentLink {
  /** Craftgate's number of it. */
  readonly id: number
  readonly name: string
  readonly description?: string
  readonly price: Money
  /** Counts of instalments that are offered, 1 for a single payment. */
  readonly installments: readonly number[]
  /** Nobody pays one that is closed. */
  readonly isOpen: boolean
  /** Whoever pays it may split the price over several cards: each press of its button is a sum of its own, paid in parts. */
  readonly multiPayment?: boolean
  /** How often it may be paid; absent: as often as anybody likes. */
  readonly stock?: number
  readonly soldCount: number
  readonly url: string
  readonly expiresAt?: Date
  /** What its payments carry, so that they are found; absent of a link that was made elsewhere without one. */
  readonly externalId?: string
}

/** What a merchant decides about a link. */
export type PaymentLinkTerms = Pick<
  PaymentLink,
  'name' | 'description' | 'price' | 'installments' | 'multiPayment' | 'stock' | 'expiresAt'
>

export interface NewPaymentLink extends PaymentLinkTerms {
  /** The same key makes one link, however often it is sent. */
  readonly idempotencyKey: string
}

export interface PaymentLinkQuery {
  /** A part of what a link is for. */
  readonly name?: string
  /** Counts from 0; a page has 25. */
  readonly page: number
}

export interface PaymentLinkPage {
  /** Newest first. */
  readonly links: readonly PaymentLink[]
  readonly count: number
}

/** What somebody paid by a link. */
export interface LinkPayment {
  readonly paymentId: number
  readonly price: Money
  /** With the interest of instalments. */
  readonly paidPrice: Money
  /** Absent where Craftgate does not tell it. */
  readonly paidAt?: Date
  readonly lastFour?: string
  /** Of the attempt of an order that it pays; absent while it pays none. */
  readonly reference?: string
}

export interface LinkPaymentPage {
  /** Newest first. */
  readonly payments: readonly LinkPayment[]
  readonly count: number
}

/** `merchant` is a key of `merchants` in the options. Each throws CraftgateError. */
export interface PaymentLinks {
  search(merchant: string, query: PaymentLinkQuery): Promise<PaymentLinkPage>
  create(merchant: string, link: NewPaymentLink): Promise<PaymentLink>
  find(merchant: string, id: number): Promise<PaymentLink>
  /** The terms are replaced as a whole; what else Craftgate keeps of the link stays. A closed link is paid by nobody. */
  update(merchant: string, id: number, change: PaymentLinkTerms & { isOpen: boolean }): Promise<PaymentLink>
  /** Payments that succeeded; `page` counts from 0. None of a link without `externalId`: Craftgate finds them by nothing else. */
  payments(merchant: string, link: Pick<PaymentLink, 'externalId'>, page: number): Promise<LinkPaymentPage>
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
  multiPayment: z.boolean().nullish(),
  stock: z.number().nullish(),
  soldCount: z.number().nullish(),
  enabledInstallments: z.array(z.int().positive()).nullish(),
  url: z.string(),
  expiresAt: text,
  externalId: text,
})

const linkShape = product.transform(
  ({
    price,
    currency,
    status,
    multiPayment,
    stock,
    soldCount,
    enabledInstallments,
    expiresAt,
    ...link
  }): PaymentLink => ({
    ...link,
    price: readAmount(price, currency),
    installments: enabledInstallments ?? [],
    isOpen: status !== 'PASSIVE',
    multiPayment: multiPayment ?? undefined,
    stock: stock ?? undefined,
    soldCount: soldCount ?? 0,
    expiresAt: expiresAt === undefined ? undefined : new Date(`${expiresAt.slice(0, 19)}Z`),
  }),
)

/** What Craftgate keeps of a link beside its terms: a change names it again, or it would be gone. */
const keptShape = z.object({
  channel: text,
  orderId: text,
  conversationId: text,
  externalId: text,
  basketIdentifier: text,
})

const paymentShape = z
  .object({
    id: z.int().positive(),
    price: amountShape,
    paidPrice: amountShape,
    currency: z.string().refine(isCurrency),
    createdDate: z.string(),
    lastFourDigits: text,
  })
  .transform(
    ({ id, price, paidPrice, currency, createdDate, lastFourDigits }): LinkPayment => ({
      paymentId: id,
      price: readAmount(price, currency),
      paidPrice: readAmount(paidPrice, currency),
      paidAt: momentOf(createdDate),
      lastFour: lastFourDigits,
    }),
  )

const paymentsShape = z.object({ items: z.array(paymentShape), totalSize: z.number().nullish() })

const pageShape = z.object({ items: z.array(linkShape), totalSize: z.number().nullish() })

const LINK = 'a payment link'

type CreateBody = RequestBody<'createProduct'>
type UpdateBody = RequestBody<'updateProduct'>

/** The portal demands a channel of a change, and none of a new link. */
const CHANNEL = 'PAY_BY_LINK'

interface Parts {
  readonly clientFor: (merchant: string) => CraftgateClient
  /** The reference of the attempt that has this payment. */
  readonly referenceOf: (merchant: string, paymentId: number) => Promise<string | undefined>
}

export function createPaymentLinks({ clientFor, referenceOf }: Parts): PaymentLinks {
  return {
    async search(merchant, { name, page }) {
      const query = { name, page, size: PAGE_SIZE }
      const { items, totalSize } = readAnswer(
        pageShape,
        await clientFor(merchant).call('searchProducts', { query }),
        LINK,
      )
      return { links: items, count: totalSize ?? items.length }
    },
    async create(merchant, { idempotencyKey, ...terms }) {
      const body: CreateBody = { ...bodyOf(terms), externalId: externalIdOf(idempotencyKey) }
      return readAnswer(
        linkShape,
        await clientFor(merchant).call('createProduct', { body }, { idempotencyKey }),
        LINK,
      )
    },
    find: async (merchant, productId) =>
      readAnswer(linkShape, await clientFor(merchant).call('retrieveProduct', { path: { productId } }), LINK),
    async update(merchant, productId, { isOpen, ...terms }) {
      const client = clientFor(merchant)
      const path = { productId }
      const kept = readAnswer(keptShape, await client.call('retrieveProduct', { path }), LINK)
      const status: UpdateBody['status'] = isOpen ? 'ACTIVE' : 'PASSIVE'
      const body: UpdateBody = { ...kept, channel: kept.channel ?? CHANNEL, ...bodyOf(terms), status }
      return readAnswer(linkShape, await client.call('updateProduct', { path, body }), LINK)
    },
    async payments(merchant, { externalId }, page) {
      if (externalId === undefined) return { payments: [], count: 0 }
      const query = { externalId, paymentStatus: 'SUCCESS' as const, page, size: PAGE_SIZE }
      const answer: unknown = await clientFor(merchant).call('searchPayments', { query })
      const { items, totalSize } = readAnswer(paymentsShape, answer, 'the payments of a link')
      const payments = items.map(async (payment) => ({
        ...payment,
        reference: await referenceOf(merchant, payment.paymentId),
      }))
      return { payments: await Promise.all(payments), count: totalSize ?? items.length }
    },
    async delete(merchant, productId) {
      await clientFor(merchant).call('deleteProduct', { path: { productId } })
    },
  }
}

/** The portal demands a description: the name is one. */
const bodyOf = ({
  name,
  description,
  price,
  installments,
  multiPayment,
  stock,
  expiresAt,
}: PaymentLinkTerms) => ({
  name,
  description: description ?? name,
  price: toWireNumber(price),
  currency: price.currency as CreateBody['currency'],
  enabledInstallments: [...installments],
  multiPayment: multiPayment === true,
  stock,
  expiresAt: expiresAt && wireTime(expiresAt),
})

/** What payments of a link carry that was made here. */
export const isLinkId = (externalId: string): boolean => /^link-[\da-f]{32}$/.test(externalId)

/** The same for the same key, as the whole request has to be. */
const externalIdOf = (idempotencyKey: string): string =>
  `link-${createHash('sha256').update(idempotencyKey).digest('hex').slice(0, 32)}`

/**
 * Without a zone, as every time of Craftgate's. The portal does not say whose clock it means: read as UTC, a link lives at most
 * three hours less than it was given, and never longer.
 */
const wireTime = (at: Date): string => at.toISOString().slice(0, 19)
