// May what a published package brings along be used by everybody? Each dependency that npm installs with one, by the lock
// file; platforms are peers, and the shop's own choice.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { manifestOf, publishedFolders } from './published.mjs'

const FREE = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
])

const { packages } = JSON.parse(readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8'))

/** Where Node finds a package from here: the nearest node_modules that has it. */
function placeOf(name, from) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`
    if (packages[place] !== undefined) return packages[place].link ? packages[place].resolved : place
    if (folder === '') return undefined
  }
}

/** True when one of the licences that may be chosen is free. */
const isFree = (licence = '') =>
  licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((each) => FREE.has(each)))

const seen = new Set()
const refused = []
function visit(place, way) {
  if (seen.has(place)) return
  seen.add(place)
  const { license, dependencies = {}, optionalDependencies = {} } = packages[place]
  if (!isFree(license)) refused.push(`${way.join(' > ')}: ${license ?? 'no licence'}`)
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
    const next = placeOf(name, place)
    if (next !== undefined) visit(next, [...way, name])
  }
}
for (const folder of publishedFolders) visit(folder, [manifestOf(folder).name])

for (const line of refused) console.error(line)
console.log(
  `${seen.size} packages are brought along, ${refused.length} with a licence that is not free for all`,
)
process.exitCode = refused.length > 0 ? 1 : 0
