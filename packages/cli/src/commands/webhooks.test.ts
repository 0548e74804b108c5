import { createServer, type Server } from 'node:http'
import { CommandLine } from '../testing/command-line'

// `trigger` and `listen` against each other, and against a shop that takes and refuses.

const KEY = 'a webhook key'
let shop: Server
let shopUrl: string
let answers: number[]
let taken: string[]
let listener: CommandLine
let sender: CommandLine

beforeEach(async () => {
  answers = []
  taken = []
  shop = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    taken.push(body)
    response.writeHead(answers.shift() ?? 200).end()
  })
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve))
  shopUrl = `http://127.0.0.1:${(shop.address() as { port: number }).port}/webhook`
  listener = new CommandLine()
  sender = new CommandLine()
  sender.env = { CRAFTGATE_WEBHOOK_KEY: KEY }
})
afterEach(async () => {
  listener.close()
  sender.close()
  shop.closeAllConnections()
  await new Promise((resolve) => shop.close(resolve))
})

test('a webhook is shown with its signature, sent on, and sent again by its number', async () => {
  listener.env = { CRAFTGATE_WEBHOOK_KEY: KEY }
  let type: (line: string) => void = () => {}
  const typed = (async function* () {
    yield await new Promise<string>((resolve) => {
      type = resolve
    })
  })()
  const ended = listener.run(['listen', '--port', '0', '--forward', shopUrl], typed)
  const url = await listener.says(/(http:\/\/127\.0\.0\.1:\d+)/)
  expect(await sender.run(['trigger', 'REFUND', '--id', '71', '--to', url])).toBe(0)
  expect(listener.out).toBe('#1 REFUND SUCCESS 71  signature right  → 200\n')
  expect(JSON.parse(taken[0] ?? '')).toMatchObject({
    eventType: 'REFUND',
    payloadId: '71',
    status: 'SUCCESS',
  })
  type('1')
  await listener.says(/(#1[^#]*#1)/)
  expect(taken[1]).toBe(taken[0])
  listener.interrupt()
  expect(await ended).toBe(0)
})

test('what the shop refuses is refused to Craftgate too, and the sender is told', async () => {
  answers = [503]
  const ended = listener.run(['listen', '--port', '0', '--forward', shopUrl, '--json'])
  const url = await listener.says(/(http:\/\/127\.0\.0\.1:\d+)/)
  expect(await sender.run(['trigger', 'AUTOPILOT', '--id', 'pos-1', '--to', url])).toBe(1)
  expect(sender.out).toContain('503')
  expect(JSON.parse(listener.out)).toMatchObject({
    number: 1,
    event: { eventType: 'AUTOPILOT', payloadId: 'pos-1' },
    signature: 'none',
    forwarded: { status: 503 },
  })
  listener.interrupt()
  await ended
})

test('a wrong signature is said, and what is no webhook is refused', async () => {
  listener.env = { CRAFTGATE_WEBHOOK_KEY: 'another key' }
  const ended = listener.run(['listen', '--port', '0'])
  const url = await listener.says(/(http:\/\/127\.0\.0\.1:\d+)/)
  expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(400)
  expect((await fetch(url)).status).toBe(400)
  await sender.run(['trigger', 'REFUND', '--id', '1', '--to', url])
  expect(listener.out).toBe('#1 REFUND SUCCESS 1  SIGNATURE WRONG\n')
  listener.interrupt()
  await ended
})

test('a shop that cannot be reached is said', async () => {
  expect(await sender.run(['trigger', 'REFUND', '--id', '1', '--to', 'http://127.0.0.1:9', '--json'])).toBe(1)
  expect(JSON.parse(sender.out)).toMatchObject({ answer: { status: 0 } })
})
