import Craftgate from '@craftgate/craftgate'
import { answerOf } from '../test/call-api'
import { checkoutRequest, newCard, paymentRequest } from '../test/requests'
import { type Injected, runSample } from '../test/run-sample'
import { signedFetch } from '../test/signed-fetch'
import { useTestServer } from '../test/use-test-server'
import { Shopper, testCards } from '../testing/shopper'

// Samples that name a payment, a card or a token of somebody else's run with one of the sandbox in its place.
const testServer = useTestServer({}, 'file')

const payment = () => testServer.client.payment()
const pay = (change: Parameters<typeof paymentRequest>[0] = {}) =>
  payment().createPayment(paymentRequest(change))
const paidId = async () => (await pay()).id
const transactionId = async () => (await pay()).paymentTransactions[0]?.id ?? 0
const sellersSale = async () => {
  const { Product } = Craftgate.Model.PaymentGroup
  const items = [2, 3].map((subMerchantMemberId) => ({
    ...{ price: 50, subMerchantMemberId, subMerchantMemberPrice: 40 },
  }))
  const { paymentTransactions } = await pay({ paymentGroup: Product, items })
  return paymentTransactions.map(({ id }) => id)
}
const UUID = '456d1297-908e-4bd6-a13b-4be31a6e47d5'

/** Somebody's kept card, in place of the two keys that most samples name. */
async function storedCard(): Promise<Injected> {
  const { cardUserKey, cardToken } = await payment().storeCard(newCard('5258640000000001'))
  return [
    ['fac377f2-ab15-4696-88d2-5e71b27ec378', cardUserKey],
    ['11a078c4-3c32-4796-90b1-51ee5517a212', cardToken],
  ]
}

async function verifiedId(): Promise<number> {
  const callbackUrl = `${testServer.merchant.url}/callback`
  const { htmlContent, paymentId } = await payment().init3DSPayment({ ...paymentRequest(), callbackUrl })
  const shopper = new Shopper()
  await shopper.openHtml(Buffer.from(htmlContent, 'base64').toString('utf8'), testServer.sandbox.url)
  await shopper.answerBank('ok')
  return paymentId
}

const DEPOSIT_CARD = ['4b33932e-ef4e-425a-ba8b-c33e422abfe3', '8b970491-517d-40ea-bdde-40e6989e4fa6'] as const
const DEPOSIT_CARD_3DS = [
  '0b2ec8d8-bb75-4f83-a60d-cd129ab8aed8',
  'e57f8e99-0048-41f8-8752-a6a9308a391e',
] as const

async function depositCard([userKey, token]: readonly [string, string]): Promise<Injected> {
  const [[, cardUserKey] = ['', ''], [, cardToken] = ['', '']] = await storedCard()
  return [
    [userKey, cardUserKey],
    [token, cardToken],
  ]
}

async function verifiedDepositId(): Promise<number> {
  const callbackUrl = `${testServer.merchant.url}/callback`
  const { currency, card } = paymentRequest()
  if (!card) throw new Error('The request has a card')
  const { htmlContent, paymentId } = await payment().init3DSDepositPayment({
    ...{ price: 100, buyerMemberId: 1, currency, card, callbackUrl },
  })
  const shopper = new Shopper()
  await shopper.openHtml(Buffer.from(htmlContent, 'base64').toString('utf8'), testServer.sandbox.url)
  await shopper.answerBank('ok')
  return paymentId
}

const start = <T>(path: string, change: object = {}) =>
  answerOf<T>(testServer, `/payment/v1/${path}`, {
    ...checkoutRequest(`${testServer.merchant.url}/callback`),
    ...change,
  })

async function approveAt(url: string): Promise<void> {
  const shopper = new Shopper()
  await shopper.open(url)
  await shopper.answerProvider('paid')
}

async function approvedAppId(): Promise<number> {
  const additionalParams = { sourceCode: 'APP2APP', redirectUrl: `${testServer.merchant.url}/app` }
  const { paymentId, additionalData } = await start<{
    paymentId: number
    additionalData: { redirectUrl: string }
  }>('pos-apm-payments/init', { paymentProvider: 'YKB_WORLD_PAY', additionalParams })
  await approveAt(additionalData.redirectUrl)
  return paymentId
}

