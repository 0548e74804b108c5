import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startDocs } from './docs'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'craftgate-docs-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const script = (code: string): string => {
  const file = path.join(folder, 'serve.mjs')
  writeFileSync(file, code)
  return file
}

test('the documentation has the address that its server says, until it is stopped', async () => {
  const code = `process.stdout.write(JSON.stringify({ url: 'http://127.0.0.1:' + process.env.PORT + '/' }) + '\\n')
    setInterval(() => {}, 1000)`
  const docs = await startDocs(folder, 0, script(code))
  expect(docs.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
  await docs.stop()
})

test('documentation that does not start has no address, and keeps nothing from opening', async () => {
  const docs = await startDocs(folder, 0, script(`console.error('no'); process.exit(1)`))
  expect(docs.url).toBeUndefined()
  await docs.stop()
})
