import { Shopper, testCards } from '@craftgate-commerce/sandbox'
import type { Row, Scene } from '../scene'
import type { Customer } from '../store'
import { decimal, panelOf, toldIn } from './money-in-panel'

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
    title: 'wallet: refunded into the wallet from the panel, of a member’s payment and of nobody else’s',
    needs: ['customers', 'panel-money'],
    async play(scene) {
      const customer = await customerWithWallet(scene)
      const { order, shopper, reference } = await scene.goToPay(await scene.place({ customer }))
      await shopper.pay({ card: testCards.success })
      await scene.expectPaid(order)
      const browser = await panelOf(scene)
      const path = `/payments/${reference}/refund`
      const chosen = `${path}?amount=${decimal(1_000)}&to=wallet`
      expect(toldIn(await browser.text(chosen))).toBe(1_000)
      expect(await browser.post(path, await browser.form(chosen))).toContain('done=refunded')
      expect(await scene.look(order)).toMatchObject({ refunded: 1_000, refundPending: 0 })
      expect(await scene.store.walletOf(customer)).toMatchObject({
        ...{ balance: FILLED + 1_000, moves: expect.arrayContaining(['REFUND_TX_TO_WALLET']) },
      })
      const { reference: guests } = await scene.buy()
      expect(await browser.form(`/payments/${guests}/refund?amount=10&to=wallet`)).not.toHaveProperty('to')
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
