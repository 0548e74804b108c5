// One way to pay of each group, the shop that sells by it, and the pages on the way. What stands here is what a shopper
// reads: a word that changes on a page changes here.
import { testCards } from '@craftgate-commerce/sandbox'
import type { OrderSpec } from '../contract/store'
import { chooseInstallment, typeCard } from './shopping'
import type { ShopName } from './three-shops'
import { answer, type Step, type Trip } from './trip'

export interface Way {
  readonly title: string
  readonly shop: ShopName
  /** The pay link names it; without it the shopper gets Craftgate's page. */
  readonly method?: string
  /** What the order is paid by in the end, where the link says it otherwise; one name for each payment. */
  readonly paidBy?: readonly string[]
  readonly order?: OrderSpec
  /** A customer with an account, whose card is stored. */
  readonly stored?: true
  /** The money is there later than the shopper. */
  readonly later?: true
  readonly steps: readonly Step[]
}

const BORROWER = {
  'T.C. kimlik numarası (11 hane)': '11111111110',
  'Doğum tarihi': '1990-01-01',
  'Cep telefonu (5XX XXX XX XX)': '0555 111 22 33',
}

const inApp = answer('app', { press: 'Uygulamada onayla' })
const scanned = answer('bank-qr', { press: 'Karekodu okuttum, öde' })

const atWallet: readonly Step[] = [
  answer('login', { type: { 'E-posta ya da telefon': 'ayse@example.com' }, press: 'Giriş yap' }),
  answer('approve', { press: 'Ödemeyi onayla' }),
]

const atLender: readonly Step[] = [
  answer('plans', { press: 'Krediye başvur' }),
  answer('decision', { press: 'Kredi onaylanır' }),
]

const atBank = answer('3d-secure', { type: { 'Doğrulama şifresi': '283126' }, press: 'Onayla' })

const PAY = /^₺[\d.,]+ öde$/

/** `more`: what else is chosen on Craftgate's page after the card is typed. */
const byCard =
  (at: string, card: (typeof testCards)[keyof typeof testCards], more: Step = async () => {}): Step =>
  async (trip) => {
    await typeCard(trip.page, card)
    await chooseInstallment(trip.page, 1)
    await more(trip)
    await answer(at, { press: PAY })(trip)
  }

async function usePoints({ page }: Trip): Promise<void> {
  await page.getByRole('button', { name: 'Kartımın puanlarını sorgula' }).click()
  await page.getByRole('radio', { name: /^Puan kullan/ }).check({ force: true })
}

const atTab =
  (name: string): Step =>
  async (trip) => {
    const { page } = trip
    await page.getByText(/^Diğer ödeme yöntemleri/).click()
    await trip.look('ways')
    await page.getByRole('link', { name, exact: true }).click()
    await page.getByRole('heading', { name }).waitFor()
    await answer('tab', { press: PAY })(trip)
  }

/** A shopper at a computer approves on the phone, and one on the phone opens the app there: the first page goes on by itself. */
const byQrCode: Step = async (trip) => {
  const open = trip.page.getByRole('link', { name: 'Bu cihazda aç' })
  await open.waitFor()
  await trip.look('qr')
  const phone = await trip.visitor.anotherTab()
  await phone.goto((await open.getAttribute('href')) ?? '')
  await trip.look('wallet', phone)
  await phone.getByRole('button', { name: 'Karekodu okuttum, öde' }).click()
}

/** 36 pieces cost more than 5,000 TL, from where on the example shops let several cards pay. */
const DEAR: OrderSpec = { products: 3, quantity: 12 }

export const WAYS: readonly Way[] = [
  { title: 'wallet', shop: 'Vendure', method: 'PAPARA', steps: atWallet },
  {
    title: 'meal card with a code',
    shop: 'Shopify',
    method: 'EDENRED',
    steps: [
      answer('card', { type: { 'Kart numarası (16 hane)': '6036819041742253' }, press: 'Devam et' }),
      answer('code', { type: { 'Doğrulama kodu': '283126' }, press: 'Öde' }),
    ],
  },
  {
    title: 'instant transfer',
    shop: 'Medusa',
    method: 'INSTANT_TRANSFER',
    later: true,
    steps: [
      answer('bank-choice', { choose: { Banka: '1' }, press: 'Devam et' }),
      answer('bank', { press: 'Havaleyi yap: para 5 dakika sonra gelir' }),
    ],
  },
  {
    title: 'shopping loan that asks who the borrower is',
    shop: 'Vendure',
    method: 'HASO',
    steps: [answer('borrower', { type: BORROWER, press: 'Devam et' }), ...atLender],
  },
  { title: 'shopping loan', shop: 'Shopify', method: 'MASLAK', steps: atLender },
  {
    title: 'carrier billing',
    shop: 'Medusa',
    method: 'PAYCELL_DCB',
    steps: [
      answer('phone', { type: { 'Cep telefonu (5XX XXX XX XX)': '532 111 22 33' }, press: 'Devam et' }),
      answer('code', { type: { 'Doğrulama kodu': '283126' }, press: 'Öde' }),
    ],
  },
  { title: 'bank app', shop: 'Shopify', method: 'GARANTI_PAY', steps: [inApp] },
  {
    title: 'bank app with a QR code of the bank',
    shop: 'Vendure',
    method: 'YKB_WORLD_PAY',
    steps: [scanned],
  },
  { title: 'bank app of Akbank', shop: 'Medusa', method: 'JUZDAN', steps: [scanned] },
  { title: 'wallet by a QR code of the shop', shop: 'Shopify', method: 'PAPEL', steps: [byQrCode] },
  {
    title: 'stored card with one click',
    shop: 'Medusa',
    method: 'STORED_CARD',
    paidBy: ['CARD'],
    stored: true,
    steps: [answer('stored-card', { press: 'Öde' }), atBank],
  },
  {
    title: 'card with points',
    shop: 'Shopify',
    paidBy: ['CARD'],
    steps: [byCard('card-points', testCards.points, usePoints), atBank],
  },
  {
    title: 'several cards',
    shop: 'Vendure',
    paidBy: ['CARD', 'CARD'],
    order: DEAR,
    steps: [
      answer('parts', { type: { 'Bu parçada ödenecek tutar': '2500,00' }, press: 'Bu parçayı öde' }),
      byCard('first-card', testCards.success),
      atBank,
      answer('parts-rest', { press: 'Bu parçayı öde' }),
      byCard('second-card', testCards.world),
      atBank,
    ],
  },
  {
    title: 'meal card on the page of Craftgate',
    shop: 'Medusa',
    paidBy: ['MULTINET'],
    steps: [atTab('Multinet'), ...atWallet],
  },
]
