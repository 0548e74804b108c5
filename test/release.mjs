// What a release needs beside changesets. `plan`: what is next, for the workflow: `versions` while there are change notes,
// `publish` while a version is not on npm, else `nothing`. `releases`: a release on GitHub for each version that has none,
// with its part of the changelog and its list of parts (`npm run sbom`). Both may be run again.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { manifestOf, publishedFolders } from './published.mjs'
import { partsFile } from './sbom.mjs'

const root = join(import.meta.dirname, '..')

/** `isOnNpm` answers for `name@version`. */
export function planOf({ files, versions, isOnNpm }) {
  if (files.some((name) => name.endsWith('.md') && name !== 'README.md')) return 'versions'
  return versions.every(isOnNpm) ? 'nothing' : 'publish'
}

/** What a changelog says of a version. Throws when it says nothing. */
export function changesOf(changelog, version) {
  const [, ...parts] = changelog.split(/^## /m)
  const part = parts.find((text) => text.startsWith(`${version}\n`))
  if (part === undefined) throw new Error(`The changelog says nothing of ${version}`)
  return part.slice(version.length).trim()
}

function ask(command, args, input) {
  return spawnSync(command, args, { cwd: root, encoding: 'utf8', input })
}

/** No answer is no "no": a registry that is out of reach must not look like a version that was never published. */
function isOnNpm(version) {
  const { status, stdout, stderr } = ask('npm', ['view', version, 'version', '--json'])
  if (status === 0) return stdout.trim() !== ''
  if (/E404/.test(stdout + stderr)) return false
  throw new Error(`npm view ${version}: ${stderr}`)
}

function release(folder) {
  const { name, version } = manifestOf(folder)
  const tag = `${name}@${version}`
  if (ask('gh', ['release', 'view', tag]).status === 0) return
  const notes = changesOf(readFileSync(join(root, folder, 'CHANGELOG.md'), 'utf8'), version)
  const commit = ask('git', ['rev-parse', 'HEAD']).stdout.trim()
  const args = [
    'release',
    'create',
    tag,
    partsFile(name),
    '--target',
    commit,
    '--title',
    tag,
    '--notes-file',
    '-',
  ]
  const { status, stderr } = ask('gh', args, notes)
  if (status !== 0) throw new Error(`gh release create ${tag}: ${stderr}`)
  console.log(tag)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [command] = process.argv.slice(2)
  if (command === 'plan') {
    const versions = publishedFolders.map(manifestOf).map(({ name, version }) => `${name}@${version}`)
    console.log(`next=${planOf({ files: readdirSync(join(root, '.changeset')), versions, isOnNpm })}`)
  } else if (command === 'releases') for (const folder of publishedFolders) release(folder)
  else throw new Error('Say plan or releases')
}
