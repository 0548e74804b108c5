// What a shopper sees, from the product to the order: its picture, and what it is, in English and Turkish.
const pictures = (album, rows) => rows.map(([name, en, tr]) => ({ picture: `${album}/${name}`, en, tr }))

export const STOREFRONT = pictures('vendure', [
  ['storefront', 'The shop', 'Mağaza'],
  ['product-instalments', 'A product, with its instalments', 'Taksitleriyle bir ürün'],
  ['cart', 'The cart', 'Sepet'],
  ['checkout', 'The checkout', 'Ödeme adımı'],
  ['checkout-errors', 'Errors beside their fields', 'Alanların yanında hatalar'],
  ['order', 'The order, paid', 'Ödenmiş sipariş'],
  [
    'order-instalments',
    'The order, paid in instalments: what the card is charged',
    'Taksitle ödenmiş sipariş: karttan çekilen tutar',
  ],
  ['order-held', 'The order, whose money is only held', 'Provizyondaki sipariş'],
  ['transfer', 'The order that waits for a bank transfer', 'Havale bekleyen sipariş'],
  ['left', 'After leaving the payment page', 'Ödeme sayfasından vazgeçince'],
  ['told-why', 'After a decline: why, and what next', 'Reddedilen karttan sonra: neden ve ne yapmalı'],
  ['account', 'The account: orders, stored cards, wallet', 'Hesap: siparişler, kayıtlı kartlar, cüzdan'],
])

export const HOSTED_PAGE = [
  ...pictures('vendure', [
    ['hosted-page', 'A card is typed', 'Kart bilgileri'],
    ['instalments', 'Six instalments: what they cost', 'Altı taksit ve maliyeti'],
    ['3d-secure', '3D Secure: a wrong code', '3D Secure: yanlış kod'],
    ['declined', 'The bank declined the card', 'Banka kartı reddetti'],
    ['cancelled-at-bank', 'The shopper gave up at the bank', 'Bankanın sayfasında vazgeçilince'],
    ['hosted-page-english', 'In English', 'İngilizce'],
  ]),
  ...pictures('hosted', [
    ['points', 'Points of the card pay a part', 'Kart puanı kullanımı'],
    ['save-card', 'A card is saved', 'Kart kaydetme'],
  ]),
]

export const SHOPIFY_SHOP = pictures('shopify', [
  ['product-instalments', 'A product of the theme, with its instalments', 'Temada taksitleriyle bir ürün'],
  ['checkout', 'The checkout', 'Ödeme adımı'],
  ['craftgate', 'The payment page', 'Ödeme sayfası'],
  ['declined', 'Back at the checkout after a decline', 'Reddedilen karttan sonra ödeme adımı'],
  [
    'charged',
    'What the card is charged, where it is not the total',
    'Sipariş tutarından farklıysa karttan çekilen',
  ],
  ['waiting', 'Paid, while Shopify does not answer', 'Ödendi, Shopify’dan yanıt bekleniyor'],
  ['thank-you', 'The order', 'Sipariş'],
])
