import { type AttentionKind, MOST_SHOWN, ofAccount } from '../kind'
import { keptSince } from '../waiting'

/** As of some minutes ago: autopilot tells what it closes, and core reads it in the background. */
export const closedPoses: AttentionKind = {
  name: 'closed-poses',
  words: {
    tr: {
      title: 'Otopilotun kapattığı POS’lar',
      text: 'Bankası sorun yaşadığı için Craftgate ödemeleri başka POS’lara gönderiyor. Banka düzelince kendiliğinden açılır; uzun sürerse bankanızla görüşün.',
    },
    en: {
      title: 'POSes that autopilot closed',
      text: 'Their bank is out of order, so Craftgate sends payments to other POSes. They open by themselves when the bank is well again; if it lasts, ask the bank.',
    },
  },
  async waiting(desk) {
    const items = desk.user.merchants.flatMap((merchant) =>
      desk.commerce.setup.closedPoses(merchant).map(({ id, name }) =>
        ofAccount(desk, merchant, {
          path: `/setup/poses/${encodeURIComponent(merchant)}/${id}`,
          text: { tr: name, en: name },
        }),
      ),
    )
    const since = keptSince(desk.user.merchants.map((merchant) => desk.commerce.setup.posesReadAt(merchant)))
    return { count: items.length, items: items.slice(0, MOST_SHOWN), ...since }
  },
}
