// The app's container without containers: what the Dockerfile in the tarball says is done in a folder, and the app started as its
// last line says, with a PostgreSQL as the compose file has one, until it is ready.
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { emptyDatabase } from './database.mjs'

const PACKAGE = 'node_modules/@craftgate-commerce/shopify'
const PORT = 31_300

/** What an operator writes into .env; nobody outside is asked while the app starts. */
const ENVIRONMENT = {
  PUBLIC_URL: 'https://app.example.com',
  SHOPIFY_API_KEY: 'id',
  SHOPIFY_API_SECRET: 'client-secret',
  SHOPIFY_MTLS: 'proxy',
  SHOPIFY_MTLS_PROXY_SECRET: 'a secret of the proxy of more than 32 characters',
  SHOPIFY_MTLS_PROXIES: '172.16.0.0/12',
  APP_SECRET: 'an app secret of more than 32 characters',
  ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
}

export const shopify = {
  /** Installs the package, as somebody does who takes the container out of it. */
  async makeShop({ terminal, folder }) {
    await terminal.run(`mkdir -p ${folder}`)
    terminal.enter(folder)
    await terminal.run('npm install --omit=optional @craftgate-commerce/shopify')
  },
  async start({ terminal, folder }) {
    const image = instructionsOf(readFileSync(join(folder, PACKAGE, 'container/Dockerfile'), 'utf8'))
    const { services } = parse(readFileSync(join(folder, PACKAGE, 'container/compose.yaml'), 'utf8'))
    const app = join(folder, 'app')
    // COPY . /app, with the package as its context
    cpSync(join(folder, PACKAGE), app, { recursive: true })
    terminal.enter(app)
    for (const command of image.filter(([name]) => name === 'RUN').map(([, rest]) => rest))
      await terminal.run(command)
    const given = {
      ...ENVIRONMENT,
      ...services.app.environment,
      NODE_ENV: 'production',
      DATABASE_URL: await emptyDatabase(join(folder, '../postgres'), 'newcomer_shopify'),
      PORT: String(PORT),
    }
    const [, command] = image.find(([name]) => name === 'CMD')
    await terminal.stay(JSON.parse(command).join(' '), `http://127.0.0.1:${PORT}/ready`, given)
  },
}

/** As `[name, rest]`, without comments. */
const instructionsOf = (dockerfile) =>
  dockerfile
    .split('\n')
    .filter((line) => /^[A-Z]/.test(line))
    .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)])
