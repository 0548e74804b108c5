import { Client, escapeIdentifier } from 'pg'

/** A database for one suite, empty whatever an earlier run left. */
export async function ownDatabase(name: string): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const admin = process.env.TEST_DATABASE_URL
  if (!admin) throw new Error('Start these suites with --config test/jest.config.mjs')
  const url = Object.assign(new URL(admin), { pathname: `/${name}` }).href
  const drop = () => command(admin, `DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`)
  await drop()
  await command(admin, `CREATE DATABASE ${escapeIdentifier(name)}`)
  return { url, drop }
}

async function command(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
