import { craftgateCurrency, HANDLER_CODE } from '@craftgate-commerce/vendure'
import { type ID, PaymentMethodService } from '@vendure/core'
import type { Seeding } from './seeding'
import { configurable, described } from './translate'

const CURRENCIES = ['TRY', 'USD', 'EUR', 'JPY', 'KWD']

const METHODS = [
  {
    code: 'craftgate',
    phase: 'AUTH',
    name: { tr: 'Banka / kredi kartı', en: 'Credit or debit card' },
    description: {
      tr: 'Taksit seçenekleriyle, Craftgate güvencesiyle ödeyin.',
      en: 'Pay by card, with instalments, through Craftgate.',
    },
  },
  {
    code: 'craftgate-on-provizyon',
    phase: 'PRE_AUTH',
    name: { tr: 'Ön provizyon', en: 'Pay on dispatch' },
    description: {
      tr: 'Tutar kartınızda bloke edilir, siparişiniz kargoya verilince çekilir.',
      en: 'The amount is held on your card and taken when your order is shipped.',
    },
  },
] as const

export async function seedPaymentMethods({ services, ctx }: Seeding): Promise<readonly ID[]> {
  const ids: ID[] = []
  for (const method of METHODS) {
    const created = await services.get(PaymentMethodService).create(ctx, {
      code: method.code,
      enabled: true,
      translations: described(method.name, method.description),
      checker: configurable(craftgateCurrency.code, { currencies: JSON.stringify(CURRENCIES) }),
      handler: configurable(HANDLER_CODE, { paymentPhase: method.phase }),
    })
    ids.push(created.id)
  }
  return ids
}
