import { GracefulShutdown } from './graceful-shutdown'

const answer = async () => new Response('here', { status: 201, headers: { 'x-own': 'yes' } })

test('while it lives nothing is changed', async () => {
  const response = await new GracefulShutdown().wrap(answer)(new Request('http://app/ready'), {})
  expect([response.status, response.headers.get('connection')]).toEqual([201, null])
})

test('on its way out it answers what comes, keeps no connection, and is not ready', async () => {
  const shutdown = new GracefulShutdown()
  const fetch = shutdown.wrap(answer)
  shutdown.begin()
  const response = await fetch(new Request('http://app/craftgate'), {})
  expect([response.status, await response.text()]).toEqual([201, 'here'])
  expect([response.headers.get('connection'), response.headers.get('x-own')]).toEqual(['close', 'yes'])
  expect((await fetch(new Request('http://app/ready'), {})).status).toBe(503)
})
