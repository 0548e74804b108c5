import { en } from './en'
import { labelFor } from './index'
import { tr } from './tr'

/** Where each word stands, and the word; what a function says is asked for with 2 and 3. */
function leaves(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'function') return [[path, String(node('2', '3'))]]
  if (typeof node !== 'object' || node === null) return [[path, String(node)]]
  return Object.entries(node).flatMap(([name, value]) => leaves(value, `${path}/${name}`))
}

/** Names, and where Craftgate's panel shows something: the panel is Turkish. */
const SAME = [
  /^\/(brand|modes\/test)$/,
  /^\/payment\/(shopify|craftgate|gid|group)$/,
  /^\/craftgate\/(threeDS|pos)$/,
  /^\/attempts\/title$/,
  /^\/keys\/where/,
]

test('both languages have the same words, and none is empty', () => {
  expect(leaves(en).map(([path]) => path)).toEqual(leaves(tr).map(([path]) => path))
  expect([...leaves(tr), ...leaves(en)].filter(([, word]) => word.trim() === '')).toEqual([])
})

test('what is the same in both languages is a name', () => {
  const english = new Map(leaves(en))
  const same = leaves(tr).flatMap(([path, word]) => (english.get(path) === word ? [path] : []))
  expect(same.filter((path) => !SAME.some((allowed) => allowed.test(path)))).toEqual([])
})

test('a code without a word is shown as it is', () => {
  expect(labelFor({ done: 'Yapıldı' }, 'done')).toBe('Yapıldı')
  expect(labelFor({ done: 'Yapıldı' }, 'constructor')).toBe('constructor')
})
