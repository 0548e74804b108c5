// Lists of parts (CycloneDX) of the published packages: `npm run sbom` writes them to test/.artifacts/sbom.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { manifestOf, publishedFolders } from './published.mjs'

const root = join(import.meta.dirname, '..')
const target = join(import.meta.dirname, '.artifacts/sbom')

/** Where the list of a package is written. */
export const partsFile = (name) => join(target, `${name.split('/').at(-1)}.cdx.json`)

function partsOf(name) {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--omit', 'peer', '-w', name]
  const { status, stdout, stderr } = spawnSync('npm', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  if (status !== 0) throw new Error(`npm ${args.join(' ')}: ${stderr}`)
  return stdout
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  mkdirSync(target, { recursive: true })
  for (const { name } of publishedFolders.map(manifestOf)) {
    const text = partsOf(name)
    writeFileSync(partsFile(name), text)
    console.log(`${name}: ${JSON.parse(text).components.length} parts`)
  }
}
