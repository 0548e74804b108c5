// Navigation of both languages.
const page = (text, link) => ({ text, link })
const group = (text, items, more = {}) => ({ text, items, ...more })

const reference = group('Reference', [
  page('Ways to pay', '/reference/ways-to-pay'),
  page('Options', '/reference/options'),
  page('Routes and queries', '/reference/routes'),
  page('JSON for storefronts', '/guides/storefront-json'),
  page('Events', '/reference/events'),
  page("Craftgate's API", '/reference/api/'),
  page('Support matrix', '/guides/support'),
])

const guides = [
  page('Test your shop', '/guides/testing'),
  page('Go live', '/guides/go-live'),
  page('Operations', '/guides/operations'),
  page('Security and PCI', '/guides/security'),
  page('Write an adapter', '/guides/adapter'),
  page('Upgrade notes', '/guides/upgrading'),
]

const packages = group('Packages', [
  page('Vendure', '/packages/vendure'),
  page('Medusa', '/packages/medusa'),
  page('Shopify', '/packages/shopify'),
  page('Deploying the Shopify app', '/packages/shopify-deployment'),
  page('Merchant’s panel', '/packages/panel'),
  page('Storefront components', '/packages/storefront'),
  page('Command line', '/packages/cli'),
  page('npm create', '/packages/create'),
  page('Emulator', '/packages/sandbox'),
  page('API description', '/packages/openapi'),
  page('Core', '/packages/core'),
])

export const english = {
  nav: [
    page('Start', '/start/vendure'),
    page('Concepts', '/concepts/payment'),
    page('Merchant’s guide', '/merchant/'),
    page('Reference', '/reference/ways-to-pay'),
  ],
  sidebar: [
    group('Start in five minutes', [
      page('Vendure', '/start/vendure'),
      page('Medusa', '/start/medusa'),
      page('Shopify', '/start/shopify'),
    ]),
    group('Concepts', [
      page('A payment’s life', '/concepts/payment'),
      page('When something fails', '/concepts/failures'),
      page('Money, to the kuruş', '/concepts/money'),
      page('Architecture', '/architecture'),
      page('What is proven', '/coverage'),
    ]),
    group('For the merchant', [
      page('The panel, page by page', '/merchant/'),
      page('Every page, seen', '/merchant/screens'),
    ]),
    group('For the shopper', [
      page('What the shopper sees', '/shopper/screens'),
      page('Storefront components', '/guides/components'),
    ]),
    group('Guides', guides),
    reference,
    packages,
  ],
}

/** For who reads Turkish: what each is about. */
const guidesInEnglish = [
  page('Mağazanızı deneyin', '/guides/testing'),
  page('Canlıya geçiş', '/guides/go-live'),
  page('İşletim: uyarılar, kayıtlar, arızalar', '/guides/operations'),
  page('Güvenlik ve PCI', '/guides/security'),
  page('Bir eklenti yazmak', '/guides/adapter'),
  page('Sürüm yükseltme', '/guides/upgrading'),
]

export const turkish = {
  nav: [
    page('Başlangıç', '/tr/start/vendure'),
    page('Kavramlar', '/tr/concepts/payment'),
    page('İşletme rehberi', '/tr/merchant/'),
    page('Başvuru (İngilizce)', '/reference/ways-to-pay'),
  ],
  sidebar: [
    group('Beş dakikada başlangıç', [
      page('Vendure', '/tr/start/vendure'),
      page('Medusa', '/tr/start/medusa'),
      page('Shopify', '/tr/start/shopify'),
    ]),
    group('Kavramlar', [
      page('Bir ödemenin yaşamı', '/tr/concepts/payment'),
      page('Bir şey ters giderse', '/tr/concepts/failures'),
      page('Kuruşu kuruşuna para', '/tr/concepts/money'),
    ]),
    group('İşletme için', [
      page('Panel, sayfa sayfa', '/tr/merchant/'),
      page('Sayfaların görüntüleri', '/tr/merchant/screens'),
    ]),
    group('Alıcı için', [
      page('Alıcının gördükleri', '/tr/shopper/screens'),
      page('Mağaza bileşenleri (İngilizce)', '/guides/components'),
    ]),
    group('Rehberler (İngilizce)', guidesInEnglish),
    group('Başvuru ve paketler (İngilizce)', [...reference.items, ...packages.items], { collapsed: true }),
  ],
  outline: { label: 'Bu sayfada' },
  docFooter: { prev: 'Önceki', next: 'Sonraki' },
  darkModeSwitchLabel: 'Görünüm',
  returnToTopLabel: 'Başa dön',
  sidebarMenuLabel: 'Menü',
  langMenuLabel: 'Dil',
  notFound: {
    title: 'Sayfa bulunamadı',
    quote: 'Aradığınız sayfa burada yok; üstteki aramayı deneyin.',
    linkText: 'Başlangıca dön',
  },
}
