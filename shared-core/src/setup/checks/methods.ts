import { z } from 'zod'
import type { CraftgateClient } from '../../client/craftgate-client'
import { readAnswer } from '../../client/read-answer'
import type { Localized } from '../../messages/localized'
import { isMethod, type MethodName, PAYMENT_METHODS } from '../../methods'
import type { Found } from '../finding'
import type { SetupCheck, SetupContext } from '../setup-context'

/** What is switched on at Craftgate beside what the shop's options offer; of cards, whether stored ones can pay. */
export const methods: SetupCheck = async (context) => {
  const atCraftgate = (await readOpenApms(context.client)).filter(isMethod)
  return [...compared(offeredBy(context), atCraftgate), ...(await storedCards(context))]
}

/** Undefined: every way that the account has. */
function offeredBy({ options: { checkout } }: SetupContext): readonly MethodName[] | undefined {
  const { enabledPaymentMethods, method } = checkout
  return enabledPaymentMethods ?? (method && [method])
}

function compared(offered: readonly MethodName[] | undefined, open: readonly MethodName[]): readonly Found[] {
  if (offered === undefined) return [{ code: 'methods-all', about: labels(open) }]
  const apms = offered.filter(isApm)
  const closed = apms.filter((method) => !open.includes(method))
  const fine = offered.filter((method) => !closed.includes(method))
  const unused = open.filter((method) => !offered.includes(method))
  return [
    ...(fine.length > 0 ? [{ code: 'methods-open' as const, about: labels(fine) }] : []),
    ...(closed.length > 0 ? [{ code: 'methods-closed' as const, about: labels(closed) }] : []),
    ...(unused.length > 0 ? [{ code: 'methods-unused' as const, about: labels(unused) }] : []),
  ]
}

/** A stored card pays without its CVV, which the POS has to allow. */
async function storedCards({ options: { checkout }, poses }: SetupContext): Promise<readonly Found[]> {
  if (checkout.disableStoreCard) return []
  const all = await poses()
  const isRefused = all.length > 0 && all.every(({ takesCardsWithoutCvc }) => takesCardsWithoutCvc === false)
  return isRefused ? [{ code: 'stored-cards-need-cvc' }] : []
}

const labels = (all: readonly MethodName[]): Localized => {
  const named = (lang: 'tr' | 'en') => all.map((method) => PAYMENT_METHODS[method].label[lang]).join(', ')
  return all.length === 0 ? { tr: 'yalnızca kart', en: 'cards only' } : { tr: named('tr'), en: named('en') }
}

/** These belong to the merchant's POSes or settings: that they are not among the alternative payments says nothing. */
const NO_APM: ReadonlySet<MethodName> = new Set<MethodName>([
  ...(['CARD', 'STORED_CARD', 'MASTERPASS', 'APPLEPAY', 'GOOGLEPAY', 'BKM_EXPRESS', 'JUZDAN'] as const),
  ...(['GARANTI_PAY', 'YKB_WORLD_PAY', 'YKB_WORLD_PAY_SHOPPING_LOAN', 'CG_WALLET'] as const),
])

const isApm = (method: MethodName): boolean => !NO_APM.has(method)

const apmPage = z.object({
  items: z.array(z.object({ apmType: z.string(), status: z.string().nullish() })),
})

/** Their names, of those that are active. Throws CraftgateError. */
async function readOpenApms(client: CraftgateClient): Promise<readonly string[]> {
  const answer = await client.call('retrieveMerchantApms', {})
  return readAnswer(apmPage, answer, 'alternative payments')
    .items.filter(({ status }) => status !== 'PASSIVE')
    .map(({ apmType }) => apmType)
}
