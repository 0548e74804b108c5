import type { Emulator } from './emulator'
import { Scene } from './scene'
import type { Store } from './store'
import { table } from './table'

export interface Stage {
  readonly store: Store
  readonly emulator: Emulator
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
    })

    for (const [theme, rows] of table) {
      describe(theme, () => {
        for (const row of rows) {
          it(row.title, async () => {
            const missing = (row.needs ?? []).filter((need) => !stage.store.capabilities.has(need))
            expect(missing).toEqual([])
            stage.emulator.reset()
            stage.listen(stage.store.webhookUrls.at(-1))
            const scene = new Scene(stage.store, stage.emulator)
            await row.play(scene)
            await scene.accountsAgree()
          })
        }
      })
    }
  })
}
