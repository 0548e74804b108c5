// Every page of the merchant's panel: its picture, and what it is, in English and Turkish.

/** Of Medusa; Vendure has the same, Shopify those without money that moves. */
export const PANEL = [
  ['today', 'Today', 'Bugün'],
  ['payments', 'Payments', 'Ödemeler'],
  [
    'payment',
    'A payment that was paid in instalments and refunded in part',
    'Taksitle ödenmiş, bir kısmı iade edilmiş ödeme',
  ],
  ['payment-in-review', 'A payment under review', 'İncelemedeki ödeme'],
  ['payment-unpaid', 'A payment that waits, with its link', 'Bekleyen ödeme ve bağlantısı'],
  [
    'unexpected',
    'Money that no order took, and that the bank would not give back',
    'Siparişi olmayan, bankanın iade etmediği para',
  ],
  ['refund', 'A refund is asked about: what the card gets', 'İade onayı: karta ne kadar dönecek'],
  ['capture', 'A capture is asked about', 'Provizyon kapama onayı'],
  ['void', 'A void is asked about', 'İptal onayı'],
  ['attention', 'Needs attention', 'İlgilenmeniz gerekenler'],
  ['links', 'Payment links', 'Ödeme bağlantıları'],
  ['link', 'A link as address, QR code and message', 'Adres, karekod ve mesaj olarak bir bağlantı'],
  ['link-change', 'A link is changed', 'Bağlantıyı değiştirme'],
  ['transfers', 'Transfers', 'Havaleler'],
  ['transfer', 'A transfer, and the orders that it may pay', 'Bir havale ve ödeyebileceği siparişler'],
  ['loans', 'Loans', 'Krediler'],
  ['loan-limit', 'A loan limit is asked for', 'Kredi limiti sorgusu'],
  [
    'loan-limit-code',
    'The code that the lender sent to the customer',
    'Kredi verenin müşteriye gönderdiği doğrulama kodu',
  ],
  ['fraud', 'Fraud', 'Şüpheli işlemler'],
  ['fraud-review', 'A review is decided', 'İnceleme kararı'],
  ['fraud-list', 'A list of values', 'Bir değer listesi'],
  ['sellers', 'Sellers', 'Satıcılar'],
  ['seller-new', 'A new seller', 'Yeni satıcı'],
  ['payouts', 'Payouts', 'Satıcılara ödemeler'],
  ['payout-accounts', 'Accounts that payouts go to', 'Ödemelerin gittiği hesaplar'],
  ['payout-account', 'An account abroad is changed or removed', 'Yurt dışı hesabı değiştirme ya da silme'],
  ['shares', 'Shares of a sale', 'Bir satışın payları'],
  ['members', 'Members and wallets', 'Üyeler ve cüzdanlar'],
  ['member', 'A member, the wallet and its moves', 'Bir üye, cüzdanı ve hareketleri'],
  ['member-new', 'A new member', 'Yeni üye'],
  ['member-change', 'A member is changed', 'Üye bilgilerini değiştirme'],
  ['wallet-confirm', 'Money of a wallet is asked about', 'Cüzdan işlemi onayı'],
  ['wallet-top-up', 'A page on which the member fills the wallet', 'Üyenin cüzdanına para yükleyeceği sayfa'],
  ['wallet-move-refund', 'What was put into a wallet goes back', 'Cüzdana giren parayı geri gönderme'],
  ['withdraw-cancel', 'A withdrawal is cancelled', 'Para çekme talebini iptal'],
  ['wallet-reset', 'The merchant’s own wallet is reset', 'İşyeri cüzdanını sıfırlama'],
  ['settlement', 'Settlement', 'Mutabakat'],
  ['compared-day', 'A day compared with the shop', 'Bir günün mağazayla karşılaştırması'],
  ['setup', 'Set-up', 'Kurulum'],
  ['pos', 'A POS and its commissions', 'Bir POS ve komisyonları'],
  ['pos-commission', 'A commission is changed', 'Komisyon değiştirme'],
  ['audit', 'Who did what', 'İşlem kayıtları'],
].map(([name, en, tr]) => ({ picture: `panel/medusa/${name}`, en, tr }))

/** What stands in the platform's own admin, beside the order. */
export const ADMINS = [
  ['vendure-dashboard/paid', 'Vendure: the payment on its order', 'Vendure: siparişte ödeme'],
  [
    'vendure-dashboard/refund',
    'Vendure: a refund says what the card gets',
    'Vendure: iadede karta ne kadar döneceği yazar',
  ],
  ['vendure-dashboard/items-refunded', 'Vendure: items were refunded', 'Vendure: kalem kalem iade'],
  ['vendure-dashboard/menu', 'Vendure: the way to the panel', 'Vendure: panele giriş'],
].map(([picture, en, tr]) => ({ picture, en, tr }))

/** What Shopify's app has besides: it is a shop's admin of its own. */
export const SHOPIFY_APP = [
  ['shopify/install', 'The app is installed', 'Uygulamanın yüklenmesi'],
  ['shopify/overview-new', 'Overview of a new shop', 'Yeni bir mağazanın genel bakışı'],
  ['shopify/keys-wrong', 'Keys that Craftgate does not know', 'Craftgate’in tanımadığı anahtarlar'],
  ['shopify/keys-saved', 'Keys that were tried and saved', 'Denenip kaydedilen anahtarlar'],
  ['panel/shopify/overview', 'Overview', 'Genel bakış'],
  ['shopify/overview-with-problems', 'What needs attention', 'İlgilenmeniz gerekenler'],
  ['shopify/payment', 'A payment and its timeline', 'Bir ödeme ve adımları'],
  ['shopify/payment-refunded', 'A payment that was refunded', 'İade edilmiş ödeme'],
  ['shopify/admin-order', 'The order in Shopify’s admin', 'Shopify yönetiminde sipariş'],
  ['panel/shopify/privacy', 'Privacy requests', 'Gizlilik istekleri'],
  ['shopify/stop-tr', 'Before payments are stopped', 'Ödeme almayı durdurma onayı'],
  ['shopify/remove-tr', 'Before keys are removed', 'Anahtarları silme onayı'],
  ['shopify/entrance-tr', 'Logging in', 'Giriş'],
].map(([picture, en, tr]) => ({ picture, en, tr }))
