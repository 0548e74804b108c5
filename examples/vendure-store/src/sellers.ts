import type { CraftgatePluginOptions } from '@craftgate-commerce/vendure'
import { LanguageCode, type VendureConfig } from '@vendure/core'
import { soldFor } from './zerdali'

const NAME = 'sellerMemberId'

/** Written by the merchant in the dashboard; shoppers neither read nor write it. */
export const customFields: NonNullable<VendureConfig['customFields']> = {
  ProductVariant: [
    {
      name: NAME,
      type: 'int',
      nullable: true,
      public: false,
      label: [
        { languageCode: LanguageCode.tr, value: 'Satıcının Craftgate üye numarası' },
        { languageCode: LanguageCode.en, value: 'Craftgate member number of the seller' },
      ],
    },
  ],
}

export const sellerOf: NonNullable<CraftgatePluginOptions['sellerOf']> = ({ line, price }) => {
  const fields: Readonly<Record<string, unknown>> = { ...line.productVariant.customFields }
  return soldFor(fields[NAME], price)
}
