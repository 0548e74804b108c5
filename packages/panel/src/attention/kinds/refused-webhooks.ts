import type { AttentionKind } from '../kind'
import { refusedIn } from './connection'

export const refusedWebhooks: AttentionKind = {
  name: 'refused-webhooks',
  isAlarm: true,
  words: {
    tr: {
      title: 'Craftgate bildirimleri',
      text: 'Craftgate bildirimlerinin imzası webhook anahtarınıza uymuyor; ödemeler geç öğrenilir. Ne yapılacağı kurulum sayfasında yazar; düzelince kendiliğinden kalkar.',
    },
    en: {
      title: 'Webhooks of Craftgate',
      text: 'The signature of Craftgate’s webhooks does not fit your webhook key: payments are known late. The set-up page says what to do; it leaves by itself when one fits again.',
    },
  },
  waiting: async (desk) =>
    refusedIn(desk, {
      text: { tr: 'Bildirimlerin imzası uyuşmuyor', en: 'Webhooks do not fit the key' },
      refusedAt: ({ webhooksRefusedAt }) => webhooksRefusedAt,
      acceptedAt: ({ webhookCameAt }) => webhookCameAt,
    }),
}
