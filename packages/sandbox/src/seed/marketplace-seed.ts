import type { SeedInput } from './seed'

type MerchantInput = NonNullable<SeedInput['merchants']>[number]

/**
 * A marketplace with a seller whose money goes into his wallet and one whose money goes to his IBAN, and a shop whose
 * customers have wallets: by the portal no merchant has both. `craftgate-sandbox --seed marketplace` starts with it.
 */
export const MARKETPLACE_SEED: { merchants: [MerchantInput, MerchantInput] } = {
  merchants: [
    {
      ...{ name: 'Çarşı Pazaryeri', type: 'MARKETPLACE' },
      ...{ apiKey: 'marketplace-api-key', secretKey: 'marketplace-secret-key' },
      members: [
        {
          ...{ id: 1, name: 'Zeytin Dalı Gıda', isBuyer: false, isSubMerchant: true },
          settlementEarningsDestination: 'WALLET',
        },
        {
          ...{ id: 2, name: 'Bakır Atölyesi', isBuyer: false, isSubMerchant: true },
          ...{ iban: 'TR320010009999901234567890', maximumNegativeBalance: '50' },
        },
        { id: 3, name: 'Haluk Demir' },
      ],
    },
    {
      ...{ name: 'Köşe Dükkânı', type: 'STANDARD' },
      ...{ apiKey: 'wallet-api-key', secretKey: 'wallet-secret-key' },
      members: [
        { id: 11, name: 'Ayşe Yılmaz', hasWallet: true, walletBalance: '250' },
        { id: 12, name: 'Mehmet Kaya' },
      ],
    },
  ],
}
