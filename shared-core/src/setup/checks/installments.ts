import { z } from 'zod'
import { readAnswer } from '../../client/read-answer'
import type { CurrencyCode } from '../../money'
import type { Found } from '../finding'
import type { SetupCheck, SetupContext } from '../setup-context'

const offered = z.object({
  items: z.array(z.object({ installmentPrices: z.array(z.object({ installmentNumber: z.int() })) })),
})

/** Any price has the same counts. */
const PRICE = 100

/** What the POSes offer for each currency, beside what the shop's options name. Foreign cards have no instalments. */
export const installments: SetupCheck = async (context) =>
  (await Promise.all(context.currencies.map((currency) => ofCurrency(context, currency)))).flat()

async function ofCurrency(
  { client, options }: SetupContext,
  currency: CurrencyCode,
): Promise<readonly Found[]> {
  const answer = await client.call('searchInstallments', { query: { price: PRICE, currency } })
  const tables = readAnswer(offered, answer, 'instalments').items
  const counts = new Set(
    tables.flatMap((table) => table.installmentPrices.map((row) => row.installmentNumber)),
  )
  const { enabledInstallments: wanted } = options.checkout
  const several = [...counts].filter((count) => count > 1 && (wanted?.includes(count) ?? true))
  const missing = wanted?.filter((count) => count > 1 && !counts.has(count)) ?? []
  const isDomestic = currency === 'TRY'
  const wantsSeveral = wanted === undefined || wanted.some((count) => count > 1)
  if (several.length === 0)
    return isDomestic && wantsSeveral ? [{ code: 'installments-none', about: currency }] : []
  const list = (all: readonly number[]) => `${currency}: ${all.toSorted((a, b) => a - b).join(', ')}`
  return [
    { code: 'installments-offered', about: list([1, ...several]) },
    ...(isDomestic && missing.length > 0
      ? [{ code: 'installments-missing' as const, about: list(missing) }]
      : []),
  ]
}
