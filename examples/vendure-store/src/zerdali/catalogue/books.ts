import type { SeedProduct } from './product'

export const BOOKS: readonly SeedProduct[] = [
  {
    slug: 'anadolu-sofrasi',
    collection: 'kitap',
    vat: 0,
    picture: 'book-table',
    name: { tr: 'Anadolu Sofrası', en: 'The Anatolian Table' },
    description: {
      tr: 'Yedi bölgeden 120 tarif; malzemesi pazardan, anlatımı büyükanneden. Ciltli, 312 sayfa.',
      en: '120 recipes from seven regions, told the way a grandmother would. Hardcover, 312 pages, in Turkish.',
    },
    groups: [],
    variants: [{ sku: 'KTP-SOFRA', options: [], price: '465.00', stock: 44 }],
  },
  {
    slug: 'kahvenin-kirk-yili',
    collection: 'kitap',
    vat: 0,
    picture: 'book-coffee',
    name: { tr: 'Kahvenin Kırk Yılı', en: 'Forty Years of a Cup' },
    description: {
      tr: 'Yemen’den Tahtakale’ye, bir fincanın hatırı üzerine küçük bir tarih. Karton kapak, 184 sayfa.',
      en: 'From Yemen to Tahtakale: a small history of what one cup of coffee owes. Paperback, 184 pages, in Turkish.',
    },
    groups: [],
    variants: [{ sku: 'KTP-KIRK', options: [], price: '235.00', stock: 70 }],
  },
  {
    slug: 'carkin-basinda',
    collection: 'kitap',
    vat: 0,
    picture: 'book-wheel',
    name: { tr: 'Çarkın Başında', en: 'At the Wheel' },
    description: {
      tr: 'Seramiğe yeni başlayanlar için yirmi alıştırma: kil, çark, sır, fırın. Spiralli, 160 sayfa.',
      en: 'Twenty exercises for new potters: clay, wheel, glaze, kiln. Spiral-bound, 160 pages, in Turkish.',
    },
    groups: [],
    variants: [{ sku: 'KTP-CARK', options: [], price: '320.00', stock: 36 }],
  },
  {
    slug: 'ebru-kapli-defter',
    collection: 'kitap',
    vat: 20,
    picture: 'notebook',
    name: { tr: 'Ebru Kaplı Defter', en: 'Marbled Notebook' },
    description: {
      tr: 'Her kapağı ayrı ayrı ebrulanmış, elde dikilmiş defter. 192 sayfa, 100 gr fildişi kâğıt.',
      en: 'Each cover marbled on its own, sewn by hand. 192 pages of 100 g ivory paper.',
    },
    groups: [
      {
        name: { tr: 'Sayfa', en: 'Pages' },
        options: [
          { tr: 'Düz', en: 'Plain' },
          { tr: 'Çizgili', en: 'Ruled' },
        ],
      },
    ],
    variants: [
      { sku: 'KTP-EBR-D', options: [0], price: '189.90', stock: 55 },
      { sku: 'KTP-EBR-C', options: [1], price: '189.90', stock: 61 },
    ],
  },
]
