import type { SeedOptionGroup, SeedProduct } from './product'

const WEIGHT: SeedOptionGroup = {
  name: { tr: 'Gramaj', en: 'Weight' },
  options: [
    { tr: '250 g', en: '250 g' },
    { tr: '1 kg', en: '1 kg' },
  ],
}

const GRIND: SeedOptionGroup = {
  name: { tr: 'Öğütüm', en: 'Grind' },
  options: [
    { tr: 'Çekirdek', en: 'Whole bean' },
    { tr: 'Filtre', en: 'Filter' },
  ],
}

export const COFFEE: readonly SeedProduct[] = [
  {
    slug: 'dibek-turk-kahvesi',
    collection: 'kahve',
    vat: 1,
    picture: 'coffee-bag-red',
    name: { tr: 'Dibek Türk Kahvesi', en: 'Stone-ground Turkish Coffee' },
    description: {
      tr: 'Taş dibekte dövülmüş, orta kavrum Türk kahvesi. Bol köpüklü, kakao ve kavrulmuş fındık tadında. Cezvede kısık ateşte pişirin.',
      en: 'Medium roast, pounded in a stone mortar. Plenty of foam, with cocoa and roasted hazelnut. Brew it slowly in a cezve.',
    },
    groups: [
      {
        name: { tr: 'Gramaj', en: 'Weight' },
        options: [
          { tr: '100 g', en: '100 g' },
          { tr: '250 g', en: '250 g' },
          { tr: '1 kg', en: '1 kg' },
        ],
      },
    ],
    variants: [
      { sku: 'KHV-DIB-100', options: [0], price: '94.90', stock: 240 },
      { sku: 'KHV-DIB-250', options: [1], price: '214.90', stock: 180 },
      { sku: 'KHV-DIB-1000', options: [2], price: '779.00', stock: 40 },
    ],
  },
  {
    slug: 'etiyopya-yirgacheffe',
    collection: 'kahve',
    vat: 1,
    picture: 'coffee-bag-green',
    name: { tr: 'Etiyopya Yirgacheffe', en: 'Ethiopia Yirgacheffe' },
    description: {
      tr: 'Yıkanmış işlem, açık kavrum. Yasemin, bergamot ve şeftali notaları. V60 ve Chemex için biçilmiş kaftan.',
      en: 'Washed, light roast. Jasmine, bergamot and peach. Made for V60 and Chemex.',
    },
    groups: [WEIGHT, GRIND],
    variants: [
      { sku: 'KHV-YIR-250-C', options: [0, 0], price: '389.90', stock: 120 },
      { sku: 'KHV-YIR-250-F', options: [0, 1], price: '389.90', stock: 90 },
      { sku: 'KHV-YIR-1000-C', options: [1, 0], price: '1389.00', stock: 25 },
      { sku: 'KHV-YIR-1000-F', options: [1, 1], price: '1389.00', stock: 0 },
    ],
  },
  {
    slug: 'kolombiya-huila',
    collection: 'kahve',
    vat: 1,
    picture: 'coffee-bag-blue',
    name: { tr: 'Kolombiya Huila', en: 'Colombia Huila' },
    description: {
      tr: 'Espresso için orta-koyu kavrum. Karamel, kırmızı elma ve bitter çikolata; sütle de kendini belli eder.',
      en: 'Medium-dark roast for espresso. Caramel, red apple and dark chocolate; it stands up to milk.',
    },
    groups: [WEIGHT, GRIND],
    variants: [
      { sku: 'KHV-HUI-250-C', options: [0, 0], price: '349.90', stock: 150 },
      { sku: 'KHV-HUI-250-F', options: [0, 1], price: '349.90', stock: 75 },
      { sku: 'KHV-HUI-1000-C', options: [1, 0], price: '1249.90', stock: 30 },
      { sku: 'KHV-HUI-1000-F', options: [1, 1], price: '1249.90', stock: 18 },
    ],
  },
  {
    slug: 'dovme-bakir-cezve',
    collection: 'kahve',
    vat: 20,
    picture: 'cezve',
    name: { tr: 'Dövme Bakır Cezve', en: 'Hammered Copper Cezve' },
    description: {
      tr: 'Gaziantep Bakırcılar Çarşısı’nda elde dövüldü, içi kalaylı, sapı ceviz. Isıyı eşit dağıtır, köpüğü kaçırmaz.',
      en: 'Hammered by hand in the coppersmiths’ bazaar of Gaziantep, tinned inside, with a walnut handle.',
    },
    groups: [
      {
        name: { tr: 'Boy', en: 'Size' },
        options: [
          { tr: '2 kişilik', en: 'For 2' },
          { tr: '4 kişilik', en: 'For 4' },
        ],
      },
    ],
    variants: [
      { sku: 'KHV-CEZ-2', options: [0], price: '649.00', stock: 35 },
      { sku: 'KHV-CEZ-4', options: [1], price: '849.00', stock: 20 },
    ],
  },
]
