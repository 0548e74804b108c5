// Money that members put into their wallets is no order's, and no difference of a day.
import { Shopper, testCards } from '@craftgate-commerce/sandbox'
import { money } from '../money'
import { AYSE, WalletShop } from '../wallets/testing/wallet-shop'
import { compareDay } from './compare-day'

test('a top-up by card and a deposit by transfer', async () => {
  const shop = await WalletShop.start()
  try {
    await shop.reset()
    const wallets = shop.wallets()
    const ofAyse = { merchant: 'shop', memberId: AYSE, amount: money(10_000, 'TRY') }
    expect(await wallets.deposit({ ...ofAyse, key: 'd' })).toMatchObject({ state: 'done' })
    const { url } = await wallets.topUp(ofAyse)
    const shopper = new Shopper()
    await shopper.open(url)
    await shopper.pay({ card: testCards.success, deliver: false })
    const deps = { client: shop.clientFor('shop'), account: 'shop:sandbox', platform: shop.platform }
    expect(await compareDay(deps, '2026-03-02')).toMatchObject({ compared: 2, ofNoOrder: 2, differences: [] })
  } finally {
    await shop.close()
  }
})
