import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sendWebResponse, toWebRequest } from './serve-node'

let server: Server
let address: string
let answer: (request: Request) => Promise<Response>

beforeAll(async () => {
  server = createServer((request, response) => {
    void answer(toWebRequest(request, 'https://api.example.com/craftgate')).then((reply) =>
      sendWebResponse(reply, response),
    )
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => new Promise((closed) => server.close(closed)))

test('the body arrives byte for byte', async () => {
  const bytes = Buffer.from([0x7b, 0xff, 0x00, 0x0d, 0x0a, 0xc3, 0xa7])
  answer = async (request) => new Response(await request.arrayBuffer())
  const echoed = await fetch(`${address}/webhook`, { method: 'POST', body: bytes })
  expect(Buffer.from(await echoed.arrayBuffer())).toEqual(bytes)
})

test('the address is that of publicUrl and basePath, whatever the Host header says', async () => {
  answer = async ({ url, method, headers }) => Response.json({ url, method, agent: headers.get('x-agent') })
  const seen = await fetch(`${address}/pay/r1?sig=s`, { headers: { 'x-agent': 'a' } })
  expect(await seen.json()).toEqual({
    url: 'https://api.example.com/craftgate/pay/r1?sig=s',
    method: 'GET',
    agent: 'a',
  })
})

test('status, headers and every cookie are handed back', async () => {
  const headers = new Headers({ location: 'https://shop.example.com/' })
  headers.append('set-cookie', 'a=1')
  headers.append('set-cookie', 'b=2')
  answer = async () => new Response(null, { status: 303, headers })
  const reply = await fetch(address, { redirect: 'manual' })
  expect([reply.status, reply.headers.get('location')]).toEqual([303, 'https://shop.example.com/'])
  expect(reply.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
})
