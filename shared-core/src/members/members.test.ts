// Members of a merchant, and the shop's customers among them.
import { money } from '../money'
import { WalletShop } from '../wallets/testing/wallet-shop'
import type { Members, NewMember } from '.'

let shop: WalletShop
let members: Members

beforeAll(async () => {
  shop = await WalletShop.start()
})
afterAll(() => shop.close())
beforeEach(async () => {
  await shop.reset()
  members = shop.members('kahveci')
})

describe('a member', () => {
  const SELLER_FACTS: NewMember = {
    ...{ isBuyer: false, isSubMerchant: true, memberType: 'PRIVATE_COMPANY', memberExternalId: 'satici-9' },
    ...{ address: 'Moda Cad. 1', email: 'satici@example.com', phoneNumber: '905551112233' },
    ...{ contactName: 'Ali', contactSurname: 'Usta', iban: 'TR320010009999901234567890' },
    ...{ legalCompanyTitle: 'Ali Usta', taxOffice: 'Kadıköy', taxNumber: '1111111111' },
  }

  test('is registered, found and changed', async () => {
    const made = await members.create('market', SELLER_FACTS, 'form-1')
    expect(await members.create('market', SELLER_FACTS, 'form-1')).toEqual(made)
    const { memberExternalId, ...facts } = SELLER_FACTS
    await members.update('market', made.id, { ...facts, taxOffice: 'Üsküdar' })
    expect(await members.find('market', made.id)).toMatchObject({ ...SELLER_FACTS, taxOffice: 'Üsküdar' })
    const found = await members.search('market', { memberExternalId, page: 0 })
    expect([found.members.map(({ id }) => id), found.count]).toEqual([[made.id], 1])
    expect(await members.find('market', 4_711)).toBeUndefined()
  })

  test.each([
    [{ iban: 'DE1' }, 'IBAN'],
    [{ taxNumber: '' }, 'vergi numarası'],
    [{ memberExternalId: '+1' }, 'dış numara'],
    [{ isSubMerchant: false }, 'alıcı ya da satıcı'],
    [{ memberType: undefined }, 'üye türü'],
    [{ email: 'x' }, 'e-posta'],
  ])('must have what its kind must have: %j', async (over, named) => {
    await expect(members.create('market', { ...SELLER_FACTS, ...over }, 'form-2')).rejects.toMatchObject({
      ...{ code: 'invalid-member', merchantMessage: { tr: expect.stringContaining(named) } },
    })
    expect(shop.sentTo('/members')).toBe(0)
  })
})

describe('a customer of the shop', () => {
  const ref = { merchant: 'shop', customer: 'cus_1' }
  const details = {
    name: 'Zeynep',
    surname: 'Ak',
    email: 'z@example.com',
    phone: '905551112233',
    address: 'Moda Cad. 1',
  }

  test('is a member from when it is needed, one, however many ask', async () => {
    expect(await members.customers.find(ref)).toBeUndefined()
    const made = await Promise.all([
      members.customers.ensure(ref, details),
      members.customers.ensure(ref, details),
    ])
    expect(new Set(made.map(({ id }) => id)).size).toBe(1)
    expect(made[0]).toMatchObject({ memberExternalId: 'kahveci:cus_1', isBuyer: true, isSubMerchant: false })
    expect(await members.customers.find(ref)).toMatchObject({ id: made[0]?.id })
    const other = shop.members('kahveci')
    expect(await other.customers.ensure(ref, { ...details, phone: '905550000000' })).toMatchObject({
      id: made[0]?.id,
    })
    expect(await other.customers.find({ ...ref, customer: 'cus_2' })).toBeUndefined()
  })

  test('is one also when the answer about him was lost', async () => {
    shop.forgetKeys()
    shop.breakNext('/onboarding/v1/members', 'drop-after-commit')
    expect(await members.customers.ensure(ref, details)).toMatchObject({ memberExternalId: 'kahveci:cus_1' })
    expect((await members.search('shop', { memberExternalId: 'kahveci:cus_1', page: 0 })).count).toBe(1)
  })

  test('of another shop on the same account is somebody else', async () => {
    const other = shop.members('cayci')
    const [one, two] = [
      await members.customers.ensure(ref, details),
      await other.customers.ensure(ref, details),
    ]
    expect(one.id).not.toBe(two.id)
  })

  test('has no wallet in a shop without them', async () => {
    const off = shop.members(undefined)
    expect(await off.customers.find(ref)).toBeUndefined()
    await expect(off.customers.ensure(ref, details)).rejects.toMatchObject({ code: 'wallets-off' })
  })

  test('opens a wallet once', async () => {
    const { id } = await members.customers.ensure(ref, details)
    const opened = await Promise.all([
      shop.wallets().open('shop', id, 'TRY'),
      shop.wallets().open('shop', id, 'TRY'),
    ])
    expect(opened.map((wallet) => wallet.balance)).toEqual([money(0, 'TRY'), money(0, 'TRY')])
    expect(opened[0]?.id).toBe(opened[1]?.id)
  })
})