async function approvedTicket(): Promise<{ id: string; token: string }> {
  const ticket = await start<{ id: string; token: string; path: string }>('bkm-express/init')
  await approveAt(ticket.path)
  return ticket
}

async function masterpass(forceThreeDS: boolean): Promise<{ referenceId: string; token: string }> {
  const { callbackUrl: _callbackUrl, ...createPayment } = { ...checkoutRequest(''), installment: 1 }
  const { referenceId, token } = await answerOf<{ referenceId: string; token: string }>(
    testServer,
    '/payment/v2/masterpass-payments/generate-token',
    {
      ...{ msisdn: '900000000000', userId: 'user', binNumber: '404308', createPayment },
      ...{ forceThreeDS, validationType: 'NONE' },
    },
  )
  const body = new URLSearchParams({ token })
  const approved = await fetch(`${testServer.sandbox.url}/masterpass/purchase`, { method: 'POST', body })
  return { referenceId, token: String(((await approved.json()) as { token?: string }).token) }
}

async function approvedMasterpass(): Promise<Injected> {
  const { referenceId, token } = await masterpass(false)
  return [
    ['"referenceId"', `"${referenceId}"`],
    ['"token"', `"${token}"`],
  ]
}

async function verifiedMasterpassId(): Promise<number> {
  const { referenceId } = await masterpass(true)
  const { paymentId, returnUrl } = await answerOf<{ paymentId: number; returnUrl: string }>(
    testServer,
    '/payment/v2/masterpass-payments/3ds-init',
    { referenceId, callbackUrl: `${testServer.merchant.url}/callback` },
  )
  const shopper = new Shopper()
  await shopper.open(returnUrl)
  await shopper.answerBank('ok')
  return paymentId
}

const VALUE_ID = '5758a029-4a82-4e47-a0cf-36d34052b8e5'

async function valueId(): Promise<string> {
  const fraud = testServer.client.fraud()
  const type = Craftgate.Model.FraudValueType.Ip
  await fraud.addValueToValueList({ listName: 'ipList', type, value: '127.0.0.9' })
  return String((await fraud.retrieveValueList('ipList')).values[0]?.id)
}

async function productId(): Promise<number> {
  const request = { name: 'Product', price: 10, currency: 'TRY', enabledInstallments: [1] }
  return (await answerOf<{ id: number }>(testServer, '/craftlink/v1/products', request)).id
}

const TICKET = '06fa9f84-ddf3-4ce4-91df-2f96139c8855'
const TICKET_TOKEN = '23f4e147-2c4e-4a2c-8a67-9c783d813b79'

async function ticketAndToken(): Promise<Injected> {
  const { id, token } = await approvedTicket()
  return [
    ['7c0f7c89-e954-46d5-ad37-2a5c0b5f0356', id],
    [TICKET_TOKEN, token],
  ]
}

/** A loan of Haso's, which waits for the merchant. */
async function lentId(): Promise<number> {
  const request = checkoutRequest(`${testServer.merchant.url}/callback`)
  const { ApmType, BnplCartItemType } = Craftgate.Model
  const apms = await testServer.client.merchantApm().retrieveApms()
  const merchantApmId = apms.items.find(({ apmType }) => apmType === ApmType.Haso)?.id ?? 0
  const { paymentId, redirectUrl } = await payment().initBnplPayment({
    ...{ ...request, apmType: ApmType.Haso, merchantApmId, bankCode: '', buyerMemberId: 1 },
    additionalParams: {
      ...{
        buyerPhoneNumber: '5551112233',
        buyerBirthdate: '1990-01-01',
        buyerIdentityNumber: '11111111110',
      },
    },
    cartItems: [
      { id: '1', name: 'A', brandName: 'B', type: BnplCartItemType.Tv, unitPrice: 100, quantity: 1 },
    ],
  })
  const shopper = new Shopper()
  await shopper.open(redirectUrl)
  await shopper.answerProvider('paid')
  return paymentId
}

const openPage = () => payment().initCheckoutPayment(checkoutRequest(`${testServer.merchant.url}/callback`))

/** The pinned SDK has no call for it yet. */
async function partsToken(): Promise<string> {
  const callbackUrl = `${testServer.merchant.url}/callback`
  const body = { price: 100, currency: 'TRY', paymentGroup: 'PRODUCT', callbackUrl }
  const path = '/payment/v1/multi-payments/init'
  const { text } = await signedFetch(testServer.sandbox, { method: 'POST', path, body })
  return (JSON.parse(text) as { data: { token: string } }).data.token
}

