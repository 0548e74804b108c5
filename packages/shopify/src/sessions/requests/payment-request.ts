import { z } from '@craftgate-commerce/core'
import { amountFields, amountOf, gidOf, locale, moment, sessionId } from './request-fields'

/** What cannot be read of a person is left out: the payment does not depend on it. */
const contact = z
  .string()
  .max(320)
  .transform((text) => text.replaceAll('\0', ''))
  .nullish()
  .catch(undefined)

const paymentShape = z.object({
  id: sessionId,
  gid: gidOf('PaymentSession'),
  group: z
    .string()
    .regex(/^\P{Cc}{1,255}$/u, { error: 'must be 1 to 255 characters, none of them a control character' }),
  ...amountFields,
  test: z.boolean(),
  merchant_locale: locale,
  kind: z.enum(['sale', 'authorization']),
  proposed_at: moment,
  payment_method: z.object({ data: z.object({ cancel_url: z.string().optional() }).nullish() }).nullish(),
  /** Where older versions and Shopify's own template have it. */
  cancel_url: z.string().optional(),
  customer: z
    .object({ email: contact, phone_number: contact, locale: locale.nullish().catch(undefined) })
    .nullish(),
})

/** Http is for an emulator only. */
function isShopAddress(text: string, allowHttp: boolean): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password } = new URL(text)
  return (protocol === 'https:' || (allowHttp && protocol === 'http:')) && !username && !password
}

/** What Shopify asks an offsite app to be paid; money in minor units. */
export const paymentRequest = ({ allowHttp }: { readonly allowHttp: boolean }) =>
  paymentShape.transform((body, context) => {
    const cancelUrl = body.payment_method?.data?.cancel_url ?? body.cancel_url ?? ''
    if (!isShopAddress(cancelUrl, allowHttp)) {
      const path = ['payment_method', 'data', 'cancel_url']
      context.addIssue({ code: 'custom', path, message: 'must be an https URL of the shop' })
      return z.NEVER
    }
    return {
      id: body.id,
      gid: body.gid,
      group: body.group,
      money: amountOf(body, context),
      test: body.test,
      merchantLocale: body.merchant_locale,
      phase: body.kind === 'authorization' ? ('PRE_AUTH' as const) : ('AUTH' as const),
      proposedAt: body.proposed_at,
      cancelUrl,
      buyerLocale: body.customer?.locale ?? null,
      contact: {
        email: body.customer?.email ?? undefined,
        phone: body.customer?.phone_number ?? undefined,
      },
    }
  })

export type PaymentRequest = z.output<ReturnType<typeof paymentRequest>>
