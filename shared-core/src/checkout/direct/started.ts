// How a payment that was started by API goes on, as Craftgate's answer tells it.
import { z } from 'zod'
import { CraftgateError } from '../../errors'
import { CHECKOUT_ERRORS } from '../../messages/checkout'
import { idShape } from '../../payment'
import type { Started } from './family'

const address = z.url({ protocol: /^https?$/ })
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined)
  .catch(undefined)

const startedShape = z.object({
  paymentId: idShape,
  paymentStatus: text,
  additionalAction: text,
  apmAdditionalAction: text,
  redirectUrl: text,
  additionalData: z.object({ redirectUrl: text }).nullish().catch(undefined),
  htmlContent: text,
  qrCode: text,
})

/** Throws a CraftgateError `unreadable-start` for an answer by which nobody can go on. */
export function started(answer: unknown): Started {
  const read = startedShape.safeParse(answer)
  const wayOn = read.success ? wayOnIn(read.data) : undefined
  if (read.success && wayOn) return { paymentId: read.data.paymentId, wayOn }
  throw unreadableStart()
}

const chargedShape = z.object({ id: idShape })

/**
 * A payment that reached its end in the answer: whether it was paid, and by how much, is read from the payment. One whose answer
 * has no id is found by the attempt's id.
 */
export function startedBy(payment: unknown): Started {
  const read = chargedShape.safeParse(payment)
  return { paymentId: read.success ? read.data.id : undefined, wayOn: { kind: 'over' } }
}

export const unreadableStart = (): CraftgateError =>
  new CraftgateError({
    kind: 'unavailable',
    code: 'unreadable-start',
    message: 'Craftgate started a payment without saying how it goes on',
    retry: 'ask-first',
    delivery: 'unclear',
    merchantMessage: CHECKOUT_ERRORS['unreadable-start'],
  })

/**
 * Undefined for what this version does not know, or what lacks its content. An answer to 3D Secure need not name its action (the
 * clients' samples have none), and CONTINUE_IN_CLIENT does not say by what: then the page that came along counts, else the address.
 */
function wayOnIn({
  paymentStatus,
  apmAdditionalAction,
  additionalAction = apmAdditionalAction,
  additionalData,
  redirectUrl = additionalData?.redirectUrl,
  htmlContent,
  qrCode,
}: z.output<typeof startedShape>): Started['wayOn'] | undefined {
  if (paymentStatus === 'FAILURE') return { kind: 'over' }
  switch (additionalAction ?? (htmlContent ? 'SHOW_HTML_CONTENT' : 'REDIRECT_TO_URL')) {
    case 'CONTINUE_IN_CLIENT':
      return htmlContent ? { kind: 'html', html: decoded(htmlContent) } : redirectTo(redirectUrl)
    case 'NONE':
    case 'APPROVAL_REQUIRED':
      return { kind: 'over' }
    case 'REDIRECT_TO_URL':
      return redirectTo(redirectUrl)
    case 'SHOW_HTML_CONTENT':
      return htmlContent ? { kind: 'html', html: decoded(htmlContent) } : undefined
    case 'SHOW_QR_CODE':
      return qrCode ? { kind: 'qr', text: qrCode } : undefined
    case 'OTP_REQUIRED':
      return { kind: 'code' }
    case 'WAIT_FOR_WEBHOOK':
    case 'VERIFY_REQUIRED':
      return { kind: 'wait' }
    default:
      return undefined
  }
}

const redirectTo = (url: string | undefined): Started['wayOn'] | undefined =>
  url !== undefined && address.safeParse(url).success ? { kind: 'redirect', url } : undefined

const decoded = (base64: string): string => Buffer.from(base64, 'base64').toString('utf8')