async function paidToken(): Promise<string> {
  const { pageUrl, token } = await openPage()
  const shopper = new Shopper()
  await shopper.open(pageUrl)
  await shopper.pay({ card: testCards.success })
  return token
}

async function reviewed(): Promise<{ paymentId: number; fraudId: number }> {
  testServer.sandbox.control.fraud.nextPayment('REVIEW')
  const { id, fraudId } = await pay()
  return { paymentId: id, fraudId: fraudId ?? 0 }
}

const refundedTransaction = async () =>
  (
    await payment().refundPaymentTransaction({
      paymentTransactionId: await transactionId(),
      refundPrice: 1,
    })
  ).id
const preAuthorized = async () => (await pay({ paymentPhase: Craftgate.Model.PaymentPhase.PreAuth })).id
const control = () => testServer.sandbox.control
const wallet = () => testServer.client.wallet()
const lira = Craftgate.Model.Currency.TRY

const buyer = { isBuyer: true, contactName: 'A', contactSurname: 'B', address: 'C', phoneNumber: '90555' }
const memberId = async (memberExternalId: string) =>
  (await testServer.client.onboarding().createMember({ ...buyer, memberExternalId, email: 'a@example.com' }))
    .id

async function posId(): Promise<number> {
  const { PosIntegrator, PosStatus } = Craftgate.Model
  const request = { name: 'POS', currency: lira, status: PosStatus.Active, merchantPosUsers: [{}] }
  const pos = { ...request, posIntegrator: PosIntegrator.AKBANK }
  return (await testServer.client.merchant().createMerchantPos(pos as never)).id
}

async function loadedId(): Promise<number> {
  const loaded = await payment().createFundTransferDepositPayment({ price: 50, buyerMemberId: 1 })
  return loaded.walletTransaction.id
}

async function remittanceId(): Promise<number> {
  const { RedeemOnlyLoyalty: remittanceReasonType } = Craftgate.Model.RemittanceReasonType
  const sent = { memberId: '1', price: 5, currency: lira, description: 'A', remittanceReasonType }
  return (await wallet().sendRemittance(sent)).id
}

async function withdrawId(): Promise<number> {
  await loadedId()
  return (await wallet().createWithdraw({ memberId: 1, price: 5, currency: lira, description: 'A' })).id
}

async function payoutId(): Promise<number> {
  const paymentTransactionIds = await sellersSale()
  await payment().approvePaymentTransactions({ paymentTransactionIds, isTransactional: true })
  return control().payouts.create()[0]?.id ?? 0
}

async function payoutAccountId(currency: string): Promise<number> {
  const account = { type: 'WISE', externalAccountId: 'a', currency, accountOwner: 'MERCHANT' }
  return (await testServer.client.settlement().createPayoutAccount(account as never)).id
}

async function recordId(): Promise<number> {
  const transfer = { senderName: 'A', senderIban: 'TR870006400000111351052758', description: 'B' }
  const id = control().bankAccounts.receive({ ...transfer, amount: '1.00' })
  await control().clock.advance({ minutes: 5 })
  return id
}

async function reportId(): Promise<string> {
  const day = { startDate: new Date(0), endDate: new Date() }
  const { ReportPeriod, ReportType } = Craftgate.Model
  const asked = { ...day, reportType: ReportType.PAYMENT, reportPeriod: ReportPeriod.INSTANT }
  const { id } = await testServer.client.fileReporting().createReport(asked)
  await control().clock.advance({ minutes: 1 })
  return String(id)
}

const cloned = async (): Promise<Injected> => {
  const { cardUserKey, cardToken } = await payment().storeCard(newCard('5209220000000002'))
  return [
    ['c356a934-3460-46f4-ba76-3ecea197de6a', cardUserKey],
    ['e6f66ad4-cf05-48df-b6ff-09186980848e', cardToken],
  ]
}

