import { failureOf, OperationsHarness, tl } from './testing/operations-harness'
import type { Fault } from './testing/scripted-bank'

const two = [
  { price: 6000, paid: 6600 },
  { price: 4000, paid: 4400 },
]

function sale() {
  const harness = new OperationsHarness()
  return { harness, account: harness.bank.open(two) }
}

const keptAway: readonly Fault[] = ['unsent', 'unsent', 'unsent']

describe('the key of a step', () => {
  test('is stored before the request leaves, and is its conversationId and its idempotency key', async () => {
    const { harness, account } = sale()
    const stored: (readonly [string, string | undefined])[] = []
    const save = harness.platform.saveOperation.bind(harness.platform)
    harness.platform.saveOperation = async (operation) => {
      const [step] = operation.steps
      stored.push([`${step?.key} ${step?.state}`, harness.bank.keys.at(-1)])
      return save(operation)
    }
    await harness.refund(account, 5000)
    expect(stored).toEqual([
      ['k1 planned', undefined],
      ['k1 sent', undefined],
      ['k1 done', 'k1'],
    ])
    expect(account.refunds[0]?.conversationId).toBe('k1')
  })

  test('is another one for every operation, also for the same amount of the same payment', async () => {
    const { harness, account } = sale()
    await harness.refund(account, 1000, 'r1')
    await harness.refund(account, 1000, 'r2')
    expect(harness.bank.keys).toEqual(['k1', 'k2'])
  })
})

describe('what surely ended is sent again at once, with the same key', () => {
  test.each<[string, Fault[], number[]]>([
    ['a connection that was refused', ['unsent'], [250]],
    ['one that was refused twice', ['unsent', 'unsent'], [250, 1000]],
    ["Craftgate's own 5xx", ['server-error'], [250]],
    ["Craftgate's own 429, after the time that it asks for", ['too-many'], [3000]],
  ])('%s', async (_, faults, pauses) => {
    const { harness, account } = sale()
    harness.bank.faults.push(...faults)
    expect(await harness.refund(account, 5000)).toMatchObject({ state: 'done' })
    expect(new Set(harness.bank.keys)).toEqual(new Set(['k1']))
    expect(harness.pauses).toEqual(pauses)
    expect(account.gone).toBe(5500)
  })

  test('a 5xx after the money moved gives the first result', async () => {
    const { harness, account } = sale()
    harness.bank.faults.push('server-error-done')
    expect(await harness.refund(account, 5000)).toMatchObject({ state: 'done' })
    expect(account.gone).toBe(5500)
  })
})

