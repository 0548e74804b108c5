// Loaded before a server's own code (NODE_OPTIONS=--require=…): what it asks PostgreSQL stands, a line each, in the file that
// the variable STATEMENTS names.
const { appendFileSync } = require('node:fs')
const Module = require('node:module')

const file = process.env.STATEMENTS
const load = Module._load
/** More than one copy of `pg` may be installed. */
const recorded = new WeakSet()

Module._load = function (request, ...more) {
  const loaded = load.call(this, request, ...more)
  if (file && request === 'pg' && !recorded.has(loaded)) record(loaded)
  return loaded
}

function record(pg) {
  recorded.add(pg)
  const client = pg.Client.prototype
  const { query } = client
  client.query = function (config, values, ...more) {
    const { text, values: named } = typeof config === 'string' ? { text: config, values: undefined } : config
    const params = named ?? (Array.isArray(values) ? values : [])
    if (text) appendFileSync(file, `${JSON.stringify({ sql: text, params })}\n`)
    return query.call(this, config, values, ...more)
  }
}
