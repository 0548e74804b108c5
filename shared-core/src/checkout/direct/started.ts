// How a payment that was started by API goes on, as Craftgate's answer tells it.
import { z } from 'zod'
import { CraftgateError } from '../../errors'
import { CHECKOUT_ERRORS } from '../../messages/checkout'
import { idShape } from '../../payment'
import type { Started } from './family'
import type { KnownWayOn } from './way-on'

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
  htmlContent: text,
  qrCode: text,
})

/** Throws a CraftgateError `unreadable-start` for an answer by which nobody can go on. */
export function started(answer: unknown): Started {
  const read = startedShape.safeParse(answer)
  const wayOn = read.success ? wayOnIn(read.data) : undefined
  if (read.success && wayOn) return { paymentId: read.data.paymentId, wayOn }
  throw new CraftgateError({
    kind: 'unavailable',
    code: 'unreadable-start',
    message: 'Craftgate started a payment without saying how it goes on',
    retry: 'ask-first',
    delivery: 'unclear',
    merchantMessage: CHECKOUT_ERRORS['unreadable-start'],
  })
}

/** The action names what counts; Multinet's page speaks of HTML where the client's sample reads an address. */
function wayOnIn({
  paymentStatus,
  apmAdditionalAction,
  additionalAction = apmAdditionalAction,
  redirectUrl,
  htmlContent,
  qrCode,
}: z.output<typeof startedShape>): Started['wayOn'] | undefined {
  if (paymentStatus === 'FAILURE') return { kind: 'over' }
  const ways: Readonly<Record<string, KnownWayOn | undefined>> = {
    REDIRECT_TO_URL: address.safeParse(redirectUrl).success
      ? { kind: 'redirect', url: redirectUrl ?? '' }
      : undefined,
    SHOW_HTML_CONTENT: htmlContent ? { kind: 'html', html: decoded(htmlContent) } : undefined,
    SHOW_QR_CODE: qrCode ? { kind: 'qr', text: qrCode } : undefined,
    OTP_REQUIRED: { kind: 'code' },
    WAIT_FOR_WEBHOOK: { kind: 'wait' },
    VERIFY_REQUIRED: { kind: 'wait' },
  }
  const isOver = additionalAction === 'NONE' || additionalAction === 'APPROVAL_REQUIRED'
  return isOver ? { kind: 'over' } : ways[additionalAction ?? '']
}

const decoded = (base64: string): string => Buffer.from(base64, 'base64').toString('utf8')