describe('after anything else Craftgate is asked first', () => {
  test.each([
    ['a part', 5000, 5500],
    ['all of it', 10_000, 11_000],
  ])('an answer that was lost after %s went back is found out at once', async (_, price, paid) => {
    const { harness, account } = sale()
    harness.bank.faults.push('lost-after')
    expect(await harness.refund(account, price)).toMatchObject({ state: 'done' })
    expect(account.gone).toBe(paid)
    expect(harness.bank.moneyCalls).toHaveLength(1)
  })

  test('a whole refund on a later day, whose answer was lost, is found out at once too', async () => {
    const { harness, account } = sale()
    account.sameDay = false
    harness.bank.faults.push('lost-after')
    expect(await harness.refund(account, 10_000)).toMatchObject({ state: 'done' })
    expect(harness.bank.moneyCalls).toHaveLength(1)
  })

  test('a cancellation whose answer was lost is known as one', async () => {
    const { harness, account } = sale()
    harness.bank.faults.push('lost-after')
    expect(await harness.refund(account, 10_000)).toMatchObject({ operation: { cancelled: true } })
  })

  test.each([
    ['a part', 5000, 5500],
    ['all of it', 10_000, 11_000],
  ])(
    'a request for %s that never arrived is sent again within seconds, with the same key',
    async (_, price, paid) => {
      const { harness, account } = sale()
      harness.bank.faults.push('lost-before')
      expect(await harness.refund(account, price)).toMatchObject({ state: 'done' })
      expect(account.gone).toBe(paid)
      expect(harness.bank.keys).toEqual(['k1', 'k1'])
      expect(harness.pauses).toEqual([2000])
    },
  )

  test('a first request that arrives after the second moves nothing more', async () => {
    const { harness, account } = sale()
    harness.bank.faults.push('late')
    expect(await harness.refund(account, 5000)).toMatchObject({ state: 'done' })
    harness.bank.arrive()
    expect(account.gone).toBe(5500)
  })

  test('what is still not known after a second request is asked about and sent by the next reconcile', async () => {
    const { harness, account } = sale()
    harness.bank.faults.push('lost-before', 'lost-before')
    expect(await harness.refund(account, 5000)).toMatchObject({ state: 'unknown' })
    expect(await harness.resume()).toEqual({ settled: 1, problems: [] })
    expect(harness.reported).toEqual(['r done'])
    expect(harness.bank.keys).toEqual(['k1', 'k1', 'k1'])
    expect(account.gone).toBe(5500)
  })

  test('when it cannot be found out at once the shop is told later', async () => {
    const { harness, account } = sale()
    harness.bank.faults.push('cut-off')
    expect(await harness.refund(account, 9000)).toMatchObject({
      state: 'unknown',
      operation: { state: 'unknown' },
    })
    expect(await harness.resume()).toEqual({
      settled: 0,
      problems: ['refund r of payment 1: its outcome is not known yet'],
    })
    harness.bank.down = false
    expect(await harness.resume()).toEqual({ settled: 1, problems: [] })
    expect(harness.reported).toEqual(['r done'])
    expect(account.gone).toBe(9900)
    expect(harness.bank.moneyCalls).toEqual(['refund k1', 'refund k2'])
  })

  test('a step whose answer is not known holds the later ones back', async () => {
    const { harness, account } = sale()
    harness.bank.faults.push('lost-before', 'lost-before')
    const result = await harness.refund(account, 9000)
    if (result.state === 'failed') throw new Error('failed')
    expect(result.operation.steps.map(({ state }) => state)).toEqual(['sent', 'planned'])
    await harness.resume()
    expect(harness.bank.moneyCalls).toEqual(['refund k1', 'refund k1', 'refund k1', 'refund k2'])
    expect(account.gone).toBe(9900)
  })

  test('a refund is found again among many of the same transaction', async () => {
    const { harness, account } = sale()
    for (const key of ['r1', 'r2', 'r3', 'r4']) await harness.refund(account, 500, key)
    harness.bank.faults.push('lost-after')
    expect(await harness.refund(account, 500, 'r5')).toMatchObject({ state: 'done' })
    expect(harness.bank.moneyCalls).toHaveLength(5)
  })
})

describe('where a key cannot be relied upon it is sent again only after a second miss, apart in time', () => {
  const lostTwice = async () => {
    const { harness, account } = sale()
    harness.bank.honoursKeys = false
    harness.bank.faults.push('lost-before', 'lost-before')
    await harness.refund(account, 5000)
    expect(harness.bank.moneyCalls).toHaveLength(2)
    return { harness, account }
  }

  test('after a change of the API key', async () => {
    const { harness, account } = await lostTwice()
    harness.apiKey = 'second'
    await harness.resume()
    expect(harness.operation().steps[0]?.notFoundAt).toBeDefined()
    harness.pass(59)
    await harness.operations.resumeOperations()
    expect(harness.bank.moneyCalls).toHaveLength(2)
    harness.pass(1)
    await harness.operations.resumeOperations()
    expect(harness.bank.moneyCalls).toHaveLength(3)
    expect(account.gone).toBe(5500)
  })

  test('not before the first request can be over', async () => {
    const { harness } = await lostTwice()
    harness.apiKey = 'second'
    harness.pass(179)
    await harness.operations.resumeOperations()
    expect(harness.operation().steps[0]?.notFoundAt).toBeUndefined()
  })

  test('of an operation that is older than a day', async () => {
    const { harness, account } = await lostTwice()
    harness.pass(25 * 3600)
    await harness.operations.resumeOperations()
    expect(harness.bank.moneyCalls).toHaveLength(2)
    await harness.resume()
    expect(harness.bank.moneyCalls).toHaveLength(3)
    expect(account.gone).toBe(5500)
  })
})

