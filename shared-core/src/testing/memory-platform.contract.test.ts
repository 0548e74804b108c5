import { describeCommercePlatform } from './describe-commerce-platform'
import { MemoryPlatform } from './memory-platform'
import { orderOf } from './shop-harness'

describeCommercePlatform(
  'a shop in memory',
  () => {
    const platform = new MemoryPlatform()
    let orders = 0
    return {
      platform,
      secondServer: platform,
      payableOrder: async () => {
        orders += 1
        const order = `order-${orders}`
        platform.addOrder(order, orderOf(10_000))
        return { order, expected: { minor: 10_000, currency: 'TRY' } }
      },
      rolledBack: (work) => work(),
    }
  },
  { without: ['sales'] },
)
