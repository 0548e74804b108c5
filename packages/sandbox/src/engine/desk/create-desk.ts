import type { Desk } from '../../desk'
import { ApiError } from '../../errors/api-error'
import { binByDigits } from '../cards/test-card'
import { answerThreeDS } from '../threeds/answer'
import type { World } from '../world'
import { payHosted } from './pay-hosted'
import { returnPost } from './return-post'
import { binView, checkoutView, threeDSView } from './views'

/** The counter at which the pages meet the engine. `changed` is told after everything that may have changed. */
export function createDesk(world: World, changed: () => void): Desk {
  const find = (token: string) => world.state.checkouts.find((checkout) => checkout.token === token)
  const session = (id: string) => world.state.threeDSessions.find((candidate) => candidate.id === id)
  const after = <T>(value: T): T => {
    changed()
    return value
  }
  return {
    checkout(token) {
      const checkout = find(token)
      return checkout && checkoutView(world, checkout)
    },
    bin(token, digits) {
      const checkout = find(token)
      const bin = binByDigits(digits.replace(/\D/g, ''))
      return checkout && bin && unlessRefused(() => binView(world, checkout, bin))
    },
    pay(token, entry) {
      const checkout = find(token)
      if (!checkout) return { kind: 'closed', state: 'expired' }
      return after(refusedAsDecline(() => payHosted(world, checkout, entry)))
    },
    leave(token) {
      const checkout = find(token)
      return checkout && after(returnPost(world, { url: checkout.callbackUrl, fields: { token } }))
    },
    threeDS(id) {
      const found = session(id)
      return found && threeDSView(world, found)
    },
    answerThreeDS(id, answer) {
      const found = session(id)
      return found && after(answerThreeDS(world, found, answer))
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

/** A shopper's card that no POS takes is a decline on the page, not an error of the house. */
function refusedAsDecline(attempt: () => ReturnType<Desk['pay']>): ReturnType<Desk['pay']> {
  try {
    return attempt()
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    const { code, group, description } = error
    return { kind: 'declined', code, group, description: description.tr, descriptionEn: description.en }
  }
}