describe('the same 5xx three times may be a remembered answer', () => {
  const remembered = async () => {
    const { harness, account } = sale()
    harness.bank.remembersServerErrors = true
    harness.bank.faults.push('server-error')
    expect(await harness.refund(account, 5000)).toMatchObject({ state: 'unknown' })
    expect(harness.bank.keys).toEqual(['k1', 'k1', 'k1'])
    return { harness, account }
  }

  test('so a new key is made, once the reports missed it twice, apart in time', async () => {
    const { harness, account } = await remembered()
    harness.pass(59)
    await harness.operations.resumeOperations()
    expect(harness.bank.keys).toHaveLength(3)
    harness.pass(1)
    await harness.operations.resumeOperations()
    expect(harness.bank.keys.slice(3)).toEqual(['k2'])
    expect(harness.operation().steps[0]).toMatchObject({ key: 'k2', earlierKeys: ['k1'], state: 'done' })
    expect(account.gone).toBe(5500)
  })

  test('and what is found under an earlier key counts', async () => {
    const { harness, account } = await remembered()
    harness.bank.faults.push('lost-before', 'lost-before')
    harness.pass(60)
    await harness.operations.resumeOperations()
    expect(harness.operation().steps[0]).toMatchObject({ key: 'k2', state: 'sent' })
    harness.bank.recordRefund(account, 11, 5500, 'k1')
    harness.pass(1)
    await harness.operations.resumeOperations()
    expect(harness.operation()).toMatchObject({ state: 'done' })
    expect(account.gone).toBe(5500)
  })

  test('when the money moved all the same, it is found at once', async () => {
    const { harness, account } = sale()
    harness.bank.remembersServerErrors = true
    harness.bank.faults.push('server-error-done')
    expect(await harness.refund(account, 5000)).toMatchObject({ state: 'done' })
    expect(account.gone).toBe(5500)
  })
})

describe('a record counts only when it is what was asked', () => {
  test('an old refund under the same key, in a database that was restored, is not taken as success', async () => {
    const harness = new OperationsHarness()
    const account = harness.bank.open([{ price: 50_000 }])
    harness.bank.recordRefund(account, 11, 1000, 'k1')
    harness.bank.faults.push('lost-before')
    const failed = failureOf(await harness.refund(account, 20_000))
    expect(failed.error.code).toBe('answer-differs')
    expect(failed.message.en).toContain('asked TRY 200.00 #1/11, found TRY 10.00')
    expect(failed.message.tr).toContain('istenen 200,00 TL #1/11, bulunan 10,00 TL')
    expect(failed.movedAmount).toBeUndefined()
    expect(account.gone).toBe(1000)
  })

  test('a first result for another amount, given for the key, is not either', async () => {
    const harness = new OperationsHarness()
    const account = harness.bank.open([{ price: 50_000 }])
    await harness.refund(account, 1000, 'r1')
    harness.forgetKeys()
    expect(failureOf(await harness.refund(account, 20_000, 'r2')).error.code).toBe('answer-differs')
    expect(account.gone).toBe(1000)
  })
})

test('what Craftgate carried out twice under one key is told to the merchant, once', async () => {
  const { harness, account } = sale()
  harness.bank.honoursKeys = false
  harness.bank.faults.push('late')
  expect(await harness.refund(account, 3000)).toMatchObject({ state: 'done' })
  harness.bank.arrive()
  expect(account.gone).toBe(6600)
  expect((await harness.resume()).problems).toEqual([
    expect.stringContaining('asked TRY 33.00 #1/11, found TRY 33.00/11 + TRY 33.00/11'),
  ])
  expect(await harness.resume()).toEqual({ settled: 0, problems: [] })
})

