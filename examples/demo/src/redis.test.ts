import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startRedis } from './redis'

test('a computer without Redis is told in one sentence', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'craftgate-redis-'))
  const { PATH } = process.env
  process.env.PATH = folder
  try {
    await expect(startRedis(folder)).rejects.toThrow('redis-server is not installed; install Redis')
  } finally {
    process.env.PATH = PATH
    rmSync(folder, { recursive: true })
  }
})
