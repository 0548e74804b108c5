import { turkishFaults } from './turkish-text'

test.each([
  ['94,90 TRY', 'TRY'],
  ['TRY 94.90', 'TRY'],
  ['Toplam ₺249.90', 'decimal point'],
  ['Toplam 94.90 TL', 'decimal point'],
  ['Toplam 1249,90 TL', 'without a point'],
  ['Son gün 2026-11-30', 'date as programs'],
  ["Craftgate'e soruldu", 'apostrophe'],
  ['Vade farkı 3,75 %', 'per cent'],
  ['Payment bulunamadı', 'English'],
  ['Kart fraud kuralına takıldı', 'English'],
])('%j is struck out: %s', (text, fault) => {
  expect(turkishFaults([text])).toEqual([expect.stringContaining(fault)])
})

test('money and days are written one way a page', () => {
  expect(turkishFaults(['₺94,90', 'Kargo: 10,00 TL'])).toEqual([expect.stringContaining('writes money')])
  expect(turkishFaults(['30.11.2026', '30 Kas 2026 21:05'])).toEqual([expect.stringContaining('writes days')])
})

test('what a copy editor lets stand', () => {
  const good = [
    ...['₺1.249,90', 'Toplam: ₺94,90', '₺1.000 ve üzeri', 'Tutar (TL)', 'POS’un', '%97,3', '30.11.2026'],
    ...[
      'TRY: 2, 3, 6',
      'Para birimi: TRY',
      '12,50 USD',
      'Açıklama',
      'şandı',
      'kurulum@andorder.example.com',
      'İstek no 4711',
    ],
    ...[
      'enabledPaymentMethods ayarı',
      'NOT_SUFFICIENT_FUNDS',
      'Sürümler: Shopify Payments Apps API 2026-10',
      'Mastercard',
      'KWD 1,250',
      '04.00’e kadar',
      '1.250,50',
    ],
  ]
  expect(turkishFaults(good)).toEqual([])
})
