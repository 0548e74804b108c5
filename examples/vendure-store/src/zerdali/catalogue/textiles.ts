import type { SeedProduct } from './product'

export const TEXTILES: readonly SeedProduct[] = [
  {
    slug: 'buldan-pestemal',
    collection: 'tekstil',
    vat: 10,
    picture: 'pestemal',
    name: { tr: 'Buldan Peştemal', en: 'Buldan Peshtemal' },
    description: {
      tr: 'Bükülü pamuktan, 100 × 180 cm. Çabuk kurur, her yıkamada yumuşar; plaja da hamama da gider.',
      en: 'Twisted cotton, 100 × 180 cm. Dries fast and softens with each wash, for the beach or the bath.',
    },
    groups: [
      {
        name: { tr: 'Renk', en: 'Colour' },
        options: [
          { tr: 'Turkuaz', en: 'Turquoise' },
          { tr: 'Nar', en: 'Pomegranate' },
          { tr: 'Kum', en: 'Sand' },
        ],
      },
    ],
    variants: [
      { sku: 'TKS-PST-TRK', options: [0], price: '429.90', stock: 80 },
      { sku: 'TKS-PST-NAR', options: [1], price: '429.90', stock: 66 },
      { sku: 'TKS-PST-KUM', options: [2], price: '399.90', stock: 70 },
    ],
  },
  {
    slug: 'muslin-nevresim-takimi',
    collection: 'tekstil',
    vat: 10,
    picture: 'bedding',
    name: { tr: 'Müslin Nevresim Takımı', en: 'Muslin Bedding Set' },
    description: {
      tr: 'Çift katlı müslin: nevresim, çarşaf ve yastık kılıfları. Ütü istemez, yazın serin tutar.',
      en: 'Double-layer muslin: duvet cover, sheet and pillow cases. No ironing, cool in summer.',
    },
    groups: [
      {
        name: { tr: 'Boy', en: 'Size' },
        options: [
          { tr: 'Tek kişilik', en: 'Single' },
          { tr: 'Çift kişilik', en: 'Double' },
        ],
      },
      {
        name: { tr: 'Renk', en: 'Colour' },
        options: [
          { tr: 'Adaçayı', en: 'Sage' },
          { tr: 'Gül kurusu', en: 'Dusty rose' },
        ],
      },
    ],
    variants: [
      { sku: 'TKS-NEV-T-ADA', options: [0, 0], price: '2149.00', stock: 16 },
      { sku: 'TKS-NEV-T-GUL', options: [0, 1], price: '2149.00', stock: 12 },
      { sku: 'TKS-NEV-C-ADA', options: [1, 0], price: '2999.00', stock: 15 },
      { sku: 'TKS-NEV-C-GUL', options: [1, 1], price: '2999.00', stock: 10 },
    ],
  },
  {
    slug: 'keten-mutfak-onlugu',
    collection: 'tekstil',
    vat: 10,
    picture: 'apron',
    name: { tr: 'Keten Mutfak Önlüğü', en: 'Linen Apron' },
    description: {
      tr: 'Yıkanmış keten, çapraz askı, iki derin cep. Tek beden; ustasına göre eskir.',
      en: 'Washed linen, crossed straps, two deep pockets. One size; it ages with its cook.',
    },
    groups: [],
    variants: [{ sku: 'TKS-ONL', options: [], price: '699.90', stock: 28 }],
  },
  {
    slug: 'denizli-havlu-seti',
    collection: 'tekstil',
    vat: 10,
    picture: 'towels',
    name: { tr: 'Denizli Havlu Seti', en: 'Denizli Towel Set' },
    description: {
      tr: '600 gr/m² penye pamuk; iki banyo, iki yüz havlusu. Suyu çeker, ağırlık yapmaz.',
      en: '600 g/m² combed cotton; two bath and two face towels. Thirsty, not heavy.',
    },
    groups: [],
    variants: [{ sku: 'TKS-HVL-4', options: [], price: '1199.90', stock: 24 }],
  },
]
