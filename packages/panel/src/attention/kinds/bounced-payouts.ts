import type { BouncedPayout, StillBounced } from '@craftgate-commerce/core'
import { type AttentionKind, MOST_SHOWN, ofAccount } from '../kind'
import { keptSince } from '../waiting'

/** On the page of payouts, with the days that these are of. */
const pathOf = (merchant: string, { period: { from, to } }: StillBounced): string =>
  `/sellers/payouts?${new URLSearchParams({ account: merchant, from, to })}#bounced`

const textOf = ({ payoutId, name }: BouncedPayout) => ({
  tr: `Gönderim ${payoutId}${name === undefined ? '' : `, ${name}`}`,
  en: `Payout ${payoutId}${name === undefined ? '' : `, ${name}`}`,
})

const itemOf = (merchant: string, bounced: StillBounced, payout: BouncedPayout) => ({
  path: pathOf(merchant, bounced),
  ...{ text: textOf(payout), at: payout.bouncedAt, amount: payout.amount },
})

/** As of ten minutes ago: core reads them in the background. Only a marketplace has any. */
export const bouncedPayouts: AttentionKind = {
  name: 'bounced-payouts',
  isAlarm: true,
  words: {
    tr: {
      title: 'Bankadan dönen gönderimler',
      text: 'Satıcının bankası parayı geri gönderdi; satıcı hakedişini almadı. Satıcının banka bilgilerini düzeltin, sonra Craftgate panelinde geri dönenler için yeni bir dosya oluşturun. Para yeniden gönderilince ya da üç ay sonra buradan kalkar.',
    },
    en: {
      title: 'Payouts that bounced',
      text: 'The seller’s bank sent the money back; the seller does not have it. Correct the seller’s bank details, then create a new file for what bounced in the Craftgate panel. It leaves this list when the money is paid again, or after three months.',
    },
  },
  async waiting(desk) {
    const { stillBounced } = desk.commerce.marketplace.payouts
    const known = desk.user.merchants.map((merchant) => ({ merchant, bounced: stillBounced(merchant) }))
    const items = known.flatMap(({ merchant, bounced }) =>
      bounced === undefined
        ? []
        : bounced.payouts.map((payout) => ofAccount(desk, merchant, itemOf(merchant, bounced, payout))),
    )
    const since = keptSince(known.map(({ bounced }) => bounced?.readAt))
    return { count: items.length, items: items.slice(0, MOST_SHOWN), ...since }
  },
}
