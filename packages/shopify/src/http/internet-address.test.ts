import dns from 'node:dns'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { hostname } from 'node:os'
import { fetchOfInternet, mayBeOfInternet } from './internet-address'

type Found = (error: null, found: readonly dns.LookupAddress[]) => void

const INTERNAL = [
  ...['127.0.0.1', '10.1.2.3', '100.64.0.1', '169.254.169.254', '172.31.255.255', '192.168.1.1', '0.0.0.0'],
  ...['[::1]', '[::]', '[fd00::1]', '[fe80::1]', '[::ffff:10.0.0.1]', '[::ffff:a00:1]', '[64:ff9b::a00:1]'],
  // The same numbers as people hide them.
  ...['2130706433', '0x7f000001', '0177.0.0.1', '127.1', 'localhost', 'alerts.localhost'],
]

test.each(INTERNAL)('%s is nothing that the internet leads to', (host) => {
  expect(mayBeOfInternet(new URL(`https://${host}/alerts`))).toBe(false)
})

test.each(['93.184.216.34', '172.32.0.1', '[2606:4700::1111]', 'alerts.example.com', '10.example.com'])(
  '%s may be of the internet',
  (host) => {
    expect(mayBeOfInternet(new URL(`https://${host}/alerts`))).toBe(true)
  },
)

describe('a message', () => {
  let listener: Server
  let port: number
  let taken: number

  beforeEach((done) => {
    taken = 0
    listener = createServer((_, response) => {
      taken += 1
      response.writeHead(204).end()
    }).listen(0, '127.0.0.1', () => {
      port = (listener.address() as AddressInfo).port
      done()
    })
  })
  afterEach((done) => {
    listener.close(() => done())
  })

  const send = (host: string) =>
    fetchOfInternet(`http://${host}:${port}/alerts`, {
      ...{ method: 'POST', redirect: 'manual', headers: {}, body: '{}' },
      signal: AbortSignal.timeout(5_000),
    })

  test.each(['127.0.0.1', 'localhost', hostname()])(
    'to %s reaches nothing beside the server',
    async (host) => {
      await expect(send(host)).rejects.toThrow()
      expect(taken).toBe(0)
    },
  )

  test('to a name whose addresses are of a private network fails when it is looked up', async () => {
    jest.spyOn(dns, 'lookup').mockImplementation(((_name: string, _options: object, done: Found) =>
      done(null, [
        { address: '93.184.216.34', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ])) as never)
    await expect(send('rebound.example.com')).rejects.toThrow(
      'rebound.example.com is no address of the internet',
    )
    expect(taken).toBe(0)
  })
})
