import { craftgateCurrency, HANDLER_CODE, OFFLINE_HANDLER_CODE } from '@craftgate-commerce/vendure'
import { type ID, PaymentMethodService } from '@vendure/core'
import { TRANSFER_DESCRIPTION, TRANSFER_INSTRUCTIONS, TRANSFER_NAME } from '../zerdali'
import type { Seeding } from './seeding'
import { configurable, described } from './translate'

const CURRENCIES = ['TRY', 'USD', 'EUR', 'JPY', 'KWD']

const CARD_METHODS = [
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

/** Its plans stand on the pages of products and of the cart. */
const LOAN_NAME = { tr: 'Zip ile alışveriş kredisi', en: 'Shopping loan of Zip' }
const LOAN_DESCRIPTION = {
  tr: 'Başvurunuz ödeme sayfasında birkaç dakikada sonuçlanır.',
  en: 'Your application is decided on the payment page within minutes.',
}

const accepting = (currencies: readonly string[]) =>
  configurable(craftgateCurrency.code, { currencies: JSON.stringify(currencies) })

const METHODS: readonly CreatePaymentMethod[] = [
  ...CARD_METHODS.map(({ code, phase, name, description }) => ({
    code,
    enabled: true,
    translations: described(name, description),
    checker: accepting(CURRENCIES),
    handler: configurable(HANDLER_CODE, { paymentPhase: phase }),
  })),
  {
    code: 'zip',
    enabled: true,
    translations: described(LOAN_NAME, LOAN_DESCRIPTION),
    checker: accepting(['TRY']),
    handler: configurable(HANDLER_CODE, { paymentPhase: 'AUTH', method: 'ZIP' }),
  },
  {
    code: 'havale',
    enabled: true,
    translations: described(TRANSFER_NAME, TRANSFER_DESCRIPTION),
    checker: accepting(['TRY']),
    handler: configurable(OFFLINE_HANDLER_CODE, {
      method: 'FUND_TRANSFER',
      instructionsTr: TRANSFER_INSTRUCTIONS.tr,
      instructionsEn: TRANSFER_INSTRUCTIONS.en,
    }),
  },
]

type CreatePaymentMethod = Parameters<PaymentMethodService['create']>[1]

export async function seedPaymentMethods({ services, ctx }: Seeding): Promise<readonly ID[]> {
  const ids: ID[] = []
  for (const method of METHODS) ids.push((await services.get(PaymentMethodService).create(ctx, method)).id)
  return ids
}
