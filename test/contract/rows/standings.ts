import type { Row, Scene } from '../scene'

/** Whose payments the list names with this filter, of these. */
async function listed({ store }: Scene, filter: string, references: readonly string[]) {
  const merchant = await store.merchantPages()
  const file = await merchant.text(`/payments.csv?state=${filter}`)
  const page = await merchant.text(`/?state=${filter}`)
  const inFile = references.filter((reference) => file.includes(reference))
  expect(
    references.filter((reference) => page.includes(`/payments/${encodeURIComponent(reference)}"`)),
  ).toEqual(inFile)
  return inFile
}

/** The list of payments tells how each stands by now, not how the shopper left it. */
export const standings: readonly Row[] = [
  {
    title:
      'list: a captured or voided pre-authorization, and what was refunded, is found by what it is by now',
    needs: ['pre-auth'],
    async play(scene) {
      const { store } = scene
      const [held, taken, gone, back] = [
        await scene.buy({ phase: 'PRE_AUTH' }),
        await scene.buy({ phase: 'PRE_AUTH' }),
        await scene.buy({ phase: 'PRE_AUTH' }),
        await scene.buy(),
      ]
      expect(await store.capture(taken.order)).toEqual({ ok: true })
      expect(await store.void(gone.order)).toEqual({ ok: true })
      expect(await store.refund(back.order, { amount: 500 })).toMatchObject({ state: 'done' })
      await scene.lookUntil(back.order, ({ refunded }) => refunded === 500)
      const all = [held, taken, gone, back].map(({ reference }) => reference)
      expect(await listed(scene, 'authorized', all)).toEqual([held.reference])
      expect(await listed(scene, 'paid', all)).toEqual([taken.reference])
      expect(await listed(scene, 'voided', all)).toEqual([gone.reference])
      expect(await listed(scene, 'refunded', all)).toEqual([back.reference])
    },
  },
]
