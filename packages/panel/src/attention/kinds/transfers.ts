import { type AttentionKind, MOST_SHOWN } from '../kind'
import type { AttentionItem } from '../waiting'

/** Transfers that Craftgate told of; a shop without unpaid orders has none. */
export const transfers: AttentionKind = {
  name: 'transfers',
  words: {
    tr: {
      title: 'Eşleşmeyi bekleyen havaleler',
      text: 'Banka hesabınıza gelen havaleler. Hangi siparişin ödemesi olduklarını onaylayın, ya da kapatın.',
    },
    en: {
      title: 'Transfers to match',
      text: 'Money that came to your bank account. Confirm which order each pays, or close it.',
    },
  },
  async waiting({ user, commerce }) {
    const found = await Promise.all(
      user.merchants.map(async (merchant) =>
        (await commerce.transfers.undecided(merchant)).map(
          ({ id, amount, createdAt }): AttentionItem => ({
            path: `/transfers/${encodeURIComponent(merchant)}/${id}`,
            text: { tr: `Havale ${id}`, en: `Transfer ${id}` },
            at: createdAt,
            amount,
          }),
        ),
      ),
    )
    const items = found.flat()
    return { count: items.length, items: items.slice(0, MOST_SHOWN) }
  },
}
