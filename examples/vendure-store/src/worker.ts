// The worker: search index, collections and scheduled tasks, Craftgate's reconcile among them.
import './no-telemetry'
import { bootstrapWorker } from '@vendure/core'
import { storeConfig } from './config'
import { readEnvironment } from './zerdali/environment'
import { announce, fail, stopWithParent } from './zerdali/shutdown'

async function main(): Promise<void> {
  const env = readEnvironment(process.env)
  stopWithParent()
  const worker = await bootstrapWorker(storeConfig(env))
  await worker.startJobQueue()
  announce({ ready: 'vendure-worker' })
}

main().catch(fail)
