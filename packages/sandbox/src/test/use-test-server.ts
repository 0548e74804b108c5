import type { SandboxOptions } from '../create-sandbox'
import { startTestServer, type TestServer } from './test-server'

/** Two merchants that know nothing of each other. */
export const TWO_MERCHANTS: [SeededKeys, SeededKeys] = [
  { name: 'A', apiKey: 'a', secretKey: 'sa' },
  { name: 'B', apiKey: 'b', secretKey: 'sb' },
]

type SeededKeys = Pick<TestServer['sandbox']['merchants'][number], 'name' | 'apiKey' | 'secretKey'>

/** A test server for each test of a file, or one for all of them. */
export function useTestServer(options: SandboxOptions = {}, lifetime: 'test' | 'file' = 'test'): TestServer {
  let running: TestServer | undefined
  const start = async () => {
    running = await startTestServer(options)
  }
  const close = () => now().close()
  const now = (): TestServer => {
    if (!running) throw new Error('The test server runs inside of tests only')
    return running
  }
  if (lifetime === 'test') {
    beforeEach(start)
    afterEach(close)
  } else {
    beforeAll(start)
    afterAll(close)
  }
  return {
    get sandbox() {
      return now().sandbox
    },
    get client() {
      return now().client
    },
    get merchant() {
      return now().merchant
    },
    close,
  }
}
