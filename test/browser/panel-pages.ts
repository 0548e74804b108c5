// The pages behind those of the navigation, which are looked at by themselves. A new page is one more line.
import type { Page } from 'playwright-core'
import type { Day, Made } from './panel-day'

export type Things = Day & Made & { readonly today: string }

/** Below the panel; undefined where a shop has none. */
type PathOf = (of: Things) => string | undefined

const ofSellers =
  (pathOf: PathOf): PathOf =>
  (of) =>
    of.capabilities.has('sellers') ? pathOf(of) : undefined

const memberNumber = ({ member }: Made): string => member.split('/').at(-1) ?? ''

/** Each by its name. */
export const PAGES_BEHIND: Readonly<Record<string, PathOf>> = {
  payment: ({ paid }) => `/payments/${paid}`,
  'payment-in-review': ({ review }) => `/payments/${review}`,
  'payment-unpaid': ({ unpaid }) => `/payments/${unpaid}`,
  'payment-unexpected': ({ paidTwice }) => `/payments/${paidTwice}`,
  unexpected: ({ unexpected }) => unexpected,
  refund: ({ authorized, paid }) => authorized && `/payments/${paid}/refund`,
  capture: ({ authorized }) => authorized && `/payments/${authorized}/capture`,
  void: ({ authorized }) => authorized && `/payments/${authorized}/void`,
  link: ({ link }) => link,
  'link-change': ({ link }) => `${link}/change`,
  'link-payment': ({ linkPayment }) => linkPayment,
  'link-match': ({ linkMatch }) => linkMatch,
  transfer: ({ merchant, transfer }) =>
    transfer === undefined ? undefined : `/transfers/${merchant}/${transfer}`,
  'loan-limit': () => '/loans/limit',
  'fraud-review': ({ review }) => `/fraud/reviews/${review}`,
  'fraud-list': ({ list }) => list,
  payouts: ofSellers(() => '/sellers/payouts'),
  'payout-accounts': ofSellers(() => '/sellers/accounts'),
  'payout-account': ({ payoutAccount }) => payoutAccount,
  'seller-new': ofSellers(() => '/members/new?as=seller'),
  shares: ({ sold }) => sold && `/sellers/shares/${sold}`,
  'member-new': () => '/members/new',
  member: ({ member }) => member,
  'member-change': ({ member }) => `${member}/edit`,
  'wallet-move-refund': ({ walletMove }) => walletMove,
  'withdraw-cancel': ({ withdraw }) => withdraw,
  'wallet-reset': ({ merchant }) => `/members/${merchant}/wallet/reset`,
  pos: ({ pos }) => pos,
  'pos-commission': ({ commission }) => commission,
  'compared-day': ({ merchant, today }) => `/settlement/day?account=${merchant}&day=${today}`,
}

/** What is saved and not shown. */
export const FILES: readonly PathOf[] = [
  () => '/payments.csv',
  () => '/audit.csv',
  ({ merchant, today }) => `/settlement/day.csv?account=${merchant}&day=${today}`,
  ({ merchant }) => `/settlement/file?account=${merchant}&day=2026-01-05&kind=transactions&format=XLSX`,
  ({ report }) => report,
  ofSellers((of) => `/sellers/statement.csv?account=${of.merchant}&seller=${memberNumber(of)}`),
]

/** Pages that answer a form: what is done from the page at `path`, in the browser, to come there. */
interface Answer {
  readonly path: PathOf
  fill(page: Page): Promise<void>
  /** What only the answer has. */
  readonly has: string
}

const asksForMoney =
  (what: string) =>
  async (page: Page): Promise<void> => {
    await page.locator('#what').selectOption(what)
    await page.locator('#amount').fill('25')
    await page.locator('#reason').fill('Hediye')
    await page.locator('form[action$="/money"] button').click()
  }

export const ANSWERS: Readonly<Record<string, Answer>> = {
  'wallet-confirm': { path: ({ member }) => member, fill: asksForMoney('credit'), has: '#confirm' },
  'wallet-top-up': { path: ({ member }) => member, fill: asksForMoney('top-up'), has: '.qr' },
  'loan-limit-code': {
    path: () => '/loans/limit',
    async fill(page) {
      await page.locator('#phone').fill('5551112233')
      await page.locator('#identityNumber').fill('10000000146')
      await page.locator('#birthDate').fill('1990-05-17')
      await page.locator('main form[method=post] button').click()
    },
    has: '#code',
  },
}
