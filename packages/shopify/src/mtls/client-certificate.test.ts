import type { IncomingMessage } from 'node:http'
import { createVerifier } from './client-certificate'

const SECRET = 'a-secret-between-the-proxy-and-the-app'
const trust = createVerifier({ mode: 'proxy', secret: SECRET, proxies: ['10.0.0.0/8', '127.0.0.1'] })

const request = (remoteAddress: string, headers: Record<string, string | string[]>) =>
  ({ socket: { remoteAddress }, headers }) as unknown as IncomingMessage

const HONEST = { 'x-ssl-client-verify': 'SUCCESS', 'x-proxy-secret': SECRET }

test('a proxy that we know, with its secret, vouches for a certificate', () => {
  expect(trust(request('10.1.2.3', HONEST))).toBe(true)
  expect(trust(request('::ffff:10.1.2.3', HONEST))).toBe(true)
})

test.each([
  ['an address that is no proxy', '192.0.2.1', HONEST],
  ['a secret that is wrong', '10.1.2.3', { ...HONEST, 'x-proxy-secret': 'guess' }],
  ['a secret that is missing', '10.1.2.3', { 'x-ssl-client-verify': 'SUCCESS' }],
  ['a certificate that failed', '10.1.2.3', { ...HONEST, 'x-ssl-client-verify': 'FAILED:expired' }],
  ['no certificate', '10.1.2.3', { ...HONEST, 'x-ssl-client-verify': 'NONE' }],
  ['a word that came twice', '10.1.2.3', { ...HONEST, 'x-ssl-client-verify': 'SUCCESS, SUCCESS' }],
  ['X-Forwarded-For of a proxy', '192.0.2.1', { ...HONEST, 'x-forwarded-for': '10.1.2.3' }],
])('%s vouches for nothing', (_, address, headers) => {
  expect(trust(request(address, headers))).toBe(false)
})

test('without TLS of our own there is no certificate', () => {
  const direct = createVerifier({ mode: 'direct', caFile: '', certificateFile: '', keyFile: '', port: 0 })
  expect(direct(request('10.1.2.3', HONEST))).toBe(false)
})
