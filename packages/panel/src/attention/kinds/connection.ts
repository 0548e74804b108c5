import { type AttentionKind, ofAccount } from '../kind'
import type { AttentionItem } from '../waiting'

/** What calls and webhooks told by the way; nobody is asked. */
export const connection: AttentionKind = {
  name: 'connection',
  isAlarm: true,
  words: {
    tr: {
      title: 'Craftgate bağlantısı',
      text: 'Craftgate anahtarlarınızı kabul etmiyor ya da bildirimlerinin imzası uyuşmuyor; ödeme alınamaz ya da geç öğrenilir. Ne yapılacağı kurulum sayfasında yazar; düzelince kendiliğinden kalkar.',
    },
    en: {
      title: 'Connection to Craftgate',
      text: 'Craftgate refuses your keys, or the signature of its webhooks does not fit: payments cannot be taken, or are known late. The set-up page says what to do; it leaves by itself when it is well again.',
    },
  },
  async waiting(desk) {
    const items = desk.user.merchants.flatMap((merchant): AttentionItem[] => {
      const { keysRefusedAt, webhooksRefusedAt } = desk.commerce.setup.connection(merchant)
      return [
        ...(keysRefusedAt ? [itemOf(KEYS, keysRefusedAt)] : []),
        ...(webhooksRefusedAt ? [itemOf(WEBHOOKS, webhooksRefusedAt)] : []),
      ].map((item) => ofAccount(desk, merchant, item))
    })
    return { count: items.length, items }
  },
}

const KEYS = { tr: 'Anahtarlar reddediliyor', en: 'The keys are refused' }
const WEBHOOKS = { tr: 'Bildirimlerin imzası uyuşmuyor', en: 'Webhooks do not fit the key' }

const itemOf = (text: typeof KEYS, at: Date) => ({ path: '/setup', text, at })
