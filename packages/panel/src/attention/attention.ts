import { logError, sentenceIn } from '@craftgate-commerce/core/adapter'
import type { PanelHost, PanelUser } from '../panel-host'
import type { AttentionKind, Desk } from './kind'
import { ATTENTION_KINDS } from './kinds'
import type { Waiting } from './waiting'

export interface Raised extends Waiting {
  readonly kind: AttentionKind
}

export const deskOf = (host: PanelHost, user: PanelUser, account?: string): Desk => ({
  ...{ host, user, account },
  payments: host.payments(user),
  commerce: host.commerce(user),
})

const kindsOf = ({ attention: { own = [], without = [] } = {} }: PanelHost): readonly AttentionKind[] => [
  ...ATTENTION_KINDS.filter(({ name }) => !without.includes(name)),
  ...own.map((each) => ({ ...each, waiting: ({ user }: Desk) => each.waiting(user) })),
]

/** All kinds, the worst first, without those that can not be asked now. */
export async function askAll(desk: Desk): Promise<readonly Raised[]> {
  const all = await Promise.all(
    kindsOf(desk.host).map(async (kind) => {
      try {
        return [{ kind, ...(await kind.waiting(desk)) }]
      } catch (error) {
        const what = `It is not known whether this needs attention: ${kind.name}`
        desk.host.logger.error(what, logError(error))
        return []
      }
    }),
  )
  return all.flat()
}

/** What waits for this user now, the worst first; a kind that can not be asked hides no other. */
export async function raisedFor(host: PanelHost, user: PanelUser): Promise<readonly Raised[]> {
  return (await askAll(deskOf(host, user))).filter(({ count }) => count > 0)
}

/** What waits, counted for an API of the platform's. */
export interface AttentionSummary {
  /** Of all kinds. */
  readonly count: number
  /** The worst first; kinds of which nothing waits are left out. */
  readonly kinds: readonly { readonly kind: string; readonly title: string; readonly count: number }[]
}

const totalOf = (raised: readonly { readonly count: number }[]): number =>
  raised.reduce((sum, { count }) => sum + count, 0)

/**
 * How much waits for this user, by kind.
 * @param language An IETF language tag: titles are Turkish for `tr…`, English for every other and for none.
 */
export async function attentionOf(
  host: PanelHost,
  user: PanelUser,
  language: string | undefined,
): Promise<AttentionSummary> {
  const raised = await raisedFor(host, user)
  return {
    count: totalOf(raised),
    kinds: raised.map(({ kind: { name, words }, count }) => ({
      kind: name,
      title: sentenceIn(language, { tr: words.tr.title, en: words.en.title }),
      count,
    })),
  }
}

/** The navigation of every page shows it. */
const KEPT_MS = 15_000
const MOST_KEPT = 1_000

interface Kept {
  readonly at: number
  readonly count: Promise<number>
}

const kept = new WeakMap<object, Map<string, Kept>>()

const keeperOf = (host: PanelHost): object => host.keeper ?? host

const nameOf = ({ shop, merchants }: PanelUser): string => JSON.stringify([shop, merchants])

/** How much waits in all, as of some seconds ago at most, or of this user's own last action. */
export function attentionCount(host: PanelHost, user: PanelUser): Promise<number> {
  const counts = kept.get(keeperOf(host)) ?? new Map<string, Kept>()
  kept.set(keeperOf(host), counts)
  const name = nameOf(user)
  const now = host.clock().getTime()
  const known = counts.get(name)
  if (known !== undefined && now - known.at < KEPT_MS) return known.count
  if (counts.size >= MOST_KEPT) counts.clear()
  const count = raisedFor(host, user).then(totalOf)
  counts.set(name, { at: now, count })
  return count
}

/** Whatever was done may have cleared something. */
export const forgetAttention = (host: PanelHost): boolean => kept.delete(keeperOf(host))
