import { ApiError } from '../../errors/api-error'
import type { HostedPageService } from '../../hosted-page-service'
import { binByDigits } from '../cards/test-card'
import { returnForm } from '../checkouts/return-form'
import type { SandboxContext } from '../context'
import { isLinkPaid, linkView, startLink } from '../links/link-page'
import { answerMealCard, mealCardView } from '../meal-cards/page'
import { answerProvider } from '../provider-pages/answer'
import { startMethod } from '../provider-pages/start'
import { providerView } from '../provider-pages/views'
import { returnPost } from '../threeds/callback'
import { submitOtp } from '../threeds/submit-otp'
import { deleteHostedCard } from './hosted-card'
import { hostedLoyalties } from './hosted-loyalty'
import { payFromWallet } from './hosted-wallet'
import { payHosted } from './pay-hosted'
import { verifyHosted } from './verify-hosted'
import { binView, checkoutView, threeDSView } from './views'

/** What the pages ask of the engine. `changed` is called after everything that may have changed the state. */
export function createHostedPageService(ctx: SandboxContext, changed: () => void): HostedPageService {
  const find = (token: string) => ctx.state.checkouts.find((checkout) => checkout.token === token)
  const session = (id: string) => ctx.state.threeDSessions.find((candidate) => candidate.id === id)
  const visit = (id: string) => ctx.state.providerSessions.find((candidate) => candidate.id === id)
  const after = <T>(value: T): T => {
    changed()
    return value
  }
  return {
    checkout(token) {
      const checkout = find(token)
      return checkout && checkoutView(ctx, checkout)
    },
    bin(token, digits) {
      const checkout = find(token)
      const bin = binByDigits(digits.replace(/\D/g, ''))
      return checkout && bin && unlessRefused(() => binView(ctx, checkout, bin))
    },
    deleteCard(token, cardToken) {
      const checkout = find(token)
      if (checkout) after(deleteHostedCard(ctx, checkout, cardToken))
    },
    loyalties(token, card) {
      const checkout = find(token)
      return checkout ? hostedLoyalties(ctx, checkout, card) : { kind: 'closed', state: 'expired' }
    },
    pay(token, entry) {
      const checkout = find(token)
      if (!checkout) return { kind: 'closed', state: 'expired' }
      const { cardVerification: type } = checkout
      const press = () => (type ? verifyHosted(ctx, checkout, entry, type) : payHosted(ctx, checkout, entry))
      return after(refusedAsDecline(press))
    },
    payFromWallet(token, clientIp) {
      const checkout = find(token)
      if (!checkout) return { kind: 'closed', state: 'expired' }
      return after(refusedAsDecline(() => payFromWallet(ctx, checkout, clientIp)))
    },
    startMethod(token, entry) {
      const checkout = find(token)
      if (!checkout) return { kind: 'closed', state: 'expired' }
      return after(refusedAsDecline(() => startMethod(ctx, checkout, entry)))
    },
    provider(id) {
      const found = visit(id)
      return found && providerView(ctx, found)
    },
    answerProvider(id, answer) {
      const found = visit(id)
      return found && after(answerProvider(ctx, found, answer))
    },
    mealCard: (id) => mealCardView(ctx, id),
    answerMealCard: (id, answer) => after(answerMealCard(ctx, id, answer)),
    link: (token) => linkView(ctx, token),
    startLink: (token) => after(startLink(ctx, token)),
    isLinkPaid: (token) => isLinkPaid(ctx, token),
    leave(token) {
      const checkout = find(token)
      return checkout && after(returnPost(ctx, returnForm(checkout)))
    },
    threeDS(id) {
      const found = session(id)
      return found && threeDSView(ctx, found)
    },
    submitOtp(id, answer) {
      const found = session(id)
      return found && after(submitOtp(ctx, found, answer))
    },
  }
}

/** A card that no POS takes has no instalments to show. */
function unlessRefused<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof ApiError) return undefined
    throw error
  }
}

/** A shopper's card that no POS takes is a decline on the page, not an error of the sandbox. */
function refusedAsDecline(
  attempt: () => ReturnType<HostedPageService['pay']>,
): ReturnType<HostedPageService['pay']> {
  try {
    return attempt()
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    const { code, group, description } = error
    return { kind: 'declined', code, group, description: description.tr, descriptionEn: description.en }
  }
}
