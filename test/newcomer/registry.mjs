// An npm registry on loopback that has our packages as they would be published, so that a newcomer's commands run as printed.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { manifestOf, publishedFolders } from '../published.mjs'

const root = join(import.meta.dirname, '../..')

/** Packs what is published into this folder. Throws with npm's words. */
function pack(folder) {
  mkdirSync(folder, { recursive: true })
  const workspaces = publishedFolders.flatMap((workspace) => ['-w', workspace])
  const args = ['pack', '--json', '--pack-destination', folder, ...workspaces]
  const { status, stdout, stderr } = spawnSync('npm', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (status !== 0) throw new Error(`npm pack: ${stderr}`)
  // npm 11 answers a list, npm 12 an object by name.
  return Object.values(JSON.parse(stdout))
}

/** Serves the packed packages; everything else of the scope is not there. */
export async function startRegistry(folder) {
  const packed = pack(folder)
  const manifests = new Map(publishedFolders.map(manifestOf).map((manifest) => [manifest.name, manifest]))
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '/').slice(1)
    const file = packed.find(({ filename }) => path === `-/${filename}`)
    if (file) return response.end(readFileSync(join(folder, file.filename)))
    const found = packed.find(({ name }) => name === path)
    response.statusCode = found ? 200 : 404
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(found ? packument(found) : { error: `No package ${path}` }))
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${server.address().port}`

  function packument({ name, version, filename, integrity, shasum }) {
    const dist = { tarball: `${url}/-/${filename}`, integrity, shasum }
    return {
      name,
      'dist-tags': { latest: version },
      versions: { [version]: { ...manifests.get(name), dist } },
    }
  }

  return { url, packages: packed, close: () => new Promise((resolve) => server.close(resolve)) }
}
