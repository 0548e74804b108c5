import type { Day, Made } from './panel-day'

type PathOf = (of: Day & Made & { readonly today: string }) => string | undefined

const FIRST_POS = '/setup/poses/main/101'

/**
 * The pages behind those of the navigation, each by its name and its address below the panel; undefined where a shop has
 * none. A new page is one more line; those of the navigation are looked at by themselves.
 */
export const PAGES_BEHIND: Readonly<Record<string, PathOf>> = {
  payment: ({ paid }) => `/payments/${paid}`,
  'payment-in-review': ({ review }) => `/payments/${review}`,
  'payment-unpaid': ({ unpaid }) => `/payments/${unpaid}`,
  refund: ({ authorized, paid }) => authorized && `/payments/${paid}/refund`,
  capture: ({ authorized }) => authorized && `/payments/${authorized}/capture`,
  void: ({ authorized }) => authorized && `/payments/${authorized}/void`,
  link: ({ link }) => link,
  'link-change': ({ link }) => `${link}/change`,
  transfer: ({ merchant, transfer }) =>
    transfer === undefined ? undefined : `/transfers/${merchant}/${transfer}`,
  'loan-limit': () => '/loans/limit',
  'fraud-review': ({ review }) => `/fraud/reviews/${review}`,
  'fraud-list': ({ list }) => list,
  payouts: ({ authorized }) => authorized && '/sellers/payouts',
  'payout-accounts': ({ authorized }) => authorized && '/sellers/accounts',
  'seller-new': ({ authorized }) => authorized && '/members/new?as=seller',
  shares: ({ authorized, paid }) => authorized && `/sellers/shares/${paid}`,
  'member-new': () => '/members/new',
  member: ({ member }) => member,
  'member-change': ({ member }) => `${member}/edit`,
  // The emulator numbers the POSes of its first merchant, which is Vendure's, from 101.
  pos: ({ merchant }) => (merchant === 'main' ? FIRST_POS : undefined),
  'pos-commission': ({ merchant }) =>
    merchant === 'main' ? `${FIRST_POS}/commission?installment=1&family=Bonus` : undefined,
  'compared-day': ({ merchant, today }) => `/settlement/day?account=${merchant}&day=${today}`,
}
