import { LanguageCode, type VendureConfig } from '@vendure/core'

type OrderField = NonNullable<NonNullable<VendureConfig['customFields']>['Order']>[number]

const field = (name: string, type: 'string' | 'text' | 'datetime', tr: string, en: string): OrderField => ({
  name,
  type,
  nullable: true,
  label: [
    { languageCode: LanguageCode.tr, value: tr },
    { languageCode: LanguageCode.en, value: en },
  ],
})

/**
 * What a Turkish order needs besides its addresses: who its invoice is made out to, and what the shopper agreed to before he paid.
 * The storefront writes them, and the shopper reads those of his own order.
 */
export const orderFields: OrderField[] = [
  field('identityNumber', 'string', 'T.C. kimlik numarası', 'Identity number of a person'),
  field('taxOffice', 'string', 'Vergi dairesi', 'Tax office'),
  field('taxNumber', 'string', 'Vergi kimlik numarası', 'Tax number of a company'),
  field('consentVersion', 'string', 'Onaylanan metinlerin sürümü', 'Version of the texts agreed to'),
  field('consentAt', 'datetime', 'Onay zamanı', 'Agreed at'),
  field('consentText', 'text', 'Onaylanan metinler', 'Texts agreed to'),
]
