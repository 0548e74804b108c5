import { TransactionalConnection } from '@vendure/core'
import { MoreThan } from 'typeorm'
import { CraftgateCheckout } from './entities'
import { CraftgateShop } from './test/craftgate-shop'

// What the mutation deletes that the command line asks again and again.

let harness: CraftgateShop
beforeAll(async () => {
  harness = await CraftgateShop.start()
}, 600_000)
afterAll(() => harness?.close())

const applied = async (): Promise<object> => {
  const { craftgateApplyRetention } = await harness.shop.manage<{ craftgateApplyRetention: object }>(
    `mutation { craftgateApplyRetention { paid unpaid webhooks } }`,
  )
  return craftgateApplyRetention
}

const attempts = () =>
  harness.shop.app.get(TransactionalConnection).rawConnection.getRepository(CraftgateCheckout)

test('an attempt goes when it is older than it is kept, and nothing else does', async () => {
  await harness.bought()
  expect(await applied()).toEqual({ paid: 0, unpaid: 0, webhooks: 0 })
  const fourYearsAgo = new Date(Date.now() - 1_460 * 86_400_000)
  await attempts().update({ version: MoreThan(0) }, { changedAt: fourYearsAgo })
  const { begun } = await harness.bought()
  expect(await applied()).toMatchObject({ paid: expect.any(Number), unpaid: 0 })
  expect((await attempts().find()).map(({ reference }) => reference)).toEqual([begun.reference])
  expect(await applied()).toEqual({ paid: 0, unpaid: 0, webhooks: 0 })
})
