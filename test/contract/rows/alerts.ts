import { until } from '../../until'
import type { AlertListener } from '../alert-listener'
import type { Row, Scene } from '../scene'

/** A member of the store's merchant at Craftgate. */
const SELLER = 2

const BOUNCED = /"[^"]*(\/sellers\/payouts\?[^"#]+)#bounced"/

// The merchant's own server is told what needs attention: once when it is raised, once when it is cleared.

function listenerOf({ alerts }: Scene): AlertListener {
  if (alerts === undefined) throw new Error('Nobody listens to the alerts of this store')
  return alerts
}

/** What is said of a kind from now on. */
async function saidOf(listener: AlertListener, kind: string) {
  const before = (await listener.of(kind)).length
  return async (count: number) => (await listener.of(kind, before + count)).slice(before)
}

export const alerts: readonly Row[] = [
  {
    title: 'alerts: keys that Craftgate refuses are told at once, and that they work again, once each',
    async play(scene) {
      const { store, craftgate } = scene
      const listener = listenerOf(scene)
      const said = await saidOf(listener, 'refused-keys')
      const merchant = await store.merchantPages()
      craftgate.revokeKeys()
      await merchant.post('/setup/inspect')
      expect(await said(1)).toMatchObject([{ state: 'raised', count: 1 }])
      await merchant.post('/setup/inspect')
      await store.reconcile()
      craftgate.restoreKeys()
      await merchant.post('/setup/inspect')
      expect(await said(2)).toMatchObject([{ state: 'raised' }, { state: 'cleared', count: 0 }])
      await store.reconcile()
      await store.reconcile()
      const all = await said(2)
      expect([all.length, new Set(all.map(({ id }) => id)).size]).toEqual([2, 2])
      expect(all[0]?.url).toMatch(/\/panel\/attention$/)
      expect(all.map(({ raw }) => raw).join()).not.toMatch(/contract-(secret|api|webhook)-key/)
    },
  },
  {
    title:
      'alerts: a refund that the bank refused is told by the scheduled job, and cleared when another is made',
    async play(scene) {
      const said = await saidOf(listenerOf(scene), 'refused-refunds')
      const { order } = await scene.buy()
      await scene.craftgate.nextRefundFails()
      expect(await scene.store.refund(order, { amount: 500 })).toMatchObject({ state: 'failed' })
      await scene.store.reconcile()
      await scene.store.reconcile()
      expect(await said(1)).toMatchObject([{ state: 'raised', count: 1 }])
      expect(await scene.store.refund(order, { amount: 500 })).toMatchObject({ state: 'done' })
      await scene.store.reconcile()
      await scene.store.reconcile()
      expect(await said(2)).toMatchObject([{ state: 'raised' }, { state: 'cleared', count: 0 }])
    },
  },
  {
    title: 'alerts: a payout that the seller’s bank sent back is told, and cleared when it is paid again',
    async play(scene) {
      const { craftgate, store } = scene
      const said = await saidOf(listenerOf(scene), 'bounced-payouts')
      await craftgate.bouncePayout(SELLER)
      expect(await craftgate.deliverWebhooks()).toContain(200)
      await store.reconcile()
      expect(await said(1)).toMatchObject([{ state: 'raised', count: 1 }])
      const merchant = await store.merchantPages()
      // Another server of the store learns it for itself, at once when somebody looks at the payouts there.
      await merchant.text('/sellers/payouts')
      const link = async () => BOUNCED.exec(await merchant.text('/attention'))?.[1]?.replaceAll('&amp;', '&')
      const page = await until(link, (found) => found !== undefined)
      expect(await merchant.text(page ?? '/')).toContain('10,00')
      await craftgate.payBouncedAgain(SELLER)
      expect(await craftgate.deliverWebhooks()).toContain(200)
      await store.reconcile()
      expect(await said(2)).toMatchObject([{ state: 'raised' }, { state: 'cleared', count: 0 }])
    },
  },
  {
    title: 'alerts: the merchant tries them from the page of the set-up',
    async play(scene) {
      const said = await saidOf(listenerOf(scene), 'test')
      const merchant = await scene.store.merchantPages()
      expect(await merchant.text('/setup')).toContain('/setup/alerts/test')
      expect(await merchant.post('/setup/alerts/test')).toMatch(/\/setup\?done=sent-test-alert$/)
      expect((await said(1)).length).toBeGreaterThan(0)
    },
  },
]
