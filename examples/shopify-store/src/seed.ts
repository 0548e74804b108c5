// One step before the app starts: its tables. Shopify keeps the shop itself.
import { openDatabase } from '@craftgate-commerce/shopify'

const { DATABASE_URL } = process.env
if (!DATABASE_URL) {
  process.stderr.write('DATABASE_URL is missing: address of the PostgreSQL database\n')
  process.exit(1)
}
const database = await openDatabase(DATABASE_URL)
await database.destroy()
process.stdout.write(`${JSON.stringify({ ready: 'shopify-seed' })}\n`)