test('a 429 that asks to wait for longer than the call may is sent again by the next reconcile', async () => {
  const { harness, account } = sale()
  harness.bank.faults.push('too-many-for-long')
  expect(await harness.refund(account, 5000)).toMatchObject({ state: 'unknown' })
  expect(harness.bank.moneyCalls).toHaveLength(1)
  await harness.resume()
  expect(account.gone).toBe(5500)
})

describe('what surely never left is over', () => {
  test('three refunds that could not be sent stay unsent when Craftgate is back', async () => {
    const harness = new OperationsHarness()
    const account = harness.bank.open([{ price: 50_000 }])
    for (const [key, minor] of Object.entries({ r1: 10_000, r2: 9000, r3: 12_000 })) {
      harness.bank.faults.push(...keptAway)
      expect(failureOf(await harness.refund(account, minor, key))).toMatchObject({
        error: { code: 'nothing-sent' },
        passing: true,
        message: { en: expect.stringContaining('nothing was sent. Please try again') },
      })
    }
    await harness.resume()
    await harness.resume()
    expect(failureOf(await harness.refund(account, 10_000, 'r1')).error.code).toBe('nothing-sent')
    expect(account.gone).toBe(0)
    expect(harness.reported).toEqual(['r1 failed', 'r2 failed', 'r3 failed'])
    expect(await harness.refund(account, 50_000, 'r4')).toMatchObject({ state: 'done' })
  })

  test('a cancel after a capture that could not be sent captures nothing', async () => {
    const harness = new OperationsHarness()
    const account = harness.bank.open(two, 'PRE_AUTH')
    harness.bank.faults.push(...keptAway)
    expect(failureOf(await harness.capture(account)).error.code).toBe('nothing-sent')
    expect(await harness.void(account)).toMatchObject({ state: 'done' })
    await harness.resume()
    expect(account.captures).toBe(0)
  })

  test('one request that may have left makes it unknown', async () => {
    const { harness, account } = sale()
    harness.bank.faults.push('server-error', 'unsent', 'unsent', ...keptAway)
    expect(await harness.refund(account, 5000)).toMatchObject({ state: 'unknown' })
    await harness.resume()
    expect(account.gone).toBe(5500)
  })

  test('of several steps, what moved before stays moved', async () => {
    const { harness, account } = sale()
    harness.bank.faults.push('fine', ...keptAway)
    const failed = failureOf(await harness.refund(account, 9000))
    expect(failed.movedAmount).toEqual(tl(6000))
    await harness.resume()
    expect(account.gone).toBe(6600)
  })
})

