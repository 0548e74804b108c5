// The shop of the default merchant: four banks with their card families, and one POS abroad for other currencies.
const installments = (rates: readonly (readonly [number, string, string])[]) => [
  { installment: 1, bankRate: '1.95', merchantRate: '0' },
  ...rates.map(([installment, bankRate, merchantRate]) => ({
    ...{ installment, bankRate, merchantRate },
    blockageDay: 30,
  })),
]

const USUAL = installments([
  [2, '3.35', '2.5'],
  [3, '4.75', '3.75'],
  [6, '8.95', '8.25'],
  [9, '13.15', '12.5'],
  [12, '17.35', '17'],
])

export const DEFAULT_POSES = [
  {
    alias: 'garanti',
    name: 'Garanti BBVA Sanal POS',
    bank: 'T. GARANTİ BANKASI A.Ş.',
    cardBrands: ['Bonus', 'Shop&Fly', 'Miles&Smiles', 'Garanti BBVA CC'],
    commissions: USUAL,
  },
  {
    alias: 'yapikredi',
    name: 'Yapı Kredi Sanal POS',
    bank: 'YAPI VE KREDİ BANKASI A.Ş.',
    cardBrands: ['World', 'YapıKredi CC', 'VakıfBank CC'],
    commissions: USUAL,
  },
  {
    alias: 'isbank',
    name: 'İş Bankası Sanal POS',
    bank: 'T. İŞ BANKASI A.Ş.',
    cardBrands: ['Maximum', 'Bankkart Combo', 'Ziraat Bankası CC'],
    // No interest up to three instalments: the shop pays it.
    commissions: installments([
      [2, '3.35', '0'],
      [3, '4.75', '0'],
      [6, '8.95', '8.25'],
      [9, '13.15', '12.5'],
    ]),
  },
  {
    alias: 'akbank',
    name: 'Akbank Sanal POS',
    bank: 'AKBANK T.A.Ş.',
    cardBrands: ['Axess', 'Wings', 'Paraf', 'CardFinans', 'Advantage'],
    commissions: USUAL,
  },
  {
    alias: 'multi-currency',
    name: 'Çoklu Para Birimi POS',
    bank: 'FOREIGN BANK',
    currencies: [
      ...['USD', 'EUR', 'GBP', 'ARS', 'BRL', 'CNY', 'AED', 'IQD', 'AZN'],
      ...['KZT', 'KWD', 'SAR', 'BHD', 'RUB', 'JPY', 'EGP', 'MXN', 'RON'],
    ],
  },
]
