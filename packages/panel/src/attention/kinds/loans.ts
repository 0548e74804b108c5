import { type AttentionKind, MOST_SHOWN } from '../kind'
import { paymentItem } from './payments-in'

export const loans: AttentionKind = {
  name: 'loans',
  words: {
    tr: {
      title: 'Onayınızı bekleyen krediler',
      text: 'Kredi verildi; siz ödemenin sayfasında onaylayana kadar kredi veren parayı göndermez ve sipariş bekler.',
    },
    en: {
      title: 'Loans that wait for your approval',
      text: 'The loan was granted. Until you approve it on the page of its payment, the lender sends no money and the order waits.',
    },
  },
  async waiting({ payments, account }) {
    const asked = { states: ['open'], waitsFor: 'loan-approval', limit: MOST_SHOWN, offset: 0 } as const
    const found = await payments.page({ ...asked, account })
    return { count: found.count, items: found.payments.map(paymentItem) }
  },
}
