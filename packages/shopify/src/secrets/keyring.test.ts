import { randomBytes } from 'node:crypto'
import { Keyring, UnreadableSecret } from './keyring'

const key = (id: string) => `${id}:${randomBytes(32).toString('base64')}`

test('what is sealed opens again at its own place, and looks different each time', () => {
  const ring = Keyring.parse(key('k1'))
  const sealed = ring.seal('çok gizli', 'keys.secret/zerdali')
  expect(sealed).not.toContain('gizli')
  expect(ring.seal('çok gizli', 'keys.secret/zerdali')).not.toBe(sealed)
  expect(ring.open(sealed, 'keys.secret/zerdali')).toBe('çok gizli')
})

test('a secret that was moved to another row, or changed, cannot be opened and tells nothing', () => {
  const ring = Keyring.parse(key('k1'))
  const sealed = ring.seal('çok gizli', 'keys.secret/zerdali')
  expect(() => ring.open(sealed, 'keys.secret/ikinci')).toThrow(UnreadableSecret)
  const changed = `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`
  expect(() => ring.open(changed, 'keys.secret/zerdali')).toThrow(UnreadableSecret)
  expect(() => ring.open('', 'keys.secret/zerdali')).toThrow(UnreadableSecret)
})

test('an older key still reads, the first one writes, and what an older one wrote is told', () => {
  const [old, now] = [key('k1'), key('k2')]
  const sealed = Keyring.parse(old).seal('token', 'here')
  const ring = Keyring.parse(`${now},${old}`)
  expect(ring.open(sealed, 'here')).toBe('token')
  expect(ring.isOutdated(sealed)).toBe(true)
  expect(ring.isOutdated(ring.seal('token', 'here'))).toBe(false)
  expect(() => Keyring.parse(now).open(sealed, 'here')).toThrow("No encryption key has the id 'k1'")
})

test.each(['', 'k1', 'k1:c2hvcnQ=', `k1:${randomBytes(32).toString('base64')}:more`])(
  'a key that is none is refused without being repeated (%#)',
  (text) => {
    expect(() => Keyring.parse(text)).toThrow('openssl rand -base64 32')
  },
)

test('two keys with one id are refused', () => {
  expect(() => Keyring.parse(`${key('k1')},${key('k1')}`)).toThrow('id of its own')
})
