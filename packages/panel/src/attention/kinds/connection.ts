import type { ConnectionFacts, Localized } from '@craftgate-commerce/core'
import { type Desk, ofAccount } from '../kind'
import { oldestOf, type Waiting } from '../waiting'

interface Judged {
  readonly text: Localized
  readonly refusedAt: (facts: ConnectionFacts) => Date | undefined
  readonly acceptedAt: (facts: ConnectionFacts) => Date | undefined
}

/** The accounts of which calls or webhooks told by the way that something is refused; nobody is asked. */
export function refusedIn(desk: Desk, { text, refusedAt, acceptedAt }: Judged): Waiting {
  const known = desk.user.merchants.map((merchant) => ({
    merchant,
    facts: desk.commerce.setup.connection(merchant),
  }))
  const items = known.flatMap(({ merchant, facts }) => {
    const at = refusedAt(facts)
    return at === undefined ? [] : [ofAccount(desk, merchant, { path: '/setup', text, at })]
  })
  return { count: items.length, items, asOf: oldestOf(known.map(({ facts }) => acceptedAt(facts))) }
}
