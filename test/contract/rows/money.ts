import type { Row } from '../scene'

export const money: readonly Row[] = [
  {
    title: 'pre-authorization: blocked, then captured whole',
    needs: ['pre-auth'],
    async play(scene) {
      const { order } = await scene.buy({ phase: 'PRE_AUTH' })
      expect(await scene.look(order)).toMatchObject({ state: 'authorized', authorized: order.total, paid: 0 })
      expect(await scene.store.capture(order)).toEqual({ ok: true })
      await scene.expectPaid(order)
      expect((await scene.craftgate.paymentsSinceMark())[0]?.phase).toBe('POST_AUTH')
    },
  },
  {
    title: 'pre-authorization: captured less',
    needs: ['pre-auth', 'capture-other-amount'],
    async play(scene) {
      const { order } = await scene.buy({ phase: 'PRE_AUTH' })
      const less = order.total - Math.floor(order.total / 10)
      expect(await scene.store.capture(order, less)).toEqual({ ok: true })
      expect(await scene.look(order)).toMatchObject({ paid: less, authorized: 0 })
      expect((await scene.craftgate.paymentsSinceMark())[0]?.paidPrice).toBe(less)
    },
  },
  {
    title: 'pre-authorization: captured more, within the bank’s margin',
    needs: ['pre-auth', 'capture-other-amount'],
    async play(scene) {
      const { order } = await scene.buy({ phase: 'PRE_AUTH' })
      const more = order.total + Math.floor(order.total / 10)
      expect(await scene.store.capture(order, more)).toEqual({ ok: true })
      expect(await scene.look(order)).toMatchObject({ paid: more })
    },
  },
  {
    title: 'pre-authorization: more than the margin is refused with a reason, and the rest still works',
    needs: ['pre-auth', 'capture-other-amount'],
    async play(scene) {
      const { order } = await scene.buy({ phase: 'PRE_AUTH' })
      const refused = await scene.store.capture(order, order.total * 2)
      expect(refused.ok).toBe(false)
      expect(refused.reason).toBeTruthy()
      expect(await scene.look(order)).toMatchObject({ authorized: order.total, paid: 0 })
      expect(await scene.store.capture(order)).toEqual({ ok: true })
      await scene.expectPaid(order)
    },
  },
  {
    title: 'pre-authorization with instalments: the capture takes what was authorized',
    needs: ['pre-auth'],
    async play(scene) {
      const { order } = await scene.buy({ phase: 'PRE_AUTH' }, { installment: 3 })
      const [before] = await scene.craftgate.paymentsSinceMark()
      expect(await scene.store.capture(order)).toEqual({ ok: true })
      const [after] = await scene.craftgate.paymentsSinceMark()
      expect(after?.paidPrice).toBe(before?.paidPrice)
      expect(await scene.look(order)).toMatchObject({ state: 'paid', paid: order.total })
    },
  },
  {
    title: 'void: the block is lifted',
    needs: ['pre-auth'],
    async play(scene) {
      const { order } = await scene.buy({ phase: 'PRE_AUTH' })
      expect(await scene.store.void(order)).toEqual({ ok: true })
      expect(await scene.look(order)).toMatchObject({ authorized: 0, paid: 0 })
      expect((await scene.craftgate.paymentsSinceMark())[0]).toMatchObject({ refundType: 'CANCEL' })
    },
  },
  {
    title: 'full refund on the same day is a cancel at the bank',
    async play(scene) {
      const { order } = await scene.buy()
      expect(await scene.store.refund(order, { everything: true })).toMatchObject({
        state: 'done',
        amount: order.total,
      })
      expect(await scene.look(order)).toMatchObject({ refunded: order.total })
      expect((await scene.craftgate.paymentsSinceMark())[0]).toMatchObject({ refundType: 'CANCEL' })
    },
  },
  {
    title: 'full refund on a later day',
    async play(scene) {
      const { order } = await scene.craftgate.inThePast({ days: 3 }, () => scene.buy())
      expect(await scene.store.refund(order, { everything: true })).toMatchObject({
        state: 'done',
        amount: order.total,
      })
      expect((await scene.craftgate.paymentsSinceMark())[0]).toMatchObject({ refundType: 'REFUND' })
    },
  },
  {
    title: 'full refund of an instalment sale gives the interest back too',
    async play(scene) {
      const { order } = await scene.buy({}, { installment: 6 })
      expect(await scene.store.refund(order, { everything: true })).toMatchObject({
        state: 'done',
        amount: order.total,
      })
      const [payment] = await scene.craftgate.paymentsSinceMark()
      expect(payment?.refunded).toBe(payment?.paidPrice)
    },
  },
  {
    title: 'partial refund of one line',
    needs: ['refund-by-line'],
    async play(scene) {
      const { order } = await scene.buy({ products: 3, quantity: 2 })
      const [, line] = order.lines
      if (!line) throw new Error('The order has one line only')
      const refund = await scene.store.refund(order, { line: line.id, quantity: line.quantity })
      expect(refund).toMatchObject({ state: 'done', amount: line.price })
      const [payment] = await scene.craftgate.paymentsSinceMark()
      const touched = payment?.items.filter((item) => item.refunded > 0)
      expect(touched).toMatchObject([{ price: line.price, refunded: line.price }])
    },
  },
  {
    title: 'partial refunds by amount, several times, to the last kuruş',
    async play(scene) {
      const { order } = await scene.buy({ products: 3 })
      const third = Math.floor(order.total / 3)
      for (const amount of [third, third, order.total - 2 * third]) {
        expect(await scene.store.refund(order, { amount })).toMatchObject({ state: 'done', amount })
      }
      expect(await scene.look(order)).toMatchObject({ refunded: order.total })
      const [payment] = await scene.craftgate.paymentsSinceMark()
      expect(payment?.refunded).toBe(payment?.paidPrice)
    },
  },
  {
    title: 'partial refunds of an instalment sale give the same share of the interest back',
    async play(scene) {
      const { order } = await scene.buy({ products: 2 }, { installment: 3 })
      const half = Math.floor(order.total / 2)
      expect(await scene.store.refund(order, { amount: half })).toMatchObject({ state: 'done', amount: half })
      const [payment] = await scene.craftgate.paymentsSinceMark()
      if (!payment) throw new Error('There is no payment')
      expect(payment.refunded).toBeGreaterThan(half)
      expect(Math.abs(payment.refunded - (half * payment.paidPrice) / payment.price)).toBeLessThanOrEqual(1)
      await scene.store.refund(order, { amount: order.total - half })
      const [after] = await scene.craftgate.paymentsSinceMark()
      expect(after?.refunded).toBe(after?.paidPrice)
    },
  },
  {
    title: 'a refund beyond what is left is refused and moves nothing',
    async play(scene) {
      const { order } = await scene.buy()
      const most = order.total - 100
      expect(await scene.store.refund(order, { amount: most })).toMatchObject({ state: 'done' })
      const refused = await scene.store.refund(order, { amount: 200 })
      expect(refused.state).toBe('failed')
      expect(refused.reason).toBeTruthy()
      expect((await scene.craftgate.paymentsSinceMark())[0]?.refunded).toBe(most)
    },
  },
  {
    title: 'two refunds of everything, pressed at once: the money goes back once',
    async play(scene) {
      const { order } = await scene.buy()
      await Promise.allSettled([
        scene.store.refund(order, { everything: true }),
        scene.store.refund(order, { everything: true }),
      ])
      expect(await scene.look(order)).toMatchObject({ refunded: order.total })
      expect((await scene.craftgate.paymentsSinceMark())[0]?.refunded).toBe(order.total)
    },
  },
  {
    title: 'a refund that the bank takes its time for is pending, then done',
    async play(scene) {
      const { order } = await scene.craftgate.inThePast({ days: 3 }, () => scene.buy())
      await scene.craftgate.nextRefundWaits()
      expect(await scene.store.refund(order, { everything: true })).toMatchObject({ state: 'pending' })
      expect(await scene.look(order)).toMatchObject({ refundPending: order.total, refunded: 0 })
      await scene.craftgate.settleWaitingRefunds()
      await scene.store.reconcile()
      expect(await scene.look(order)).toMatchObject({ refundPending: 0, refunded: order.total })
    },
  },
]
