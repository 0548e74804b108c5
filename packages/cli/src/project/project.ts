import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from '@craftgate-commerce/core/adapter'
import { UsageError } from '../terminal'

/** A shop that somebody sets up. */
export interface Project {
  readonly folder: string
  readonly platform: PlatformName
  /** The file that lists plugins; relative to the folder. */
  readonly config: string
}

export type PlatformName = 'medusa' | 'vendure'

const manifest = z.object({
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
})

const KNOWN = [
  { platform: 'medusa', depends: '@medusajs/medusa', configs: ['medusa-config.ts', 'medusa-config.js'] },
  {
    platform: 'vendure',
    depends: '@vendure/core',
    configs: ['src/vendure-config.ts', 'vendure-config.ts', 'apps/server/src/vendure-config.ts'],
  },
] as const

const BEGIN = `Begin with a shop, and run this again in its folder:
  Vendure   npx @vendure/create@latest my-shop
  Medusa    npx create-medusa-app@latest my-shop
For Shopify there is an app of its own: npx @craftgate-commerce/shopify --help
Of no shop at all, only to try Craftgate's API: npx @craftgate-commerce/sandbox`

/** Is our package in the manifest? */
export function isInstalled({ folder, platform }: Project): boolean {
  const { dependencies, devDependencies } = manifestIn(folder)
  const name = `@craftgate-commerce/${platform}`
  return name in dependencies || name in devDependencies
}

const manifestIn = (folder: string) =>
  manifest.parse(JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8')))

/** What stands in this folder. Throws UsageError that says how to begin where there is no shop. */
export function findProject(folder: string): Project {
  const file = resolve(folder, 'package.json')
  if (!existsSync(file)) throw new UsageError(`There is no package.json in ${folder}`, BEGIN)
  const { dependencies, devDependencies } = manifestIn(folder)
  const known = KNOWN.find(({ depends }) => depends in dependencies || depends in devDependencies)
  if (known === undefined)
    throw new UsageError(
      `package.json depends on none of ${KNOWN.map(({ depends }) => depends).join(', ')}`,
      BEGIN,
    )
  const config = known.configs.find((path) => existsSync(resolve(folder, path)))
  if (config === undefined)
    throw new UsageError(
      `None of ${known.configs.join(', ')} is in ${folder}`,
      'Run this in the folder of the shop, or add the plugin as its package page shows',
    )
  return { folder, platform: known.platform, config }
}
