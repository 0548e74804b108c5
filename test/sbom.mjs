// Lists of parts (CycloneDX) of the published packages: `npm run sbom` writes them to test/.artifacts/sbom. With --attach each
// is put beside the release of its package on GitHub; PUBLISHED says which were released.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { manifestOf, publishedFolders } from './published.mjs'

const root = join(import.meta.dirname, '..')
const target = join(import.meta.dirname, '.artifacts/sbom')
const fileOf = (name) => join(target, `${name.split('/').at(-1)}.cdx.json`)

function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`)
  return stdout
}

if (process.argv.includes('--attach')) {
  for (const { name, version } of JSON.parse(process.env.PUBLISHED ?? '[]'))
    run('gh', ['release', 'upload', `${name}@${version}`, fileOf(name), '--clobber'])
} else {
  mkdirSync(target, { recursive: true })
  for (const { name } of publishedFolders.map(manifestOf)) {
    const text = run('npm', [
      'sbom',
      '--sbom-format',
      'cyclonedx',
      '--omit',
      'dev',
      '--omit',
      'peer',
      '-w',
      name,
    ])
    writeFileSync(fileOf(name), text)
    console.log(`${name}: ${JSON.parse(text).components.length} parts`)
  }
}
