import { Shopper, testCards } from '@craftgate-commerce/sandbox'
import type { Row, Scene } from '../scene'
import type { Customer } from '../store'

// Closed-loop wallets of customers who have an account.

const FILLED = 5_000

/** The customer fills the wallet on the page that the shop opens for it. */
export async function customerWithWallet(scene: Scene): Promise<Customer> {
  const customer = await scene.store.registerCustomer()
  const shopper = new Shopper({ lang: 'tr' })
  await shopper.open(await scene.store.topUpWallet(customer, FILLED))
  await shopper.pay({ card: testCards.success })
  expect(await scene.store.walletOf(customer)).toMatchObject({ balance: FILLED })
  return customer
}

export const wallets: readonly Row[] = [
  {
    title: 'wallet: a payment with a wallet part is refunded, and each part goes back to where it came from',
    needs: ['customers'],
    async play(scene) {
      const customer = await customerWithWallet(scene)
      const { order, shopper } = await scene.goToPay(await scene.place({ customer }))
      await shopper.pay({ card: testCards.success, useWallet: true })
      await scene.expectPaid(order)
      expect(await scene.store.walletOf(customer)).toMatchObject({ balance: 0 })
      expect(await scene.store.refund(order, { everything: true })).toMatchObject({ amount: order.total })
      await scene.lookUntil(order, ({ refunded }) => refunded === order.total)
      expect(await scene.store.walletOf(customer)).toMatchObject({
        ...{ balance: FILLED, moves: expect.arrayContaining(['DEPOSIT_FROM_CARD', 'PAYMENT_REDEEM']) },
      })
    },
  },
  {
    title: 'wallet: nobody but the customer sees it, and who holds the link pays from their own pocket',
    needs: ['customers'],
    async play(scene) {
      const customer = await customerWithWallet(scene)
      expect(await scene.store.walletOf(await scene.store.registerCustomer())).toBeUndefined()
      expect(await scene.store.walletOf(undefined)).toBeUndefined()
      const order = await scene.place({ customer })
      const { url } = await scene.store.payLink(order)
      const stranger = new Shopper()
      await stranger.open(url.split('&opener=')[0] ?? url)
      await expect(stranger.pay({ card: testCards.success, useWallet: true })).rejects.toThrow()
      await scene.expectUnpaid(order)
      expect(await scene.store.walletOf(customer)).toMatchObject({ balance: FILLED })
    },
  },
]
