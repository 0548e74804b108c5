import { createHash } from 'node:crypto'
import { callbackMeans, isGenuineApmCallback, isGenuineThreeDSCallback } from './callback'

const KEY = 'merchantCallbackKeySandbox'
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

// Printed by Craftgate's pages and official samples.
const v1 = {
  status: 'SUCCESS',
  completeStatus: 'COMPLETED',
  paymentId: '1',
  conversationId: '456d1297-908e-4bd6-a13b-4be31a6e47d5',
  conversationData: null,
  callbackStatus: undefined,
  hash: 'fffe880629292588380ae03732e2e69d223f07a099c908ec8664e3b033c7523a',
}
const v2 = {
  status: 'SUCCESS',
  callbackStatus: '',
  completeStatus: 'WAITING',
  paymentId: '863',
  conversationData: '',
  conversationId: 'd1811bb0-25a2-40c7-ba71-c8b605259611',
  mdStatus: '1',
  hashParams: 'status:callbackStatus:completeStatus:paymentId:conversationData:conversationId:mdStatus',
  hash: '00756350c571f5bded587b0e21e2ee3cf53cbb126b8106126059baf6d39e2d9b',
}
const v2OtherOrder = {
  status: 'SUCCESS',
  callbackStatus: '',
  paymentId: '863',
  paymentStatus: 'SUCCESS',
  conversationId: 'd1811bb0-25a2-40c7-ba71-c8b605259611',
  mdStatus: '1',
  hashParams: 'paymentId:status:callbackStatus:conversationId:mdStatus',
  hash: '9f746eb6b0886636654243e04e4c69fd84c4ca78a6afcc442491d25663142a21',
}

describe('3D Secure', () => {
  test('the V1 callback of the documentation is genuine', () => {
    expect(isGenuineThreeDSCallback(v1, KEY)).toBe(true)
  })

  test('the V1 callback of the official samples is genuine', () => {
    const sample = {
      status: 'SUCCESS',
      completeStatus: 'WAITING',
      paymentId: '5',
      conversationData: 'conversation-data',
      conversationId: 'conversation-id',
      hash: '1d3fa1e51fe7c350185c5a7f8c3ff513a991367b08c16a56f4ab9abeb738a1e1',
    }
    expect(isGenuineThreeDSCallback(sample, 'merchantThreeDsCallbackKeySndbox')).toBe(true)
  })

  test.each([v2, v2OtherOrder])('a V2 callback is genuine in whatever order hashParams names', (fields) => {
    expect(isGenuineThreeDSCallback(fields, KEY)).toBe(true)
  })

  test('a hash in capitals is the same hash', () => {
    expect(isGenuineThreeDSCallback({ ...v2, hash: v2.hash.toUpperCase() }, KEY)).toBe(true)
  })

  test.each([
    ['V1 status', { ...v1, status: 'FAILURE' }],
    ['V1 payment', { ...v1, paymentId: '2' }],
    ['V1 without hash', { ...v1, hash: undefined }],
    ['V2 status', { ...v2, status: 'FAILURE' }],
    ['V2 payment', { ...v2, paymentId: '864' }],
    ['V2 without hash', { ...v2, hash: null }],
    ['V2 as V1', { ...v2, hashParams: '' }],
  ])('%s changed: forged', (_, fields) => {
    expect(isGenuineThreeDSCallback(fields, KEY)).toBe(false)
  })

  test('another key: forged', () => {
    expect(isGenuineThreeDSCallback(v1, 'x')).toBe(false)
    expect(isGenuineThreeDSCallback(v2, 'x')).toBe(false)
  })

  test.each(['status', 'paymentId', 'conversationId'])('a V2 hash that leaves out %s is refused', (left) => {
    const names = ['status', 'paymentId', 'conversationId', 'mdStatus'].filter((name) => name !== left)
    const fields = { ...v2, hashParams: names.join(':') }
    const values: Readonly<Record<string, string>> = { ...fields }
    const hash = hashOf(KEY + names.map((name) => values[name]).join(''))
    expect(isGenuineThreeDSCallback({ ...fields, hash }, KEY)).toBe(false)
  })

  test('a V2 hash that names a parameter twice is refused', () => {
    const fields = { ...v2, hashParams: 'status:paymentId:conversationId:status' }
    const hash = hashOf(`${KEY}SUCCESS863${v2.conversationId}SUCCESS`)
    expect(isGenuineThreeDSCallback({ ...fields, hash }, KEY)).toBe(false)
  })
})

describe('APM, GarantiPay, World Pay', () => {
  const apm = {
    status: 'SUCCESS',
    paymentId: '1',
    conversationId: '456d1297-908e-4bd6-a13b-4be31a6e47d5',
  }
  const text = (...deps: string[]): string => [KEY, ...deps].join('###')

  test('the examples that the pages print are genuine, although they use the V1 order', () => {
    const printed = [
      { ...apm, hash: '3a3f520be02eaca2e689d1db855af3925cbdd8db5f850b2b9e61f7ccb9d997b4' },
      {
        status: 'SUCCESS',
        paymentId: '317832',
        conversationId: 'd1811bb0-25a2-40c7-ba71-c8b605259611',
        hash: '919401dcdd7f45bb258759d783e7e88d2ea60144925fb90520ad78e64eb5b427',
      },
    ]
    expect(printed.map((fields) => isGenuineApmCallback(fields, KEY))).toEqual([true, true])
  })

  test('the order that the APM page describes is genuine too', () => {
    const hash = hashOf(text('SUCCESS', '1', apm.conversationId, ''))
    expect(isGenuineApmCallback({ ...apm, hash }, KEY)).toBe(true)
  })

  test('the order that the GarantiPay page describes is genuine too', () => {
    const hash = hashOf(text('SUCCESS', '1', '', apm.conversationId, ''))
    expect(isGenuineApmCallback({ ...apm, hash }, KEY)).toBe(true)
  })

  test('a changed field or another key is forged', () => {
    const hash = hashOf(text('SUCCESS', '1', apm.conversationId, ''))
    expect(isGenuineApmCallback({ ...apm, paymentId: '2', hash }, KEY)).toBe(false)
    expect(isGenuineApmCallback({ ...apm, hash }, 'x')).toBe(false)
    expect(isGenuineApmCallback(apm, KEY)).toBe(false)
  })
})

test.each([
  [{ status: 'SUCCESS' }, 'succeeded'],
  [{ status: 'FAILURE' }, 'failed'],
  [{ status: 'FAILURE', callbackStatus: 'ALREADY_RETURNED' }, 'look-it-up'],
  [{}, 'failed'],
] as const)('%j means %s', (fields, meaning) => {
  expect(callbackMeans(fields)).toBe(meaning)
})
