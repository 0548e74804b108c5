import { z } from 'zod'
import type { StoredCard } from '../../engine/cards/card'
import {
  cloneCard,
  deleteStoredCard,
  requireStoredCard,
  requireTestCard,
  storeCard,
} from '../../engine/cards/card-storage'
import { expiryStatus } from '../../engine/cards/expiry-status'
import { checkedExpiry } from '../../engine/cards/present-card'
import type { SandboxContext } from '../../engine/context'
import { ApiError } from '../../errors/api-error'
import { type Api, data, nothing } from '../api-context'
import { playedCard } from '../payments/payment-requests'
import { is, isWithin, moment, pageOf, paging } from '../query'
import { readBody, readQuery } from '../read'
import { storedCardView } from './card-view'

/** developer.craftgate.io/api/card-storage */
export function cardRoutes(api: Api, ctx: SandboxContext): void {
  const now = () => ctx.clock.now()

  api.post('/payment/v1/cards', (c) => {
    const request = readBody(c, store)
    const expiry = checkedExpiry(now(), request.expireYear, request.expireMonth)
    const known = requireTestCard(request.cardNumber)
    const { cardHolderName: holder, cardAlias: alias, cardUserKey } = request
    const card = storeCard(ctx, c.get('merchant').apiKey, { known, holder, alias, cardUserKey, ...expiry })
    return data(c, storedCardView(card, now()))
  })

  api.post('/payment/v1/cards/update', (c) => {
    const request = readBody(c, update)
    const card = requireStoredCard(ctx, c.get('merchant').apiKey, request)
    Object.assign(card, checkedExpiry(now(), request.expireYear, request.expireMonth))
    if (request.cardAlias !== undefined) card.alias = request.cardAlias
    return data(c, storedCardView(card, now()))
  })

  api.post('/payment/v1/cards/delete', (c) => {
    deleteStoredCard(ctx, requireStoredCard(ctx, c.get('merchant').apiKey, readBody(c, keys)))
    return nothing(c)
  })

  api.post('/payment/v1/cards/clone', (c) => {
    const request = readBody(c, clone)
    const source = { cardUserKey: request.sourceCardUserKey, cardToken: request.sourceCardToken }
    const card = requireStoredCard(ctx, c.get('merchant').apiKey, source)
    const target = ctx.merchants[request.targetMerchantId - 1]
    if (!target) throw NO_TARGET
    const copy = cloneCard(ctx, card, { merchant: target.apiKey, cardUserKey: request.targetCardUserKey })
    return data(c, storedCardView(copy, now()))
  })

  api.get('/payment/v1/cards', (c) => {
    const search = readQuery(c, cardSearch)
    const own = ctx.state.storedCards.filter(({ merchant }) => merchant === c.get('merchant').apiKey)
    const found = own.filter((card) => matches(card, search, now()))
    return data(
      c,
      pageOf(found, search, (card) => storedCardView(card, now())),
    )
  })
}

const keys = z.object({ cardUserKey: z.string().min(1), cardToken: z.string().min(1) })
const expiry = { expireYear: z.string().min(1), expireMonth: z.string().min(1) }
const update = keys.extend({ ...expiry, cardAlias: z.string().optional() })

/** Holder: none of `<>"%;&+()|=!` and at most five digits (developer.craftgate.io/api/card-storage/store-card). */
const store = playedCard(
  z.object({
    cardHolderName: z.string().regex(/^(?!(?:.*\d){6})[^<>"%;&+()|=!]+$/),
    cardNumber: z.string().min(1),
    ...expiry,
    cardAlias: z.string().optional(),
    cardUserKey: z.string().optional(),
  }),
)

/** targetMerchantId counts the seed's merchants from 1. */
const clone = z.object({
  sourceCardUserKey: z.string(),
  sourceCardToken: z.string(),
  targetCardUserKey: z.string().optional(),
  targetMerchantId: z.number().int(),
})

const cardSearch = z.object({
  ...paging,
  cardAlias: z.string().optional(),
  cardBrand: z.string().optional(),
  cardType: z.string().optional(),
  cardUserKey: z.string().optional(),
  cardToken: z.string().optional(),
  cardBankName: z.string().optional(),
  cardAssociation: z.string().optional(),
  cardExpiryStatus: z.string().optional(),
  minCreatedDate: moment.optional(),
  maxCreatedDate: moment.optional(),
})

function matches(card: StoredCard, search: z.output<typeof cardSearch>, now: number): boolean {
  return (
    is(search.cardAlias, card.alias) &&
    is(search.cardBrand, card.bin.brand) &&
    is<string>(search.cardType, card.bin.type) &&
    is(search.cardUserKey, card.cardUserKey) &&
    is(search.cardToken, card.cardToken) &&
    is(search.cardBankName, card.bin.bankName) &&
    is(search.cardAssociation, card.bin.association) &&
    is(search.cardExpiryStatus, expiryStatus(card, now)) &&
    isWithin(card.createdAt, search.minCreatedDate, search.maxCreatedDate)
  )
}

const NO_TARGET = ApiError.invalid('4161', {
  tr: 'Hedef üye işyeri bulunamadı',
  en: 'The target merchant was not found',
})
