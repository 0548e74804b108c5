import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from '@craftgate-commerce/core/adapter'

export type PackageManagerName = 'npm' | 'pnpm' | 'yarn' | 'bun'

/** A program and what it is given. */
export type Command = readonly [program: string, ...args: readonly string[]]

export interface PackageManager {
  readonly name: PackageManagerName
  /** Where the lock file or the field `packageManager` stands: the root of a workspace, or the shop's folder. */
  readonly root: string
  install(name: string): Command
  /** A program of a package that is installed. */
  exec(...command: readonly string[]): Command
}

export const LOCK_FILES: Readonly<Record<string, PackageManagerName>> = {
  'package-lock.json': 'npm',
  'npm-shrinkwrap.json': 'npm',
  'pnpm-lock.yaml': 'pnpm',
  'yarn.lock': 'yarn',
  'bun.lock': 'bun',
  'bun.lockb': 'bun',
}

const INSTALL = { npm: 'install', pnpm: 'add', yarn: 'add', bun: 'add' } as const
const EXEC: Readonly<Record<PackageManagerName, Command>> = {
  npm: ['npx'],
  pnpm: ['pnpm', 'exec'],
  yarn: ['yarn', 'run'],
  bun: ['bunx'],
}

/** What this shop is installed with: its manifest says so, or its lock file, or that of the workspace around it; else npm. */
export function packageManagerOf(folder: string): PackageManager {
  for (let root = folder; ; root = dirname(root)) {
    const name = namedIn(root)
    if (name !== undefined) return managerOf(name, root)
    if (dirname(root) === root) return managerOf('npm', folder)
  }
}

const managerOf = (name: PackageManagerName, root: string): PackageManager => ({
  name,
  root,
  install: (dependency) => [name, INSTALL[name], dependency],
  exec: (...command) => [...EXEC[name], ...command],
})

const manifest = z.object({ packageManager: z.string().optional() }).catch({})

function namedIn(root: string): PackageManagerName | undefined {
  const file = join(root, 'package.json')
  if (existsSync(file)) {
    const { packageManager = '' } = manifest.parse(JSON.parse(readFileSync(file, 'utf8')))
    const name = packageManager.split('@')[0] ?? ''
    if (name in INSTALL) return name as PackageManagerName
  }
  const lock = Object.keys(LOCK_FILES).find((path) => existsSync(join(root, path)))
  return lock === undefined ? undefined : LOCK_FILES[lock]
}
