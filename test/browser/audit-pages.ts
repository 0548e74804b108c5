import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { chromium, type Page } from 'playwright-core'
import { CHROMIUM, chromiumPath } from './chromium'

/** Of 100. */
export interface PageAudit {
  readonly url: string
  /** Where the browser was in the end. */
  readonly seen: string
  readonly error?: string
  readonly scores: { readonly accessibility: number; readonly 'best-practices': number }
  /** Audits that failed altogether. */
  readonly failed: readonly string[]
}

/** What Lighthouse says about the pages that this walk comes by, for the visitor who walked. */
export async function auditPages(walk: (page: Page) => Promise<readonly string[]>): Promise<PageAudit[]> {
  const profile = mkdtempSync(join(tmpdir(), 'craftgate-audit-'))
  const port = await freePort()
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    args: [...CHROMIUM, `--remote-debugging-port=${port}`],
    locale: 'tr-TR',
  })
  try {
    const urls = await walk(await context.newPage())
    const script = join(import.meta.dirname, 'lighthouse.mjs')
    const { stdout } = await promisify(execFile)(process.execPath, [script, String(port), ...urls])
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as PageAudit)
  } finally {
    await context.close()
    rmSync(profile, { recursive: true, force: true })
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
      .on('error', reject)
      .listen(0, '127.0.0.1', () => {
        const { port } = server.address() as { port: number }
        server.close(() => resolve(port))
      })
  })
