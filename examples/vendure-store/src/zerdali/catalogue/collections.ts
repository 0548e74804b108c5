import type { SeedCollection } from './product'

export const COLLECTIONS: readonly SeedCollection[] = [
  {
    slug: 'kahve',
    name: { tr: 'Kahve', en: 'Coffee' },
    description: {
      tr: 'Haftada iki gün, küçük partiler hâlinde kavuruyoruz.',
      en: 'Roasted twice a week, in small batches.',
    },
  },
  {
    slug: 'seramik',
    name: { tr: 'Seramik', en: 'Ceramics' },
    description: {
      tr: 'Kınık ve Avanos atölyelerinden, elde şekillenmiş parçalar.',
      en: 'Hand-shaped pieces from the workshops of Kınık and Avanos.',
    },
  },
  {
    slug: 'tekstil',
    name: { tr: 'Tekstil', en: 'Textiles' },
    description: {
      tr: 'Buldan ve Denizli tezgâhlarında dokunan pamuk ve keten.',
      en: 'Cotton and linen from the looms of Buldan and Denizli.',
    },
  },
  {
    slug: 'kitap',
    name: { tr: 'Kitap & Defter', en: 'Books & paper' },
    description: {
      tr: 'Mutfak, zanaat ve kahve üzerine okumalar; elde ciltlenmiş defterler.',
      en: 'Reading on kitchens, crafts and coffee; hand-bound notebooks.',
    },
  },
]
