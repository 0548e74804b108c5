// Medusa's own test runners read where PostgreSQL is while they are imported, so this runs before any test file.
// They speak TLS to every host that is not called `localhost`.
const { TEST_DATABASE_URL } = process.env
if (!TEST_DATABASE_URL) throw new Error('Start these suites with --config test/jest.config.mjs')
const { hostname, port, username, password } = new URL(TEST_DATABASE_URL)

process.env.DB_HOST = hostname === '127.0.0.1' ? 'localhost' : hostname
process.env.DB_PORT = port
process.env.DB_USERNAME = decodeURIComponent(username)
process.env.DB_PASSWORD = decodeURIComponent(password)
process.env.__MEDUSA_DB_CONNECTION_MAX_RETRIES = '1'
process.env.MEDUSA_DISABLE_TELEMETRY = 'true'
