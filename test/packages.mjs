// Are the packages fit to publish? publint and are-the-types-wrong look at each packed tarball, and we at its files.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { publishedFolders as folders, manifestOf } from './published.mjs'
import { deadLinks, faultsOf, tarballFiles } from './tarball-files.mjs'

const root = join(import.meta.dirname, '..')
const check = (command, args) =>
  spawnSync('npx', [command, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0

const failed = folders.filter((folder) => {
  const { name, type, exports } = manifestOf(folder)
  console.log(`${name} (${type})`)
  const published = check('publint', ['--strict', folder])
  // A package that is only a command has no types.
  if (exports['.'] === undefined) return !published
  // Only Medusa's own bundler loads the admin part, and it has no types to offer.
  const profile = type === 'module' && !exports['.'].require ? 'esm-only' : 'node16'
  const typed = check('attw', ['--pack', folder, '--profile', profile, '--exclude-entrypoints', './admin'])
  return !published || !typed
})
/** What a page loads for all components together, beside Lit. */
const MOST_GZIPPED = 15_000
const components = join(root, 'packages/storefront/dist')
const size = readdirSync(components)
  .filter((name) => name.endsWith('.js'))
  .reduce((sum, name) => sum + gzipSync(readFileSync(join(components, name))).length, 0)
console.log(`@craftgate-commerce/storefront: ${size} of at most ${MOST_GZIPPED} bytes, gzipped`)
if (size > MOST_GZIPPED) failed.push('packages/storefront (too large)')
for (const [folder, files] of tarballFiles()) {
  for (const fault of faultsOf(folder, files)) {
    console.error(fault)
    failed.push(folder)
  }
  for (const path of files.filter((file) => file.endsWith('.md'))) {
    const text = readFileSync(join(root, folder, path), 'utf8')
    for (const link of deadLinks({ path, text, files })) {
      console.error(`${folder}/${path}: ${link} leads nowhere for whoever installs the package`)
      failed.push(`${folder}/${path}`)
    }
  }
}
for (const folder of folders) {
  const { repository, homepage, bugs, author, keywords, publishConfig } = manifestOf(folder)
  for (const [field, value] of Object.entries({
    repository,
    homepage,
    bugs,
    author,
    keywords,
    publishConfig,
  })) {
    if (value !== undefined) continue
    console.error(`${folder}/package.json: ${field} is missing`)
    failed.push(`${folder}/package.json`)
  }
}
if (failed.length > 0) console.error(`Not fit to publish: ${failed.join(', ')}`)
process.exitCode = failed.length > 0 ? 1 : 0
