import { validateRequest } from '@craftgate-commerce/openapi'
import { startingOf } from '../../testing/direct-starting'
import { scriptedClient } from '../../testing/scripted-client'
import { masterpass } from './masterpass'

const MASTERPASS = {
  clientId: '34700000',
  scripts: ['https://shop.example.com/jquery.js', 'https://shop.example.com/mfs-client.js'],
  listToken: async () => 'list-token',
}
const ANSWERS = { cardName: 'Kartım', binNumber: '520922', installment: '1-10000' }
const BUYER = { id: 'customer-7', hasAccount: true, phone: '+905551112233' }

async function given(threeDSecure?: 'always' | 'never') {
  const starting = await startingOf('MASTERPASS', { buyer: BUYER }, { masterpass: MASTERPASS })
  return { ...starting, page: { ...starting.page, threeDSecure }, answers: ANSWERS }
}

test.each([
  ['never', false],
  ['always', true],
  [undefined, true],
] as const)(
  'the token is asked for as the API description knows it (3D Secure: %s)',
  async (rule, forceThreeDS) => {
    let sent: unknown
    const client = scriptedClient({
      searchInstallments: () => ({ items: [] }),
      generateMasterpassPaymentToken: ({ body }) => {
        sent = body
        return { referenceId: 'r1', token: 't1', orderNo: 'o1' }
      },
    })
    const { wayOn } = await masterpass.start(client, await given(rule))
    expect(validateRequest('generateMasterpassPaymentToken', { body: sent })).toEqual([])
    expect(sent).toMatchObject({
      ...{ msisdn: '905551112233', userId: 'customer-7', binNumber: '520922', forceThreeDS },
      createPayment: { price: 100, paidPrice: 100, installment: 1 },
    })
    expect(sent).not.toHaveProperty('createPayment.callbackUrl')
    expect(wayOn.kind).toBe('script')
  },
)

test('an answer without a token leads nobody on', async () => {
  const client = scriptedClient({
    searchInstallments: () => ({ items: [] }),
    generateMasterpassPaymentToken: () => ({ referenceId: 'r1' }),
  })
  await expect(masterpass.start(client, await given())).rejects.toMatchObject({
    code: 'unreadable-start',
  })
})

test('the page tells Masterpass what its guide wants beside the sale, and the sale over it', async () => {
  const purchaseFields = { macroMerchantId: '0600', amount: '1' }
  const sale = await startingOf(
    'MASTERPASS',
    { buyer: BUYER },
    { masterpass: { ...MASTERPASS, purchaseFields } },
  )
  const kept = { referenceId: 'r1', token: 't1', orderNo: 'o1', cardName: 'Kartım' }
  const content = JSON.stringify({ ...kept, amount: '10000', installment: '1' })
  expect(masterpass.onward?.(sale, content).settings).toMatchObject({
    purchase: {
      macroMerchantId: '0600',
      amount: '10000',
      token: 't1',
      listAccountName: 'Kartım',
      aav: 'aav',
    },
  })
})
