import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { localTime } from '../../engine/clock/istanbul'
import { nextId, type SandboxContext } from '../../engine/context'
import type { LinkProduct } from '../../engine/links/product'
import { soldCount } from '../../engine/links/sales'
import { ApiError } from '../../errors/api-error'
import { toNumber } from '../../money/minor'
import { type Api, type ApiContext, data, nothing } from '../api-context'
import { is, isWithin, isWithinAmount, pageOf } from '../query'
import { readBody, readId, readQuery } from '../read'
import { createProduct, productFacts, productSearch, updateProduct } from './link-requests'

/** developer.craftgate.io/api/payment/payment-by-link-qr-code */
export function linkRoutes(api: Api, ctx: SandboxContext): void {
  const own = (c: ApiContext) =>
    ctx.state.linkProducts.filter(({ merchant }) => merchant === c.get('merchant').apiKey)
  const requireProduct = (c: ApiContext): LinkProduct => {
    const found = own(c).find(({ id }) => id === readId(c))
    if (!found) throw NO_PRODUCT
    return found
  }

  api.post('/craftlink/v1/products', (c) => {
    const { apiKey: merchant } = c.get('merchant')
    const facts = productFacts(readBody(c, createProduct))
    const id = nextId(ctx, merchant)
    const product: LinkProduct = { merchant, id, token: randomUUID(), status: 'ACTIVE', ...facts }
    ctx.state.linkProducts.push(product)
    return data(c, productView(ctx, product))
  })

  api.get('/craftlink/v1/products', (c) => {
    const search = readQuery(c, productSearch)
    const found = own(c).filter((product) => matches(product, search))
    return data(
      c,
      pageOf(found, search, (product) => productView(ctx, product)),
    )
  })

  api.get('/craftlink/v1/products/:id{\\d+}', (c) => data(c, productView(ctx, requireProduct(c))))

  api.put('/craftlink/v1/products/:id{\\d+}', (c) => {
    const { status, ...request } = readBody(c, updateProduct)
    const product = requireProduct(c)
    const { merchant, id, token } = product
    const changed: LinkProduct = { merchant, id, token, status, ...productFacts(request) }
    ctx.state.linkProducts.splice(ctx.state.linkProducts.indexOf(product), 1, changed)
    return data(c, productView(ctx, changed))
  })

  api.delete('/craftlink/v1/products/:id{\\d+}', (c) => {
    ctx.state.linkProducts.splice(ctx.state.linkProducts.indexOf(requireProduct(c)), 1)
    return nothing(c)
  })
}

function productView(ctx: SandboxContext, product: LinkProduct) {
  const { merchant: _merchant, price, expiresAt, ...facts } = product
  const url = `${ctx.url()}/link/${product.token}`
  return {
    ...{ ...facts, price: toNumber(price, product.currency), soldCount: soldCount(ctx, product) },
    expiresAt: expiresAt === undefined ? undefined : localTime(expiresAt),
    ...{ url, qrCodeUrl: `${url}/qr` },
  }
}

function matches(product: LinkProduct, search: z.output<typeof productSearch>): boolean {
  const { expiresAt, price, currency } = product
  const asksExpiry = search.minExpiresAt !== undefined || search.maxExpiresAt !== undefined
  return (
    is(search.id, product.id) &&
    product.name.includes(search.name ?? '') &&
    is(search.orderId, product.orderId) &&
    is(search.conversationId, product.conversationId) &&
    is(search.externalId, product.externalId) &&
    is(search.currency, currency) &&
    is(search.channel, product.channel) &&
    isWithinAmount(price, currency, search.minPrice, search.maxPrice) &&
    (!asksExpiry ||
      (expiresAt !== undefined && isWithin(expiresAt, search.minExpiresAt, search.maxExpiresAt)))
  )
}

const NO_PRODUCT = ApiError.invalid('4190', { tr: 'Link bulunamadı', en: 'The product was not found' })
