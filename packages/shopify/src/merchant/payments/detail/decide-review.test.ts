import { CraftgateError } from '@craftgate-commerce/core'
import { parse } from 'node-html-parser'
import { SHOP_B, type TestHarnessInput, testHarness } from '../../../../test/merchant-harness'
import { attemptRow, paymentRow } from '../../../../test/rows'

const session = paymentRow({ mode: 'live' })
type Attempt = Parameters<typeof attemptRow>[0]
const underReview = (decideReview?: TestHarnessInput['decideReview'], over: Attempt = {}) =>
  testHarness({
    rows: { sessions: [session], attempts: [attemptRow({ state: 'review', ...over })] },
    decideReview,
  })

const buttonsOf = async ({ get }: ReturnType<typeof testHarness>) =>
  parse(await (await get('/payments/payment-1')).text())
    .querySelectorAll('form[action$="-review"]')
    .map((form) => form.getAttribute('action') ?? '')

test('a payment under review has a button for each decision, which leads back and says what it did', async () => {
  const decided: string[] = []
  const harness = underReview(async ({ id }, decision) => decided.push(`${id} ${decision}`) > 0)
  const buttons = await buttonsOf(harness)
  for (const button of buttons) {
    const back = (await harness.post(button)).headers.get('location') ?? ''
    expect(await (await harness.get(back)).text()).toMatch(/Onaylandı; Shopify|Reddedildi; para geri/)
  }
  expect(decided).toEqual(['payment-1 approve', 'payment-1 reject'])
})

test.each([{ state: 'captured' }, { state: 'refunded' }, { context: { rejected: 'fraud' } }] as const)(
  'there is no button when none waits: %j',
  async (over) => {
    expect(await buttonsOf(underReview(undefined, over as Attempt))).toEqual([])
  },
)

const refusal = new CraftgateError({
  ...{ kind: 'invalid-request', code: 'approved-already', message: 'Approved', retry: 'no' },
  merchantMessage: { tr: 'Onaylandı', en: 'Approved' },
})

test.each([async () => false, () => Promise.reject(refusal)])(
  'a decision that cannot be made is said, not thrown',
  async (decideReview) => {
    const { get, post } = underReview(decideReview)
    const back = (await post('/payments/payment-1/reject-review')).headers.get('location') ?? ''
    expect(back).toBe('/payments/payment-1?done=review-not-decided')
    expect(await (await get(back)).text()).toContain('Bu karar verilemedi')
  },
)

test('another shop decides nothing here', async () => {
  const asked: string[] = []
  const { post } = underReview(async ({ id }) => asked.push(id) > 0)
  const answer = await post('/payments/payment-1/approve-review', {}, { 'x-shop': SHOP_B })
  expect([answer.status, asked]).toEqual([404, []])
})
