import { apmCallback, callbackV1, callbackV2 } from './callback'

const key = 'merchantCallbackKeySandbox'

it('hashes the known vector of version 1', () => {
  const facts = {
    status: 'SUCCESS',
    completeStatus: 'COMPLETED',
    paymentId: 1,
    conversationId: '456d1297-908e-4bd6-a13b-4be31a6e47d5',
  } as const
  expect(callbackV1(key, facts).hash).toBe('fffe880629292588380ae03732e2e69d223f07a099c908ec8664e3b033c7523a')
})

it('hashes the known vector of version 2', () => {
  const facts = {
    status: 'SUCCESS',
    completeStatus: 'WAITING',
    paymentId: 863,
    conversationId: 'd1811bb0-25a2-40c7-ba71-c8b605259611',
    mdStatus: 1,
  } as const
  expect(callbackV2(key, facts)).toMatchObject({
    hash: '00756350c571f5bded587b0e21e2ee3cf53cbb126b8106126059baf6d39e2d9b',
    hashParams: 'status:callbackStatus:completeStatus:paymentId:conversationData:conversationId:mdStatus',
  })
})

it('hashes an alternative payment as the example of the portal', () => {
  const facts = {
    status: 'SUCCESS',
    paymentId: 1,
    conversationId: '456d1297-908e-4bd6-a13b-4be31a6e47d5',
  } as const
  expect(apmCallback(key, facts, { way: 'apm', order: 'examples' }).hash).toBe(
    '3a3f520be02eaca2e689d1db855af3925cbdd8db5f850b2b9e61f7ccb9d997b4',
  )
})
