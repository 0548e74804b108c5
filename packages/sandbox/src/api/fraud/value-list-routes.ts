import { isIP } from 'node:net'
import { z } from 'zod'
import type { SandboxContext } from '../../engine/context'
import { fingerprintOf } from '../../engine/fraud/fingerprint'
import type { FraudValueList } from '../../engine/fraud/value-list'
import {
  addValue,
  deleteList,
  listsOf,
  openList,
  removeValue,
  requireList,
  valuesOf,
} from '../../engine/fraud/value-lists'
import { requirePayment } from '../../engine/payments/find-payment'
import { ApiError } from '../../errors/api-error'
import { type Api, type ApiContext, data, nothing } from '../api-context'
import { readBody } from '../read'

/** developer.craftgate.io/api/fraud-management: the lists that fraud rules name. */
export function valueListRoutes(api: Api, ctx: SandboxContext): void {
  const key = (c: ApiContext) => c.get('merchant').apiKey
  const listOfPath = (c: ApiContext) => requireList(ctx, key(c), c.req.param('listName') ?? '')

  api.post('/fraud/v1/value-lists', (c) => {
    const { listName: name, type, label, durationInSeconds, ...request } = readBody(c, addRequest)
    const value = readValue(ctx, key(c), { type, ...request })
    const list = openList(ctx, key(c), { name, type })
    if (value !== undefined) addValue(ctx, list, { value, label, durationInSeconds })
    return nothing(c)
  })

  api.get('/fraud/v1/value-lists/all', (c) =>
    data(c, { items: listsOf(ctx, key(c)).map(({ name }) => ({ name })) }),
  )

  api.get('/fraud/v1/value-lists/:listName', (c) => data(c, listView(ctx, listOfPath(c))))

  api.delete('/fraud/v1/value-lists/:listName', (c) => {
    deleteList(ctx, listOfPath(c))
    return nothing(c)
  })

  api.post('/fraud/v1/value-lists/:listName/card-fingerprints', (c) => {
    const { operation, operationId, ...rest } = readBody(c, fingerprintRequest)
    // No answer of a reward inquiry carries an id here, so none can be named.
    if (operation === 'LOYALTY') throw NO_OPERATION
    const value = cardOf(ctx, key(c), Number(operationId))
    addValue(ctx, openList(ctx, key(c), { name: c.req.param('listName'), type: 'CARD' }), { value, ...rest })
    return nothing(c)
  })

  api.delete('/fraud/v1/value-lists/:listName/values/:valueId', (c) => {
    removeValue(ctx, listOfPath(c), c.req.param('valueId'))
    return nothing(c)
  })
}

const durationInSeconds = z.number().int().positive().optional()
const label = z.string().optional()

const addRequest = z.object({
  listName: z.string().regex(/^\w+$/),
  type: z.enum(['CARD', 'IP', 'PHONE_NUMBER', 'EMAIL', 'OTHER']),
  value: z.string().min(1).optional(),
  paymentId: z.number().int().optional(),
  ...{ label, durationInSeconds },
})

const fingerprintRequest = z.object({
  operation: z.enum(['PAYMENT', 'LOYALTY']),
  operationId: z.string().min(1),
  ...{ label, durationInSeconds },
})

/** "The value is sent for all but cards; for those the paymentId in its place"; without either the list is only made. */
function readValue(
  ctx: SandboxContext,
  merchant: string,
  { type, value, paymentId }: Pick<z.output<typeof addRequest>, 'type' | 'value' | 'paymentId'>,
): string | undefined {
  if (type === 'CARD') {
    if (value !== undefined) throw CARD_BY_PAYMENT
    return paymentId === undefined ? undefined : cardOf(ctx, merchant, paymentId)
  }
  const invalid = value !== undefined && type === 'IP' && isIP(value) === 0
  if (invalid || (value !== undefined && type === 'EMAIL' && !value.includes('@'))) throw INVALID_VALUE
  return value
}

/** "Kept for two hours at most" (portal, fraud checks); the refusal afterwards is assumed. */
const CARD_KEPT_MS = 2 * 3_600_000

/** Throws a validation error for a payment that is none of the merchant's, that no card paid, or whose card is kept no more. */
function cardOf(ctx: SandboxContext, merchant: string, paymentId: number): string {
  const { card, createdAt } = requirePayment(ctx, merchant, paymentId)
  if (!card || ctx.clock.now() - createdAt > CARD_KEPT_MS) throw NO_OPERATION
  return fingerprintOf(card)
}

function listView(ctx: SandboxContext, list: FraudValueList) {
  const now = ctx.clock.now()
  const values = valuesOf(ctx, list).map(({ id, label: text, value, expiresAt }) => ({
    ...{ id, label: text, value },
    expireInSeconds: expiresAt === undefined ? undefined : Math.ceil((expiresAt - now) / 1000),
  }))
  return { name: list.name, values }
}

const CARD_BY_PAYMENT = ApiError.invalid('4183', {
  tr: 'Kart listesine değer, ödeme id bilgisi ile eklenir',
  en: 'A card goes on a list by its paymentId',
})
const INVALID_VALUE = ApiError.invalid('4184', {
  tr: 'Değer, liste tipine uygun değil',
  en: 'The value does not suit the type of the list',
})
const NO_OPERATION = ApiError.invalid('4185', {
  tr: 'İşleme ait kart bulunamadı',
  en: 'The operation has no card',
})
