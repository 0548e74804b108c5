import { existsSync } from 'node:fs'
import { buildHash } from './build-hash'
import { inRoot } from './places'

test('a script that is named by itself counts, and one that is missing does not', () => {
  const nothing = buildHash([])
  expect(buildHash(['examples/demo/no-such-script.js'])).toBe(nothing)
  expect(existsSync(inRoot('examples/demo/package.json'))).toBe(true)
  expect(buildHash(['examples/demo/package.json'])).not.toBe(nothing)
})
