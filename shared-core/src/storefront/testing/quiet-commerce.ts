import type { StorefrontShop } from '../storefront-shop'

const notAsked = (): Promise<never> => Promise.reject(new Error('A test did not expect this question'))
const nobody = () => {
  throw new Error('A test did not expect this question')
}

/** A core that nothing may be asked of; a test puts in what it expects. */
export const quietCommerce = (): StorefrontShop['commerce'] =>
  ({
    timeZone: 'Europe/Istanbul',
    installments: notAsked,
    loanOffers: notAsked,
    settleReturned: notAsked,
    refunded: notAsked,
    waysToPay: nobody,
    storedCards: notAsked,
    renameStoredCard: notAsked,
    deleteStoredCard: notAsked,
    members: { customers: { find: notAsked, ensure: notAsked } },
    wallets: { find: notAsked, open: notAsked, moves: notAsked, topUp: notAsked },
  }) as unknown as StorefrontShop['commerce']
