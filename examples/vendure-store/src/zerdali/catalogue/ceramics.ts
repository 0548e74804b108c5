import type { SeedProduct } from './product'

export const CERAMICS: readonly SeedProduct[] = [
  {
    slug: 'el-yapimi-kupa',
    collection: 'seramik',
    vat: 20,
    picture: 'mug',
    name: { tr: 'El Yapımı Kupa', en: 'Handmade Mug' },
    description: {
      tr: 'Çarkta çekilmiş, iki kez sırlanmış 280 ml kupa. Her biri biraz farklı; bulaşık makinesine girer.',
      en: 'A 280 ml mug, thrown on the wheel and glazed twice. No two are alike; dishwasher safe.',
    },
    groups: [
      {
        name: { tr: 'Renk', en: 'Colour' },
        options: [
          { tr: 'Deniz', en: 'Sea' },
          { tr: 'Toprak', en: 'Clay' },
          { tr: 'Krem', en: 'Cream' },
        ],
      },
    ],
    variants: [
      { sku: 'SRM-KUP-DNZ', options: [0], price: '329.90', stock: 60 },
      { sku: 'SRM-KUP-TPR', options: [1], price: '329.90', stock: 48 },
      { sku: 'SRM-KUP-KRM', options: [2], price: '309.90', stock: 4 },
    ],
  },
  {
    slug: 'lale-desenli-kase',
    collection: 'seramik',
    vat: 20,
    picture: 'bowl',
    name: { tr: 'Lale Desenli Kâse', en: 'Tulip Bowl' },
    description: {
      tr: 'Sıraltı tekniğiyle, fırçayla işlenmiş lale deseni. Çorbaya da yakışır, meyveye de.',
      en: 'Tulips painted by brush under the glaze. Good for soup, good for fruit.',
    },
    groups: [
      {
        name: { tr: 'Çap', en: 'Diameter' },
        options: [
          { tr: '16 cm', en: '16 cm' },
          { tr: '24 cm', en: '24 cm' },
        ],
      },
    ],
    variants: [
      { sku: 'SRM-KAS-16', options: [0], price: '459.90', stock: 32 },
      { sku: 'SRM-KAS-24', options: [1], price: '789.90', stock: 14 },
    ],
  },
  {
    slug: 'servis-tabagi-ikili',
    collection: 'seramik',
    vat: 20,
    picture: 'plates',
    name: { tr: 'Servis Tabağı, İkili', en: 'Dinner Plates, Pair' },
    description: {
      tr: 'Mat bej sır, elde çekilmiş lacivert kenar. İki adet, 26 cm.',
      en: 'Matt beige glaze with a hand-drawn indigo rim. Two plates, 26 cm.',
    },
    groups: [],
    variants: [{ sku: 'SRM-TAB-2', options: [], price: '949.90', stock: 22 }],
  },
  {
    slug: 'kapadokya-vazo',
    collection: 'seramik',
    vat: 20,
    picture: 'vase',
    name: { tr: 'Kapadokya Vazo', en: 'Cappadocia Vase' },
    description: {
      tr: 'Avanos’un kırmızı kilinden, peribacalarının katmanlarını taşıyan 32 cm vazo. Kuru dallarla gönderiyoruz.',
      en: 'Red clay of Avanos in the layers of the fairy chimneys, 32 cm. Sent with dried branches.',
    },
    groups: [],
    variants: [{ sku: 'SRM-VAZ-32', options: [], price: '1649.90', stock: 9 }],
  },
]
