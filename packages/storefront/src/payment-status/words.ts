import type { StorefrontPaymentState } from '@craftgate-commerce/core/storefront'
import type { Lang } from '../shop/lang'

/** `missing`: the shop knows no such payment. */
export type Standing = StorefrontPaymentState | 'missing'

interface Words {
  readonly states: Readonly<Record<Standing, readonly [title: string, text: string]>>
  /** Instead of the text of `refunding` and `refunded`, where the order was paid before. */
  readonly paidBefore: string
  readonly nothingCharged: string
  readonly continuePaying: string
  readonly tryAgain: string
  readonly order: (number: string) => string
  readonly shop: string
  readonly busy: string
  readonly orderNumber: string
  readonly price: string
  readonly card: string
  readonly paidWith: string
  readonly installments: string
  readonly single: string
  readonly times: (count: number) => string
  readonly interest: string
  readonly points: string
  readonly wallet: string
  /** Of a card, and of every other way. */
  readonly charged: string
  readonly paid: string
  readonly held: string
  readonly refunded: string
}

export const WORDS: Readonly<Record<Lang, Words>> = {
  tr: {
    states: {
      open: [
        'Ödeme yapılmadı',
        'Ödeme sayfasından ayrıldınız. Dilerseniz kaldığınız yerden devam edebilirsiniz.',
      ],
      waiting: [
        'Ödemenizin sonucu soruluyor',
        'Sonuç öğrenilince bu sayfa kendiliğinden yenilenir. Lütfen yeniden ödemeyin.',
      ],
      'bank-decides': [
        'Bankanız ödemeyi işliyor',
        'Doğrulama tamamlandı, bankanızın cevabını bekliyoruz. Lütfen yeniden ödemeyin; bu sayfa kendiliğinden yenilenir.',
      ],
      'awaiting-funds': [
        'Siparişiniz alındı, ödemeniz bekleniyor',
        'Tutar hesaba geçince siparişiniz hazırlanır; bu sayfa kendiliğinden yenilenir.',
      ],
      paid: ['Ödemeniz alındı', ''],
      authorized: [
        'Ön provizyon alındı',
        'Tutar kartınızda bloke edildi; siparişiniz kargoya verilince çekilecek.',
      ],
      'in-review': [
        'Ödemeniz inceleniyor',
        'Kısa bir güvenlik kontrolünden sonra siparişiniz hazırlanacak. Yeniden ödemeniz gerekmez.',
      ],
      declined: ['Ödeme alınamadı', ''],
      expired: ['Ödeme süresi doldu', 'Ödeme sayfası zamanında tamamlanmadı.'],
      'paid-otherwise': [
        'Siparişiniz zaten verildi',
        'Bu siparişin ödemesi başka bir sekmede ya da başka bir yöntemle tamamlandı; burada para çekilmedi.',
      ],
      refunding: [
        'Paranız iade ediliyor',
        'Bu ödeme bir siparişe bağlanamadı (sepet değişmiş olabilir). Çekilen tutarın tamamı geri dönüyor.',
      ],
      refunded: [
        'Paranız iade edildi',
        'Bu ödeme bir siparişe bağlanamadı. Tutarın hesabınıza geçmesi bankanıza göre birkaç gün sürebilir.',
      ],
      'needs-review': [
        'Ödemeniz bize ulaştı',
        'Bu ödeme siparişinize bağlanamadı. Mağaza sizinle iletişime geçecek.',
      ],
      missing: ['Böyle bir ödeme bulamadık', 'Bağlantı eksik ya da eski olabilir.'],
    },
    paidBefore:
      'Siparişiniz daha önce ödenmişti. Bu ikinci ödemenin tamamı geri dönüyor; ekstrenizde görünmesi bankanıza göre birkaç gün sürebilir.',
    nothingCharged: 'Kartınızdan para çekilmedi.',
    continuePaying: 'Ödemeye devam et',
    tryAgain: 'Yeniden dene',
    order: (number) => `${number} numaralı siparişe git`,
    shop: 'Mağazaya dön',
    busy: 'Bir saniye…',
    orderNumber: 'Sipariş no',
    price: 'Sipariş tutarı',
    card: 'Kart',
    paidWith: 'Ödeme yöntemi',
    installments: 'Taksit',
    single: 'Tek çekim',
    times: (count) => `${count} taksit`,
    interest: 'Vade farkı',
    points: 'Kullanılan puan',
    wallet: 'Cüzdandan ödenen',
    charged: 'Karttan çekilen',
    paid: 'Ödenen',
    held: 'Kartta bloke edilen',
    refunded: 'İade edilen',
  },
  en: {
    states: {
      open: ['Nothing was paid', 'You left the payment page. You may go on where you were.'],
      waiting: [
        'Asking how your payment ended',
        'This page renews itself as soon as the end is known. Please do not pay again.',
      ],
      'bank-decides': [
        'Your bank is working on it',
        'You are verified, and we wait for your bank’s answer. Please do not pay again; this page renews itself.',
      ],
      'awaiting-funds': [
        'Your order is placed, the money is awaited',
        'Your order is prepared once the money has come; this page renews itself.',
      ],
      paid: ['Your payment was taken', ''],
      authorized: ['The amount is held', 'It is held on your card and taken when your order is shipped.'],
      'in-review': [
        'Your payment is being checked',
        'After a short security check your order is prepared. You need not pay again.',
      ],
      declined: ['The payment was declined', ''],
      expired: ['The payment page has expired', 'It was not completed in time.'],
      'paid-otherwise': [
        'Your order is placed already',
        'It was paid in another tab or in another way; nothing was charged here.',
      ],
      refunding: [
        'Your money goes back',
        'No order could take this payment (the cart may have changed). All of it goes back.',
      ],
      refunded: [
        'Your money went back',
        'No order could take this payment. Depending on your bank it may take some days to be seen there.',
      ],
      'needs-review': ['Your payment has reached us', 'No order could take it. The shop will contact you.'],
      missing: ['There is no such payment', 'The link may be incomplete, or old.'],
    },
    paidBefore:
      'Your order was paid before. All of this second payment goes back; depending on your bank it may take some days to be seen there.',
    nothingCharged: 'Your card was not charged.',
    continuePaying: 'Continue paying',
    tryAgain: 'Try again',
    order: (number) => `To order ${number}`,
    shop: 'Back to the shop',
    busy: 'One moment…',
    orderNumber: 'Order number',
    price: 'Order total',
    card: 'Card',
    paidWith: 'Paid with',
    installments: 'Instalments',
    single: 'Single payment',
    times: (count) => `${count} instalments`,
    interest: 'Interest',
    points: 'Points used',
    wallet: 'Paid from the wallet',
    charged: 'Charged to the card',
    paid: 'Paid',
    held: 'Held on the card',
    refunded: 'Refunded',
  },
}
