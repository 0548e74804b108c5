import { parse } from 'node-html-parser'
import { SHOP_B, type TestHarnessInput, testHarness } from '../../../../test/merchant-harness'
import { attemptRow, paymentRow } from '../../../../test/rows'

const GRANTED = "A loan of 100.00 TRY was granted and waits for the merchant's approval"
const waiting = paymentRow({ mode: 'live' })

const withLoan = (attempt: Parameters<typeof attemptRow>[0], approveLoan?: TestHarnessInput['approveLoan']) =>
  testHarness({ rows: { sessions: [waiting], attempts: [attemptRow(attempt)] }, approveLoan })

const buttonOf = async ({ get }: ReturnType<typeof testHarness>) =>
  parse(await (await get('/payments/payment-1')).text()).querySelector('form[action$="/approve-loan"]')

test('a loan that waits for the merchant has a button, which approves it and leads back', async () => {
  const approved: string[] = []
  const harness = withLoan({ note: GRANTED }, async ({ id }) => approved.push(id) > 0)
  const action = (await buttonOf(harness))?.getAttribute('action')
  expect(action).toBe('/payments/payment-1/approve-loan')
  const answer = await harness.post(action ?? '')
  const back = answer.headers.get('location') ?? ''
  expect([answer.status, back]).toEqual([303, '/payments/payment-1?done=loan-approved'])
  expect(await (await harness.get(back)).text()).toContain('Kredi onaylandı')
  expect(approved).toEqual(['payment-1'])
})

test.each([{ note: null }, { note: GRANTED, state: 'captured' }, { note: GRANTED, amount: 9_000 }] as const)(
  'there is no button when none waits: %j',
  async (attempt) => {
    expect(await buttonOf(withLoan(attempt))).toBeNull()
  },
)

test.each([async () => false, () => Promise.reject(new Error('later'))])(
  'an approval that came to nothing is said, not thrown',
  async (approveLoan) => {
    const { get, post } = withLoan({ note: GRANTED }, approveLoan)
    const back = (await post('/payments/payment-1/approve-loan')).headers.get('location') ?? ''
    expect(back).toBe('/payments/payment-1?done=loan-not-approved')
    expect(await (await get(back)).text()).toContain('Kredi onaylanmadı')
  },
)

test('who asks for data is told the same', async () => {
  const { post } = withLoan({ note: GRANTED }, async () => true)
  const answer = await post('/payments/payment-1/approve-loan', {}, { accept: 'application/json' })
  expect([answer.status, await answer.json()]).toEqual([200, { done: 'loan-approved' }])
})

test('another shop approves nothing here', async () => {
  const asked: string[] = []
  const { post } = withLoan({ note: GRANTED }, async ({ id }) => asked.push(id) > 0)
  const answer = await post('/payments/payment-1/approve-loan', {}, { 'x-shop': SHOP_B })
  expect([answer.status, asked]).toEqual([404, []])
})
