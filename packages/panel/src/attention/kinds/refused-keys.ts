import type { AttentionKind } from '../kind'
import { refusedIn } from './connection'

export const refusedKeys: AttentionKind = {
  name: 'refused-keys',
  isAlarm: true,
  words: {
    tr: {
      title: 'Craftgate anahtarlarınız',
      text: 'Craftgate anahtarlarınızı kabul etmiyor; ödeme alınamaz. Ne yapılacağı kurulum sayfasında yazar; düzelince kendiliğinden kalkar.',
    },
    en: {
      title: 'Your keys of Craftgate',
      text: 'Craftgate refuses your keys: payments cannot be taken. The set-up page says what to do; it leaves by itself when they work again.',
    },
  },
  waiting: async (desk) =>
    refusedIn(desk, {
      text: { tr: 'Anahtarlar reddediliyor', en: 'The keys are refused' },
      refusedAt: ({ keysRefusedAt }) => keysRefusedAt,
      acceptedAt: ({ keysAcceptedAt }) => keysAcceptedAt,
    }),
}
