import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const { version } = createRequire(join(import.meta.dirname, '../../packages/vendure/package.json'))(
  '@vendure/core/package.json',
)

/** A project of Vendure's own creator, with SQLite and its sample products. */
export const vendure = {
  page: 'packages/vendure/README.md',
  paid: ({ outcome }) => outcome === 'PAID',
  async makeShop({ terminal, name }) {
    await terminal.run(`npx @vendure/create@${version} ${name} --ci --use-npm`)
  },
  /** What stands in the mailbox that the project's EmailPlugin writes while one develops. */
  mails(shop) {
    const folder = join(shop, 'static/email/test-emails')
    if (!existsSync(folder)) return []
    return readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'))
  },
}
