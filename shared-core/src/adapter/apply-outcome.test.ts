import type { PaymentFacts, PaymentOutcome } from '../payment/outcome'
import type { ApplyResult, CheckoutRecord, PaymentOperation } from '../platform'
import { applyOutcome, followPayment, isRefundScheduled } from './apply-outcome'

const facts = { paymentId: 81 } as PaymentFacts
const error = { code: '10051' }
const outcomeOf = (kind: PaymentOutcome['kind']) => ({ kind, facts, error }) as unknown as PaymentOutcome

describe('an outcome reaches its handler', () => {
  const handlers = {
    accept: async ({ kind }: { kind: string }): Promise<ApplyResult> =>
      kind === 'review' ? 'unexpected' : 'applied',
    decline: async (): Promise<ApplyResult> => 'already',
  }

  test.each([
    ['captured', 'applied'],
    ['authorized', 'applied'],
    ['review', 'unexpected'],
    ['declined', 'already'],
  ] as const)('%s is answered by what the shop answers', async (kind, result) => {
    expect(await applyOutcome(outcomeOf(kind), handlers)).toBe(result)
  })

  test.each(['pending', 'expired', 'mismatch'] as const)('%s is nothing to apply', async (kind) => {
    await expect(applyOutcome(outcomeOf(kind), handlers)).rejects.toThrow(`'${kind}'`)
  })
})

describe('a payment that the order holds', () => {
  const following = async (kind: PaymentOutcome['kind'], isOpen: boolean) => {
    const done: string[] = []
    const payment = {
      isOpen,
      capture: async () => done.push('captured'),
      cancel: async () => done.push('cancelled'),
    }
    return { result: await followPayment(payment, outcomeOf(kind)), done }
  }

  test.each([
    ['captured', 'applied', ['captured']],
    ['declined', 'applied', ['cancelled']],
    ['authorized', 'already', []],
    ['review', 'already', []],
  ] as const)('while it is open, %s is %s', async (kind, result, done) => {
    expect(await following(kind, true)).toEqual({ result, done })
  })

  test.each(['captured', 'declined'] as const)('is left alone by %s when it is over', async (kind) => {
    expect(await following(kind, false)).toEqual({ result: 'already', done: [] })
  })
})

describe('money is on its way back', () => {
  const record = { state: 'open', account: 'tr:live' } as CheckoutRecord
  const scheduled = (
    state: CheckoutRecord['state'] | undefined,
    operations: readonly Pick<PaymentOperation, 'kind' | 'state'>[] = [],
  ) =>
    isRefundScheduled(
      {
        checkouts: { latest: async () => (state === undefined ? undefined : { ...record, state }) },
        operations: {
          of: async ({ account }) => (account === 'tr:live' ? (operations as PaymentOperation[]) : []),
        },
      },
      record,
      81,
    )

  test.each(['refunding', 'refunded', 'needs-review'] as const)(
    'when the attempt is %s by now',
    async (state) => {
      expect(await scheduled(state)).toBe(true)
    },
  )

  test.each(['refund', 'void'] as const)('when a %s was written down', async (kind) => {
    expect(await scheduled('open', [{ kind, state: 'unknown' }])).toBe(true)
    expect(await scheduled('open', [{ kind, state: 'failed' }])).toBe(false)
  })

  test('not when nobody began to give it back', async () => {
    expect(await scheduled('open', [{ kind: 'capture', state: 'done' }])).toBe(false)
    expect(await scheduled(undefined)).toBe(false)
  })
})
