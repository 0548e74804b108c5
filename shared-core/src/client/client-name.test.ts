import { type LocalServer, localServer } from './testing/local-server'
import { testClient } from './testing/test-client'

let server: LocalServer
beforeAll(async () => {
  server = await localServer(({ response }) => response.writeHead(200).end('{"data":{}}'))
})
afterAll(() => server.close())

it.each([
  { name: undefined, said: 'craftgate-commerce' },
  { name: 'craftgate-commerce-medusa', said: 'craftgate-commerce-medusa' },
])('tells Craftgate who asks: $said', async ({ name, said }) => {
  const client = testClient(server.url, { name })
  await client.call('retrievePayment', { path: { id: 5 } })
  await client.close()
  expect(server.requests.at(-1)?.headers).toMatchObject({
    'user-agent': expect.stringMatching(new RegExp(`^${said}/\\d`)),
    'x-client-version': expect.stringMatching(new RegExp(`^${said}:\\d`)),
  })
})
