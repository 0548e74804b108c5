import Craftgate from '@craftgate/craftgate'
import { MARKETPLACE_SEED } from '../seed/marketplace-seed'
import { clientOf, refusal } from '../test/test-server'
import { useTestServer } from '../test/use-test-server'

const { MemberType, SettlementEarningsDestination } = Craftgate.Model
const testServer = useTestServer({ seed: MARKETPLACE_SEED })
const members = () => testServer.client.onboarding()
type Request = Parameters<ReturnType<typeof members>['createMember']>[0]

const buyer = (change: Partial<Request> = {}): Request => ({
  ...{ isBuyer: true, memberExternalId: 'buyer-1', memberType: MemberType.Personal, name: 'Haluk Demir' },
  ...{ contactName: 'Haluk', contactSurname: 'Demir', email: 'haluk.demir@example.com' },
  ...{ phoneNumber: '905551111111', address: 'Suadiye Mah. Örnek Cd. No:23' },
  ...change,
})

const seller = (change: Partial<Request> = {}): Request => ({
  ...buyer({ isBuyer: false, isSubMerchant: true, memberExternalId: 'seller-1' }),
  ...{ memberType: MemberType.LimitedOrStockJointCompany, name: 'Dem Zeytinyağı Ltd. Şti.' },
  ...{ legalCompanyTitle: 'Dem Zeytinyağı Üretim Ltd. Şti.', taxOffice: 'Erenköy', taxNumber: '1111111114' },
  iban: 'TR930006701000000001111111',
  ...change,
})

const without = (field: keyof Request, from: Request): Request => ({ ...from, [field]: undefined })

it('registers a buyer and a seller, and finds both', async () => {
  const one = await members().createMember(buyer())
  expect(one).toMatchObject({ status: 'ACTIVE', isBuyer: true, isSubMerchant: false, createdDate: NOON })
  const other = await members().createMember(
    seller({ settlementDelayCount: 7, subMerchantMaximumAllowedNegativeBalance: 12.5 }),
  )
  expect(await members().retrieveMember(other.id)).toEqual(other)
  expect(other).toMatchObject({
    ...{ settlementEarningsDestination: 'IBAN', settlementDelayCount: 7, memberExternalId: 'seller-1' },
    subMerchantMaximumAllowedNegativeBalance: 12.5,
  })
})

const NOON = '2026-03-10T12:00:00'

it('registers who says nothing of his kind as a buyer, as the portal’s example does', async () => {
  const request = without('memberType', without('isBuyer', buyer()))
  expect(await members().createMember(request)).toMatchObject({ isBuyer: true, isSubMerchant: false })
})

it.each<[string, Request, string]>([
  ['a seller of no type', without('memberType', seller()), '4201'],
  ['a company without a name', without('name', seller()), '4201'],
  ['a seller without an IBAN', without('iban', seller()), '4201'],
  ['a company without its title', without('legalCompanyTitle', seller()), '4201'],
  ['a company without its tax office', without('taxOffice', seller()), '4201'],
  ['a company without its tax number', without('taxNumber', seller()), '4201'],
  ['a buyer without a name of his own', without('contactName', buyer()), '4201'],
  [
    'a person who sells without a surname',
    without('contactSurname', seller({ memberType: MemberType.Personal })),
    '4201',
  ],
  ['a foreign IBAN', seller({ iban: 'DE89370400440532013000' }), '4205'],
  ['nobody', buyer({ isBuyer: false, isSubMerchant: false }), '4203'],
  ['an address of no kind', buyer({ email: 'nowhere' }), '4000'],
])('does not register %s', async (_who, request, code) => {
  expect(await refusal(members().createMember(request))).toMatchObject({ code })
  expect((await members().searchMembers({})).totalSize).toBe(3)
})

it('needs no IBAN of a seller whose money goes into his wallet', async () => {
  const { Wallet: settlementEarningsDestination } = SettlementEarningsDestination
  const request = without('iban', seller({ settlementEarningsDestination }))
  expect(await members().createMember(request)).toMatchObject({ settlementEarningsDestination: 'WALLET' })
})

it('registers nobody twice, but at another merchant', async () => {
  await members().createMember(buyer())
  expect(await refusal(members().createMember(buyer()))).toMatchObject({ code: '4202' })
  const [, shop] = MARKETPLACE_SEED.merchants
  const other = clientOf({ ...shop, url: testServer.sandbox.url }).onboarding()
  expect(await other.createMember(buyer())).toMatchObject({ memberExternalId: 'buyer-1' })
  expect(await refusal(other.createMember(seller()))).toMatchObject({ code: '4204' })
  expect(await refusal(other.retrieveMember(1))).toMatchObject({ code: '4200' })
})

it('changes a member of the seed, and leaves what is not said', async () => {
  const changed = await members().updateMember(2, {
    ...{ isSubMerchant: true, address: 'Yeni Sok. 1', email: 'bakir@example.com', contactName: 'Bakır' },
    memberType: MemberType.Personal,
  })
  expect(changed).toMatchObject({ id: 2, name: 'Bakır Atölyesi', iban: 'TR320010009999901234567890' })
  expect(await members().retrieveMember(2)).toEqual(changed)
  expect(
    await refusal(
      members().updateMember(2, {
        ...{ address: 'A', email: 'bakir@example.com', memberType: MemberType.PrivateCompany },
      }),
    ),
  ).toMatchObject({ code: '4201' })
  expect(await refusal(members().updateMember(99, { address: 'A', email: 'a@example.com' }))).toMatchObject({
    code: '4200',
  })
})

it.each<[object, readonly number[]]>([
  [{}, [3, 2, 1]],
  [{ isSubMerchant: true }, [2, 1]],
  [{ isBuyer: true }, [3]],
  [{ name: 'Atölye' }, [2]],
  [{ memberExternalId: 'seed-1' }, [1]],
  [{ memberIds: [1, 3] }, [3, 1]],
  [{ memberType: MemberType.PrivateCompany }, []],
  [{ page: 1, size: 2 }, [1]],
])('finds members by %j', async (search, ids) => {
  expect((await members().searchMembers(search)).items.map(({ id }) => id)).toEqual(ids)
})

it('forgets whom a reset took away, and knows the seed’s again', async () => {
  const { id } = await members().createMember(buyer())
  testServer.sandbox.control.reset()
  expect(await refusal(members().retrieveMember(id))).toMatchObject({ code: '4200' })
  expect((await members().searchMembers({})).totalSize).toBe(3)
})
