import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

// Each command of the packages, as somebody tries it who knows nothing of it, on a terminal of 80 columns.

const root = join(import.meta.dirname, '..')

const started = (file, ...args) =>
  spawnSync(process.execPath, [file, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, COLUMNS: '80' },
  })

describe.each([
  ['cli', 'craftgate-commerce'],
  ['create', 'create-craftgate-commerce'],
  ['sandbox', 'craftgate-sandbox'],
  ['shopify', 'craftgate-shopify'],
])('the command of %s', (name, command) => {
  const file = `packages/${name}/bin/${command}.mjs`

  test.each(['--help', '-h'])('explains itself with %s, and no line is broken by the terminal', (option) => {
    const { status, stdout, stderr } = started(file, option)
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
    expect(stdout).toMatch(/--help/)
  })

  test('tells its version', () => {
    const { status, stdout } = started(file, '--version')
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\S*\n$/)])
  })

  test.each(['--nonsense', 'nonsense'])('%s is refused in one sentence that names the way on', (word) => {
    const { status, stdout, stderr } = started(file, word)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^craftgate-\w+: [^\n]{1,100}; see --help\n$/)
  })
})
