import { inBothLanguages } from '../words'

export const unexpectedWords = inBothLanguages(
  {
    title: 'Siparişi olmayan para',
    open: (amount: string) => `Siparişi olmayan ${amount}: karar verin`,
    what: 'Ödeme',
    waits: {
      refused:
        'Bu parayı hiçbir sipariş alamadı ve banka ya da Craftgate iadeyi reddetti; alıcı parasını almadı. İade kendiliğinden de aralıklarla yeniden denenir. Reddin nedeni ödemenin sayfasında yazar.',
      kept: 'Bu parayı hiçbir sipariş alamadı ve kararınızı bekliyor.',
    },
    nothing: {
      back: 'Paranın tamamı geri döndü; yapılacak bir şey yok.',
      underWay: 'Para geri dönüyor; yapılacak bir şey yok. Sonucu kendiliğinden işlenir.',
    },
    again: {
      title: 'Craftgate ile iade edin',
      text: 'Kalanın tamamı, ödemenin yapıldığı yere iade edilir. Yapılan iade geri alınamaz.',
      press: (amount: string) => `${amount} iade et`,
    },
    outside: {
      title: 'Parayı siz verdiyseniz',
      text: 'Craftgate para göndermez: ödeme yalnızca iade edilmiş olarak işaretlenir. Bunu, parayı alıcıya nakit ya da havaleyle verdikten sonra yapın; işaret geri alınamaz.',
      press: (amount: string) => `${amount} Craftgate dışında iade edildi olarak işaretle`,
    },
  },
  {
    title: 'Money of no order',
    open: (amount) => `${amount} of no order: decide`,
    what: 'The payment',
    waits: {
      refused:
        'No order could take this money, and the bank or Craftgate refused its refund: the shopper did not get it. The refund is tried again by itself from time to time. The reason is on the page of the payment.',
      kept: 'No order could take this money, and it waits for your decision.',
    },
    nothing: {
      back: 'All of it went back; nothing is left to do.',
      underWay: 'It is on its way back; nothing is to be done. What becomes of it is entered by itself.',
    },
    again: {
      title: 'Refund it by Craftgate',
      text: 'All that is left goes back to where it was paid from. A refund cannot be taken back.',
      press: (amount) => `Refund ${amount}`,
    },
    outside: {
      title: 'You gave it back yourself',
      text: 'Craftgate sends no money: the payment is only marked as refunded. Do it after you gave the shopper the money, in cash or by a transfer; the mark cannot be taken back.',
      press: (amount) => `Mark ${amount} as refunded outside Craftgate`,
    },
  },
)
