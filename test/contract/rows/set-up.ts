import { ANOTHER_MERCHANT } from '../emulator'
import type { MerchantPages } from '../merchant-pages'
import type { Row, Scene } from '../scene'

// What is wrong with a shop's set-up is named with a remedy, needs attention, and leaves by itself.

const REFUSED_KEYS = 'Anahtarlar reddediliyor'
const REFUSED_WEBHOOKS = 'Bildirimlerin imzası uyuşmuyor'
const POS = { id: 101, alias: 'garanti', name: 'Garanti BBVA Sanal POS' }

async function inspect(merchant: MerchantPages): Promise<string> {
  expect(await merchant.post('/setup/inspect')).toContain('/setup?done=inspected')
  return merchant.text('/setup')
}

/** Webhooks go to the server that the merchant looks at: each knows what it saw itself. */
function hearWebhooks({ store, craftgate }: Scene): void {
  craftgate.sendWebhooksTo(store.webhookUrls[0])
}

export const setUp: readonly Row[] = [
  {
    title: 'panel: set-up: keys that Craftgate refuses',
    async play({ store, craftgate }) {
      const merchant = await store.merchantPages()
      const well = await inspect(merchant)
      expect(well).toContain('secretKey değerlerinizi kabul ediyor')
      expect(well).toMatch(/\/webhook cevap veriyor/)
      expect(well).toContain(POS.name)
      craftgate.revokeKeys()
      const refused = await inspect(merchant)
      expect(refused).toContain('panel.craftgate.io/manage/api-credentials')
      expect(refused).not.toContain('contract-secret-key')
      expect(await merchant.text('/attention')).toContain(REFUSED_KEYS)
      craftgate.restoreKeys()
      expect(await inspect(merchant)).toContain('secretKey değerlerinizi kabul ediyor')
      expect(await merchant.text('/attention')).not.toContain(REFUSED_KEYS)
    },
  },
  {
    title: 'panel: set-up: a POS that autopilot closed',
    async play(scene) {
      const { store, craftgate } = scene
      const merchant = await store.merchantPages()
      hearWebhooks(scene)
      const [, pos = ''] = /href="[^"]*(\/setup\/poses\/[^/"]+\/101)"/.exec(await inspect(merchant)) ?? []
      expect(await merchant.post(`${pos}/AUTOPILOT`)).toContain(`${pos}?done=changed-pos`)
      await craftgate.inThePast({ hours: 1 }, async () => {
        craftgate.watchPos(POS.alias, { threeDS: false })
        expect(await craftgate.deliverWebhooks()).toEqual([200])
      })
      expect(await merchant.text('/attention')).toContain(`${pos}"`)
      expect(await inspect(merchant)).toContain(`${POS.name} (3D ödemeler)`)
      expect(await merchant.text(pos)).toContain('Banka sorunlu: 3D ödemeler geçmiyor')
      craftgate.watchPos(POS.alias, { threeDS: true })
      expect(await craftgate.deliverWebhooks()).toEqual([200])
      expect(await merchant.text('/attention')).not.toContain(`${pos}"`)
    },
  },
  {
    title: 'panel: set-up: a webhook key that is not the one that Craftgate signs with',
    async play(scene) {
      const { store, craftgate } = scene
      const merchant = await store.merchantPages()
      hearWebhooks(scene)
      const { order } = await scene.heldCallback()
      await craftgate.signWebhooksAs(ANOTHER_MERCHANT)
      expect(await craftgate.deliverWebhooks()).toEqual([401])
      expect(await inspect(merchant)).toContain('Üye İşyeri Webhook Key')
      expect(await merchant.text('/attention')).toContain(REFUSED_WEBHOOKS)
      await craftgate.signWebhooksAs(undefined)
      expect(await craftgate.deliverWebhooks()).toContain(200)
      await scene.expectPaid(order)
      expect(await merchant.text('/attention')).not.toContain(REFUSED_WEBHOOKS)
    },
  },
]
