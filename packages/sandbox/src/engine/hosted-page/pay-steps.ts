import type { PayStep } from '../../hosted-page-service'
import type { Checkout } from '../checkouts/checkout'
import { returnForm } from '../checkouts/return-form'
import type { SandboxContext } from '../context'
import type { Failure } from '../payments/payment'
import { returnPost } from '../threeds/callback'

export const declined = ({ code, group, description }: Failure): PayStep => ({
  kind: 'declined',
  code,
  group,
  description: description.tr,
  descriptionEn: description.en,
})

export const paid = (ctx: SandboxContext, checkout: Checkout): PayStep => ({
  kind: 'paid',
  callback: returnPost(ctx, returnForm(checkout)),
})
