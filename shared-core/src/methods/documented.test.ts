import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PAYMENT_METHODS } from '.'
import { DIRECT_METHODS } from './direct'

const README = join(__dirname, '../../README.md')
const PACKAGES = join(__dirname, '../../../packages')

test.each<[string, string]>([
  ['core', README],
  ['vendure', join(PACKAGES, 'vendure/README.md')],
  ['medusa', join(PACKAGES, 'medusa/README.md')],
  ['shopify', join(PACKAGES, 'shopify/README.md')],
])(
  'the README of %s lists every way to pay once, beside what the table says of pre-authorizations',
  (_, file) => {
    const [, rest = ''] = readFileSync(file, 'utf8').split('\n## Ways to pay\n')
    const [section = ''] = rest.split(/\n##+ /)
    const rows = section.split('\n').filter((line) => line.startsWith('|'))
    const listed = rows.flatMap((row) => {
      const [, , names = '', capture = ''] = row.split('|')
      return [...names.matchAll(/`(\w+)`/g)].map(([, name = '']) => [name, capture.trim()])
    })
    const WORDS = { yes: 'yes', no: 'no', undocumented: 'Craftgate decides' }
    const expected = Object.entries(PAYMENT_METHODS).map(([name, { later }]) => [name, WORDS[later.capture]])
    expect(listed.sort()).toEqual(expected.sort())
  },
)

test('the README lists what is started without the payment page', () => {
  const [, list = ''] = /Started by API: ([^.]+)\./.exec(readFileSync(README, 'utf8')) ?? []
  const listed = [...list.matchAll(/`(\w+)`/g)].map(([, name]) => name)
  expect(listed.sort()).toEqual([...DIRECT_METHODS].sort())
})
