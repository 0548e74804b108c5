import { Dispatcher } from 'undici'
import { Deadline } from './deadline'
import { exchange } from './http-exchange'
import { rejectionOf } from './testing/test-client'

const REQUEST = {
  origin: 'http://craftgate.invalid',
  method: 'POST',
  path: '/x',
  headers: {},
  maxBytes: 100,
} as const

const deadlines: Deadline[] = []
afterEach(() => {
  for (const deadline of deadlines.splice(0)) deadline.release()
})
const soon = (signals: readonly AbortSignal[] = []): Deadline => {
  const deadline = new Deadline({ ms: 5_000, signals })
  deadlines.push(deadline)
  return deadline
}

/** A dispatcher that does with the handler what a test says; `aborted` says why it was asked to stop. */
class ScriptedDispatcher extends Dispatcher {
  readonly aborted: string[] = []

  constructor(
    private readonly script: (
      handler: Dispatcher.DispatchHandler,
      controller: Dispatcher.DispatchController,
    ) => void,
  ) {
    super()
  }

  override dispatch(_options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    const abort = (reason: Error) => {
      this.aborted.push(reason.message)
    }
    const controller = { aborted: false, paused: false, reason: null, abort, pause() {}, resume() {} }
    this.script(handler, controller)
    return true
  }
}

it('never lets the same request be written twice', async () => {
  const dispatcher = new ScriptedDispatcher((handler, controller) => {
    handler.onRequestStart?.(controller, {})
    handler.onRequestStart?.(controller, {})
  })
  const failure = await rejectionOf(exchange(dispatcher, REQUEST, soon()))
  expect(failure).toMatchObject({ code: 'resend', sent: true })
  expect(dispatcher.aborted).toEqual(['undici wanted to send the request again'])
})

it('stops a request that was given up while it waited for a socket', async () => {
  const giveUp = new AbortController()
  const deadline = soon([giveUp.signal])
  const dispatcher = new ScriptedDispatcher((handler, controller) => {
    giveUp.abort()
    handler.onRequestStart?.(controller, {})
  })
  const failure = await rejectionOf(exchange(dispatcher, REQUEST, deadline))
  expect(failure).toMatchObject({ code: 'aborted', sent: false })
  expect(dispatcher.aborted).toEqual(['given up before it was sent'])
})

it('waits for the answer behind an early hint', async () => {
  const dispatcher = new ScriptedDispatcher((handler, controller) => {
    handler.onRequestStart?.(controller, {})
    handler.onResponseStart?.(controller, 103, {})
    handler.onResponseStart?.(controller, 200, { 'x-a': 'b' })
    handler.onResponseData?.(controller, Buffer.from('ok'))
    handler.onResponseEnd?.(controller, {})
  })
  const answer = await exchange(dispatcher, REQUEST, soon())
  expect({ ...answer, body: answer.body.toString() }).toEqual({
    status: 200,
    headers: { 'x-a': 'b' },
    body: 'ok',
  })
})
