import { createMedusaContainer } from '@medusajs/framework/utils'
import paymentModule from '@medusajs/medusa/payment'
import { configure, providerWith } from './payment-module/merchant-config'

// What a merchant reads when medusa-config is not right: Medusa's payment module does not start.

async function start(options: object): Promise<void> {
  for (const load of paymentModule.loaders ?? []) {
    await load({ container: createMedusaContainer(), options: providerWith(options) })
  }
}

test('wrong options of the provider stop the start, one line for each wrong key', async () => {
  configure({ craftgate: {} })
  const refused = await start({ paymentPhase: 'LATER', merchant: 7, phase: 'AUTH' }).catch(String)
  expect(String(refused).split('\n').slice(1)).toEqual([
    expect.stringMatching(/^- merchant: /),
    "- paymentPhase: must be 'AUTH' or 'PRE_AUTH'",
    expect.stringMatching(/^- phase: is no option/),
  ])
})

test('a provider without the plugin stops the start, and the line to add is told', async () => {
  configure({ payment: {} })
  await expect(start({})).rejects.toThrow(
    "Add to `plugins`: { resolve: '@craftgate-commerce/medusa', options: {...} }",
  )
})