describe('an operation sends only its own steps', () => {
  test('the next refund asks about an open one, and sends nothing for it', async () => {
    const { harness, account } = sale()
    harness.bank.faults.push('lost-before', 'lost-before')
    await harness.refund(account, 5000, 'r1')
    expect(await harness.refund(account, 1000, 'r2')).toMatchObject({ state: 'done' })
    expect(harness.bank.keys).toEqual(['k1', 'k1', 'k2'])
    expect(harness.operation('r1').state).toBe('unknown')
  })

  test('it finds out what became of the open one, and the shop still hears of it', async () => {
    const { harness, account } = sale()
    harness.bank.faults.push('late', 'late')
    await harness.refund(account, 5000, 'r1')
    harness.bank.arrive()
    expect(await harness.refund(account, 1000, 'r2')).toMatchObject({ state: 'done' })
    expect(harness.reported).toEqual([])
    await harness.resume()
    expect(harness.reported).toEqual(['r1 done', 'r2 done'])
    expect(account.gone).toBe(6600)
  })

  test('asking again with the same key carries it on', async () => {
    const { harness, account } = sale()
    harness.bank.faults.push('lost-before', 'lost-before')
    await harness.refund(account, 5000)
    expect(await harness.refund(account, 5000)).toMatchObject({ state: 'done', operation: { state: 'done' } })
    expect(account.gone).toBe(5500)
  })

  test('another refund is planned around one that is not known', async () => {
    const { harness, account } = sale()
    harness.bank.faults.push('lost-before', 'lost-before')
    await harness.refund(account, 5000, 'r1')
    expect(failureOf(await harness.refund(account, 5001, 'r2')).error.code).toBe('beyond-left')
    expect(await harness.refund(account, 5000, 'r3')).toMatchObject({ state: 'done' })
    await harness.resume()
    expect(account.gone).toBe(11_000)
  })

  test('nothing but a refund is tried while an operation is not known', async () => {
    const { harness, account } = sale()
    harness.bank.faults.push('lost-before', 'lost-before')
    await harness.refund(account, 5000)
    expect(failureOf(await harness.void(account)).error.code).toBe('unsettled')
  })
})

describe('a refusal', () => {
  test('of a repeated request, because the first one arrived after all, is done', async () => {
    const { harness, account } = sale()
    harness.bank.honoursKeys = false
    harness.bank.faults.push('lost-after-asking', 'refused')
    expect(await harness.refund(account, 6000)).toMatchObject({ state: 'done' })
    expect(account.gone).toBe(6600)
  })

  test('that leaves it open whether the bank did it is asked about at once', async () => {
    const { harness, account } = sale()
    harness.bank.faults.push('undecided-done')
    expect(await harness.refund(account, 5000)).toMatchObject({ state: 'done' })
    expect(harness.operation().error).toBeUndefined()
  })

  test('is forgotten when it turns out later that the bank did it', async () => {
    const { harness, account } = sale()
    harness.bank.faults.push('undecided-cut-off')
    expect(await harness.refund(account, 5000)).toMatchObject({
      state: 'unknown',
      operation: { error: { code: '10209' } },
    })
    harness.bank.down = false
    await harness.resume()
    expect(harness.reported).toEqual(['r done'])
    expect(harness.operation().error).toBeUndefined()
  })

  test('that leaves it open is failed when it surely did not happen, and is not sent again', async () => {
    const { harness, account } = sale()
    harness.bank.faults.push('undecided')
    expect(await harness.refund(account, 5000, 'r1')).toMatchObject({ state: 'unknown' })
    await harness.resume()
    await harness.resume()
    expect(harness.reported).toEqual(['r1 failed'])
    expect(harness.bank.moneyCalls).toEqual(['refund k1'])
    expect(failureOf(await harness.refund(account, 5000, 'r1')).message.en).toBe(
      'The refund failed. The bank did not answer.',
    )
    expect(await harness.refund(account, 10_000, 'r2')).toMatchObject({ state: 'done' })
  })
})

test('a whole refund that somebody made in the panel meanwhile is done: the money is back', async () => {
  const { harness, account } = sale()
  harness.bank.faults.push('lost-before', 'lost-before')
  await harness.refund(account, 10_000)
  harness.bank.refundInPanel(account, 11, 6600)
  harness.bank.refundInPanel(account, 12, 4400)
  await harness.resume()
  expect(harness.reported).toEqual(['r done'])
})

test('what was refunded elsewhere after the plan was made is failed, once it is sure', async () => {
  const { harness, account } = sale()
  harness.bank.faults.push('lost-before', 'lost-before')
  await harness.refund(account, 5000)
  harness.bank.refundInPanel(account, 11, 6600)
  for (let times = 0; times < 3; times += 1) await harness.resume()
  expect(harness.platform.settledOperations).toMatchObject([
    { state: 'failed', error: { group: 'MAY_HAVE_ALREADY_REFUNDED' } },
  ])
  expect(account.gone).toBe(6600)
})