it.each<[string, () => Promise<Injected>]>([
  [
    'payment/PostAuthPayment',
    async () => [['postAuthPayment(1', `postAuthPayment(${await preAuthorized()}`]],
  ],
  ['payment/CompleteThreeDSPayment', async () => [['paymentId: 1', `paymentId: ${await verifiedId()}`]]],
  ['payment/RetrieveCheckoutPayment', async () => [[UUID, await paidToken()]]],
  ['payment/ExpireCheckoutPayment', async () => [[UUID, (await openPage()).token]]],
  ['payment/CompletePosApmPayment', async () => [['paymentId: 1', `paymentId: ${await approvedAppId()}`]]],
  ['bkmExpress/CompleteBkmExpressPayment', async () => [[TICKET, (await approvedTicket()).id]]],
  ['bkmExpress/CompleteBkmExpressPaymentByToken', ticketAndToken],
  ['bkmExpress/RetrieveBkmExpressPayment', async () => [[TICKET, (await approvedTicket()).id]]],
  [
    'bkmExpress/RetrieveBkmExpressPaymentByToken',
    async () => [[TICKET_TOKEN, (await approvedTicket()).token]],
  ],
  ['juzdan/InitJuzdanPayment', async () => [['price: 30.0', 'price: 100.0']]],
  [
    'juzdan/RetrieveJuzdanPayment',
    async () => [
      ['testReferenceId', (await start<{ referenceId: string }>('juzdan-payments/init')).referenceId],
    ],
  ],
  ['payment/ApproveBnplPayment', async () => [['Payment(1)', `Payment(${await lentId()})`]]],
  ['payment/VerifyBnplPayment', async () => [['Payment(1)', `Payment(${await lentId()})`]]],
  [
    'payment/RetrieveMultiPayment',
    async () => [['6d7e66b5-9b1c-4c1d-879a-2557b651096e', await partsToken()]],
  ],
  ['masterpass/CompleteMasterpassPayment', approvedMasterpass],
  [
    'masterpass/InitThreeDSMasterpassPayment',
    async () => [['"referenceId"', `"${(await masterpass(true)).referenceId}"`]],
  ],
  [
    'masterpass/CompleteThreeDSMasterpassPayment',
    async () => [['paymentId: 1', `paymentId: ${await verifiedMasterpassId()}`]],
  ],
  ['merchant/RetrieveMerchantPos', async () => [['Pos(1)', 'Pos(101)']]],
  ['merchant/RetrieveMerchantPosCommissions', async () => [['Commissions(1)', 'Commissions(101)']]],
  ['merchant/UpdateMerchantPos', async () => [['Pos(1,', `Pos(${await posId()},`]]],
  ['merchant/UpdateMerchantPosCommissions', async () => [['Commissions(12,', 'Commissions(104,']]],
  ['merchant/UpdateMerchantPosStatus', async () => [['Status(11,', `Status(${await posId()},`]]],
  ['merchant/DeleteMerchantPos', async () => [['Pos(10)', `Pos(${await posId()})`]]],
  ['onboarding/CreateMemberAsBuyerAndSubMerchant', async () => [['random-id', 'both']]],
  ['onboarding/CreateSubMerchant', async () => [['random-id', 'seller']]],
  ['wallet/CreateMemberWallet', async () => [['Wallet(1,', `Wallet(${await memberId('wallet')},`]]],
  ['wallet/RefundWalletTransaction', async () => [['Transaction(1,', `Transaction(${await loadedId()},`]]],
  [
    'wallet/RetrieveRefundWalletTransactions',
    async () => [['Transactions(72)', `Transactions(${await loadedId()})`]],
  ],
  [
    'wallet/RetrieveRefundableAmountOfWalletTransaction',
    async () => [['Transaction(1)', `Transaction(${await loadedId()})`]],
  ],
  ['wallet/RetrieveRemittance', async () => [['Remittance(1)', `Remittance(${await remittanceId()})`]]],
  [
    'wallet/ResetMerchantMemberWalletBalance',
    async () => [['-100', (await wallet().retrieveMerchantMemberWallet()).amount]],
  ],
  ['wallet/RetrieveWithdraw', async () => [['Withdraw(1)', `Withdraw(${await withdrawId()})`]]],
  ['wallet/CancelWithdraw', async () => [['Withdraw(1)', `Withdraw(${await withdrawId()})`]]],
  ['settlementReporting/RetrievePayoutDetail', async () => [['Details(1)', `Details(${await payoutId()})`]]],
  [
    'settlement/UpdatePayoutAccount',
    async () => [['Account(11,', `Account(${await payoutAccountId('USD')},`]],
  ],
  [
    'settlement/DeletePayoutAccount',
    async () => [['Account(11)', `Account(${await payoutAccountId('EUR')})`]],
  ],
  ['fileReporting/RetrieveReport', async () => [['49', await reportId()]]],
  ['bankAccountTracking/RetrieveBankAccountTrackingRecord', async () => [['317', await recordId()]]],
  ['fraud/RemoveValueFromFraudValueList', async () => [[VALUE_ID, await valueId()]]],
  [
    'fraud/AddCardFingerprintToFraudValueList',
    async () => [['operationId: "operationId"', `operationId: "${await paidId()}"`]],
  ],
  ['payByLink/RetrieveProduct', async () => [['Product(1)', `Product(${await productId()})`]]],
  ['payByLink/UpdateProduct', async () => [['Product(1,', `Product(${await productId()},`]]],
  ['payByLink/DeleteProduct', async () => [['Product(1)', `Product(${await productId()})`]]],
  ['payment/UpdateStoredCard', storedCard],
  ['payment/CloneStoredCard', cloned],
  ['payment/DeleteStoredCard', storedCard],
  ['payment/CreatePaymentUsingStoredCard', storedCard],
  ['payment/CreateDepositPaymentWithStoredCard', () => depositCard(DEPOSIT_CARD)],
  ['payment/InitThreeDSDepositPaymentWithStoredCard', () => depositCard(DEPOSIT_CARD_3DS)],
  [
    'payment/CompleteThreeDSDepositPayment',
    async () => [['paymentId: 1', `paymentId: ${await verifiedDepositId()}`]],
  ],
  [
    'payment/InitCheckoutPaymentForDeposit',
    async () => [['depositPayment:', 'buyerMemberId: 1, depositPayment:']],
  ],
  ['payment/InitThreeDSPaymentUsingStoredCard', storedCard],
  ['payment/RetrievePayment', async () => [['Payment(1)', `Payment(${await paidId()})`]]],
  ['payment/ApprovePaymentTransactions', async () => [['[1, 2]', `[${(await sellersSale()).join(', ')}]`]]],
  [
    'payment/DisapprovePaymentTransactions',
    async () => [['[1, 2]', `[${(await sellersSale()).join(', ')}]`]],
  ],
  [
    'payment/UpdatePaymentTransaction',
    async () => [['Transaction(10', `Transaction(${(await sellersSale())[0]}`]],
  ],
  ['payment/RetrievePaymentMarkAsRefunded', async () => [['paymentId: 1', `paymentId: ${await paidId()}`]]],
  [
    'payment/RefundPaymentTransactionMarkAsRefunded',
    async () => [['TransactionId: 1', `TransactionId: ${await transactionId()}`]],
  ],
  ['payment/RefundPayment', async () => [['paymentId: 1', `paymentId: ${await paidId()}`]]],
  [
    'payment/RetrievePaymentRefund',
    async () => [
      ['Refund(1)', `Refund(${(await payment().refundPayment({ paymentId: await paidId() })).id})`],
    ],
  ],
  [
    'payment/RefundPaymentTransaction',
    async () => [['TransactionId: 1', `TransactionId: ${await transactionId()}`]],
  ],
  [
    'payment/RetrievePaymentTransactionRefund',
    async () => [['Refund(1)', `Refund(${await refundedTransaction()})`]],
  ],
  ['paymentReporting/RetrievePayment', async () => [['Payment(1)', `Payment(${await paidId()})`]]],
  ['paymentReporting/RetrievePaymentRefunds', async () => [['Refunds(1)', `Refunds(${await paidId()})`]]],
  [
    'paymentReporting/RetrievePaymentTransactions',
    async () => [['Transactions(1)', `Transactions(${await paidId()})`]],
  ],
  [
    'paymentReporting/RetrievePaymentTransactionRefunds',
    async () => {
      const { id, paymentTransactions } = await pay()
      return [['Refunds(1, 1)', `Refunds(${id}, ${paymentTransactions[0]?.id})`]]
    },
  ],
  ['fraud/UpdateFraudCheckStatus', async () => [['257', (await reviewed()).fraudId]]],
  ['fraud/SearchFraudChecksWithPaymentId', async () => [['372', (await reviewed()).paymentId]]],
])('%s does what it says', async (name, inject) => {
  expect(await runSample(testServer, name, await inject())).toBe('done')
})
