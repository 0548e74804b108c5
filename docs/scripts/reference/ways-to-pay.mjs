import { cell, code, table } from './table.mjs'

const GROUPS = {
  card: 'Cards',
  'bank-app': 'Apps of banks',
  wallet: 'Wallets',
  'meal-or-gift-card': 'Meal and gift cards',
  transfer: 'Bank transfer',
  cash: 'Cash',
  'carrier-billing': 'Carrier billing',
  'shopping-loan': 'Shopping loans',
}
const POSSIBLE = { yes: 'yes', no: 'no', undocumented: 'Craftgate decides' }
const ENDS = {
  'at-once': 'at once',
  'awaiting-funds': 'at once, or when the money comes',
  approval: 'when the lender has decided',
}

/** @param {{ methods: Record<string, import('@craftgate-commerce/core').PaymentMethod>, startable: readonly string[] }} given */
export function waysToPayPage({ methods, startable }) {
  const groups = Object.entries(GROUPS).map(([group, title]) => {
    const rows = Object.entries(methods)
      .filter(([, method]) => method.group === group)
      .map(([name, method]) => [
        code(name),
        cell(
          method.label.tr === method.label.en ? method.label.en : `${method.label.en} / ${method.label.tr}`,
        ),
        method.currencies === 'any' ? 'any' : method.currencies.join(', '),
        method.starts === 'not-on-page' ? 'no' : 'yes',
        startable.includes(name) ? 'yes' : 'no',
        POSSIBLE[method.later.capture],
        POSSIBLE[method.later.void],
        POSSIBLE[method.later.partialRefund],
        ENDS[method.ends],
        method.needs.join(', '),
      ])
    const heads = [
      'name',
      'shopper reads',
      'currencies',
      'tab of the page',
      'by itself',
      'pre-authorization',
      'cancel whole',
      'refund a part',
      'ends',
      'needs',
    ]
    return `## ${title}\n\n${table(heads, rows)}\n`
  })
  const unnamed = Object.values(methods).filter(({ group }) => GROUPS[group] === undefined)
  if (unnamed.length > 0) throw new Error(`A group of ways to pay has no title: ${unnamed[0].group}`)
  return `# Ways to pay

Made from core's table of methods (${Object.keys(methods).length} names of Craftgate's). What a way to pay cannot do is refused before anything is
sent; where Craftgate's documentation is silent, Craftgate is asked and its answer counts.

- **tab of the page**: \`enabledPaymentMethods\` takes it.
- **by itself**: the pay link with \`&method=NAME\` leads there without another choice; what is started by API needs no payment page, see [core](../packages/core#without-the-payment-page).
- **cancel whole**: the whole payment goes back by one request; where it is *no*, by amount.
- **needs**: what the shop must know of the buyer before it starts.

${groups.join('\n')}`
}
