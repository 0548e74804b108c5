import type { AlertListener } from './alert-listener'
import type { Emulator } from './emulator'
import { type Row, Scene } from './scene'
import type { Limit, Store } from './store'
import { table } from './table'

export interface Stage {
  readonly store: Store
  readonly emulator: Emulator
  /** Hears the alerts of this store. */
  readonly alerts: AlertListener
  /** Tells Craftgate where this store hears webhooks. */
  listen(webhookUrl: string | undefined): void
  close(): Promise<void>
}

/** Plays the whole table on one store. After every row the money on both sides is compared. */
export function describeContract(name: string, open: () => Promise<Stage>): void {
  describe(`${name} keeps the contract`, () => {
    let stage: Stage

    beforeAll(async () => {
      stage = await open()
    })
    afterAll(async () => {
      await stage?.close()
      stage?.alerts.close()
    })

    for (const [theme, rows] of table) {
      describe(theme, () => {
        for (const row of rows) {
          it(row.title, async () => {
            const { store, emulator } = stage
            emulator.reset()
            stage.listen(store.webhookUrls.at(-1))
            const scene = new Scene(store, emulator, stage.alerts)
            await (limitOf(store, row) ?? row).play(scene)
            await scene.accountsAgree()
          })
        }
      })
    }
  })
}

/** What the platform can not express is not left out: what the plugin does instead is proved in its place. */
function limitOf(store: Store, { title, needs = [] }: Row): Limit | undefined {
  const missing = needs.find((need) => !store.capabilities.has(need))
  if (missing === undefined) return undefined
  const limit = store.limits[missing]
  if (!limit) throw new Error(`${store.name} does not say why it can not play "${title}" (${missing})`)
  process.stdout.write(`${store.name}: "${title}": ${limit.why}; instead, ${limit.instead}\n`)
  return limit
}
