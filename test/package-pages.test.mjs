// The tables that a package page lists are those that the package makes.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const read = (path) => readFileSync(join(root, path), 'utf8')
const folderText = (path) =>
  readdirSync(join(root, path))
    .map((name) => read(`${path}/${name}`))
    .join('\n')

const MADE = {
  medusa: () =>
    [
      ...folderText('packages/medusa/src/modules/craftgate/migrations').matchAll(
        /create table if not exists "(\w+)"/g,
      ),
    ].map(([, table]) => table),
  // TypeORM names a table as the class, in snake case.
  vendure: () =>
    [...read('packages/vendure/src/entities.ts').matchAll(/@Entity\(\)[\s\S]*?export class (\w+)/g)].map(
      ([, name]) => name.replace(/(?<!^)[A-Z]/g, '_$&').toLowerCase(),
    ),
}

test.each(Object.keys(MADE))(
  'the page of %s lists every table that it makes, and counts them right',
  (platform) => {
    const page = read(`packages/${platform}/README.md`)
    const [, count, list] = /\*\*Tables\.\*\*[\s\S]*?(\d+) tables: ([^.]+)\./.exec(page) ?? []
    const listed = [...(list ?? '').matchAll(/`(\w+)`/g)].map(([, table]) => table)
    const made = MADE[platform]()
    expect(made).not.toEqual([])
    expect(listed.sort()).toEqual(made.sort())
    expect(Number(count)).toBe(made.length)
  },
)

// A range that begins before what is installed here says more than any test has seen.
test.each([
  ['vendure', '@vendure/core'],
  ['medusa', '@medusajs/framework'],
])('the range of %s begins with the version that its tests run on, and is said as such', (platform, name) => {
  const { peerDependencies, devDependencies } = JSON.parse(read(`packages/${platform}/package.json`))
  expect(peerDependencies[name]).toBe(`^${devDependencies[name]}`)
  const [, row] = new RegExp(`\\| ${platform} \\|([^\n]+)`, 'i').exec(read('docs/guides/support.md')) ?? []
  expect(row).toContain(`\`${peerDependencies[name]}\``)
})

test('Vendure is told the same range', () => {
  const { peerDependencies } = JSON.parse(read('packages/vendure/package.json'))
  expect(read('packages/vendure/src/craftgate-plugin.ts')).toContain(
    `compatibility: '${peerDependencies['@vendure/core']}'`,
  )
})
