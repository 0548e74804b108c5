import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { emptyDatabase } from './database.mjs'

const { version } = createRequire(join(import.meta.dirname, '../../packages/medusa/package.json'))(
  '@medusajs/medusa/package.json',
)

/** The packages that Medusa's starter has. Its own creator clones it from GitHub, which a build may not reach. */
const MANIFEST = {
  private: true,
  scripts: { dev: 'medusa develop', build: 'medusa build', start: 'medusa start' },
  dependencies: {
    '@medusajs/admin-sdk': version,
    '@medusajs/cli': version,
    '@medusajs/framework': version,
    '@medusajs/medusa': version,
  },
  devDependencies: {
    '@swc/core': '^1.7.28',
    '@types/node': '^20.12.11',
    react: '^18.3.1',
    'react-dom': '^18.3.1',
    'ts-node': '^10.9.2',
    typescript: '^5.6.2',
    vite: '^5.4.14',
  },
}

/** As the starter's own; the database beside it. */
const environment = (databaseUrl) => `DATABASE_URL=${databaseUrl}
STORE_CORS=http://localhost:8000
ADMIN_CORS=http://localhost:9000
AUTH_CORS=http://localhost:8000,http://localhost:9000
JWT_SECRET=supersecret
COOKIE_SECRET=supersecret
`

/** A project with the packages, the config and a small seed of Medusa's starter, on an embedded PostgreSQL. */
export const medusa = {
  page: 'packages/medusa/README.md',
  paid: ({ outcome }) => outcome === 'paid',
  async makeShop({ terminal, name, folder }) {
    cpSync(join(import.meta.dirname, 'medusa-shop'), folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, ...MANIFEST }, undefined, 2))
    terminal.enter(folder)
    await terminal.run('npm install')
    const url = await emptyDatabase(join(folder, '../postgres'), 'newcomer_medusa')
    writeFileSync(join(folder, '.env'), environment(url))
    await terminal.run('npx medusa db:migrate && npx medusa exec ./src/scripts/seed.ts')
  },
  /** What the project's subscriber gave Medusa's local notification provider, which says so in the log. */
  mails: (_shop, log) =>
    readFileSync(log, 'utf8')
      .split('\n')
      .filter((line) => /send a notification/.test(line)),
}
