import { sharedWords as shared } from '../words/shared-words'

/** Turkish, which says what words there are. */
const tr = {
  lead: 'Craftgate’in hesabınıza gönderdiği para, günlük dosyalar ve bir günün mağazanızla karşılaştırması.',
  paidOut: 'Gönderilen para',
  noPayouts: 'Bu günlerde gönderilen para yok.',
  from: shared.tr.firstDay,
  to: shared.tr.lastDay,
  show: shared.tr.show,
  payout: shared.tr.payout,
  transaction: 'İşlem',
  kind: 'İşlem türü',
  date: 'Gönderildiği zaman',
  destination: 'Nereye',
  payee: shared.tr.payee,
  you: 'İşletmeniz',
  seller: (id: string) => `Satıcı ${id}`,
  commission: 'Banka komisyonu ve valör (blokaj) tutarları işlem dosyasındadır.',
  newer: 'Önceki sayfa',
  older: shared.tr.nextPage,
  pages: shared.tr.pages,
  total: 'Bu sayfanın toplamı',
  files: 'Dosyalar',
  filesHelp:
    'Bir günün dosyası ertesi sabah saat 04.00’e kadar hazır olur; hesabınızda günlük raporlar açık olmalıdır.',
  day: shared.tr.day,
  download: 'İndir',
  payments: shared.tr.payments,
  transactions: 'Ödeme, iptal ve iadeler',
  content: 'İçerik',
  format: 'Biçim',
  account: shared.tr.account,
  order: 'Rapor iste',
  orderHelp: 'Bu günlerin dosyasını şimdi hazırlatır; birkaç dakika sürebilir.',
  ordered: (id: string) => `${id} numaralı rapor istendi. Hazır olunca indirin:`,
  notReady: 'Dosya yok',
  notReadyText: 'Craftgate dosyayı vermedi',
  compare: 'Günü karşılaştır',
  compareHelp:
    'Craftgate’in o gün aldığı her ödeme mağazanızdaki kaydıyla, siparişlerin aldığı her ödeme Craftgate’le karşılaştırılır. Hiçbir şeyi değiştirmez.',
  compareTitle: (day: string) => `${day}: Craftgate ve mağaza`,
  allWell: (count: string, taken?: string) =>
    `Fark yok: Craftgate’teki ${count} sipariş ödemesinin hepsi mağazanızda da aynı${taken === undefined ? '.' : `, siparişlerin aldığı ${taken} ödemenin hepsi Craftgate’te var.`}`,
  ofNoOrder: (count: string) =>
    `O gün alınan ${count} ödeme daha bir siparişin değil: serbest tutarlı linkler ve üye cüzdanına yüklenen para.`,
  part: (from: string, until: string) => `Günün ${from} ile ${until} arasındaki ödemeleri karşılaştırıldı.`,
  nextPart: (from: string) => `Günün devamını karşılaştır (${from})`,
  cut: (count: string) =>
    `Bu aralıkta karşılaştırılabilenden çok ödeme var: Craftgate’ten yalnızca ${count} ödemeye bakıldı.`,
  difference: 'Fark',
  atCraftgate: 'Craftgate’te',
  inShop: 'Mağazada',
  differences: {
    missing: 'Mağazada yok: Craftgate panelinde ya da başka bir sistemle alınmış olabilir.',
    amount: 'Tutar farklı: ödemeyi açıp yeniden sorun.',
    state: 'Craftgate parayı aldı, sipariş almadı: ödemeyi açıp yeniden sorun.',
    absent:
      'Sipariş ödendi, Craftgate’te böyle bir başarılı ödeme yok: ödemeyi açıp yeniden sorun, sonuç aynıysa göndermeden önce Craftgate’e yazın.',
  },
  payment: 'Ödeme',
  toSettlement: 'Mutabakata dön',
  wrongDay: 'Günü 2026-11-24 gibi yazın; ilk gün son günden sonra olamaz, arada en çok 92 gün olur.',
}

type SettlementWords = typeof tr

const en: SettlementWords = {
  lead: 'What Craftgate paid out to you, the files of each day, and a day compared with your shop.',
  paidOut: 'Paid out',
  noPayouts: 'Nothing was paid out in these days.',
  from: shared.en.firstDay,
  to: shared.en.lastDay,
  show: shared.en.show,
  payout: shared.en.payout,
  transaction: 'Transaction',
  kind: 'Kind',
  date: 'Paid out at',
  destination: 'Where to',
  payee: shared.en.payee,
  you: 'Your business',
  seller: (id) => `Seller ${id}`,
  commission: 'Bank commission and blocked amounts stand in the file of transactions.',
  newer: 'Page before',
  older: shared.en.nextPage,
  pages: shared.en.pages,
  total: 'Total of this page',
  files: 'Files',
  filesHelp:
    'The file of a day is there by 4 o’clock of the next morning; daily reports have to be switched on for your account.',
  day: shared.en.day,
  download: 'Download',
  payments: shared.en.payments,
  transactions: 'Payments, cancels and refunds',
  content: 'Content',
  format: 'Format',
  account: shared.en.account,
  order: 'Order a report',
  orderHelp: 'Has the file of these days made now; it may take some minutes.',
  ordered: (id) => `Report ${id} was ordered. Download it when it is made:`,
  notReady: 'No file',
  notReadyText: 'Craftgate did not give the file',
  compare: 'Compare the day',
  compareHelp:
    'Each payment that Craftgate took on the day is compared with your shop’s record, and each that an order took with Craftgate. It changes nothing.',
  compareTitle: (day) => `${day}: Craftgate and the shop`,
  allWell: (count, taken) =>
    `No difference: all ${count} payments of orders at Craftgate are the same in your shop${taken === undefined ? '.' : `, and all ${taken} that orders took are at Craftgate.`}`,
  ofNoOrder: (count) =>
    `${count} more payments of that day are no order’s: links of a free amount, and money put into members’ wallets.`,
  part: (from, until) => `The payments of the day between ${from} and ${until} were compared.`,
  nextPart: (from) => `Compare the rest of the day (${from})`,
  cut: (count) =>
    `There are more payments here than can be compared: only ${count} of Craftgate’s were looked at.`,
  difference: 'Difference',
  atCraftgate: 'At Craftgate',
  inShop: 'In the shop',
  differences: {
    missing: 'Not in the shop: it may have been made in the Craftgate panel or by another system.',
    amount: 'Another amount: open the payment and ask again.',
    state: 'Craftgate took the money and no order did: open the payment and ask again.',
    absent:
      'An order took it and Craftgate has no such successful payment: open the payment and ask again; if nothing changes, write to Craftgate before you send the goods.',
  },
  payment: 'Payment',
  toSettlement: 'Back to settlement',
  wrongDay:
    'Write the day like 2026-11-24; the first day is not after the last, and there are at most 92 between.',
}

export const settlementWords = { tr, en } as const
