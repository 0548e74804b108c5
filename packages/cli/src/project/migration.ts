import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Command, PackageManager } from './package-manager'
import type { Project } from './project'

/** How the platform itself makes the tables of its plugins. */
export function migrationOf(
  { platform, folder, config }: Project,
  manager: PackageManager,
): readonly Command[] {
  if (platform === 'medusa') return [manager.exec('medusa', 'db:migrate')]
  const run = manager.exec('vendure', 'migrate', '-r')
  // One that was written, and failed when it ran, is not written a second time.
  const isWritten = hasVendureMigration(join(folder, dirname(config), 'migrations'))
  return isWritten ? [run] : [manager.exec('vendure', 'migrate', '-g', 'craftgate'), run]
}

const hasVendureMigration = (folder: string): boolean =>
  existsSync(folder) && readdirSync(folder).some((name) => /^\d+-craftgate\.[jt]s$/.test(name))
