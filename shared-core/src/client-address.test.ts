import { publicClientOf } from './client-address'

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0DB8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['2001:db8::1:2:3:4:5', '2001:db8:0:1'],
])('%s is the client %s', (address, client) => {
  expect(publicClientOf(address)).toBe(client)
})

test.each([
  '127.0.0.1',
  '127.8.9.10',
  '::ffff:127.0.0.1',
  '::1',
  '10.1.2.3',
  '172.31.0.1',
  '192.168.1.1',
  '169.254.0.1',
  '100.100.0.1',
  'fd12:3456::1',
  'fe80::1%eth0',
  'unknown',
  '',
])('%s is no client of the internet', (address) => {
  expect(publicClientOf(address)).toBeUndefined()
})
