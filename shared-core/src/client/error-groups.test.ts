import { ERROR_GROUPS } from '../messages/error-groups'
import { describeErrorGroup } from './error-groups'

const GROUPS = Object.keys(ERROR_GROUPS)

describe('error groups', () => {
  it('knows the 55 documented groups and the 16 that only the test cards name', () => {
    expect(GROUPS).toHaveLength(71)
  })

  it.each(GROUPS)('%s has a sentence for everybody in both languages', (group) => {
    const { shopper, merchant } = describeErrorGroup(group)
    for (const text of [shopper.tr, shopper.en, merchant.tr, merchant.en])
      expect(text).toMatch(/^\S.{10,}\.$/)
  })

  it.each(['LOST_CARD', 'STOLEN_CARD', 'PICKUP_CARD', 'FRAUD_SUSPECT'])(
    '%s tells the shopper of no suspicion',
    (group) => {
      const { shopper } = describeErrorGroup(group)
      expect(`${shopper.tr} ${shopper.en}`).not.toMatch(/fraud|sahte|stolen|çalıntı|lost|kayıp|el koy/i)
    },
  )

  it.each(['APPROVED_COMPLETED', 'ORDER_ID_ALREADY_USED'])(
    '%s keeps the shopper from paying twice',
    (group) => {
      expect(describeErrorGroup(group)).toMatchObject({ retryableByShopper: false, uncertain: true })
    },
  )

  it('reads a group that is new as unknown', () => {
    const facts = describeErrorGroup('BRAND_NEW')
    expect(facts).toEqual({ ...describeErrorGroup('UNKNOWN'), group: 'BRAND_NEW' })
  })

  it.each(['toString', '__proto__', undefined])('is not fooled by %p', (group) => {
    expect(describeErrorGroup(group).shopper).toEqual(describeErrorGroup('UNKNOWN').shopper)
  })
})
