import { milliseconds } from '@craftgate-commerce/emulator-kit'
import type { SandboxContext } from '../context'
import type { LimitInquiry } from './loan'

/** How long the code holds; ours, the portal names no time. */
const HOLDS = milliseconds({ minutes: 5 })

export function startInquiry(ctx: SandboxContext, merchant: string, phone: string): void {
  const others = ctx.state.limitInquiries.filter((one) => one.merchant !== merchant || one.phone !== phone)
  ctx.state.limitInquiries = [...others, { merchant, phone, expiresAt: ctx.clock.now() + HOLDS }]
}

export const findInquiry = (ctx: SandboxContext, merchant: string, phone: string): LimitInquiry | undefined =>
  ctx.state.limitInquiries.find(
    (one) => one.merchant === merchant && one.phone === phone && ctx.clock.now() < one.expiresAt,
  )
