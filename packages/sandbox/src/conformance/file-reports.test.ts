import { crc32 } from 'node:zlib'
import Craftgate from '@craftgate/craftgate'
import { checkoutRequest, newCard, paymentRequest } from '../test/requests'
import { clientOf, refusal } from '../test/test-server'
import { useTestServer } from '../test/use-test-server'

const { ReportFileType, ReportPeriod, ReportType } = Craftgate.Model
const seed = {
  merchants: [
    { name: 'A', apiKey: 'a', secretKey: 'sa' },
    { name: 'B', apiKey: 'b', secretKey: 'sb', dailyReports: false },
  ],
}
const testServer = useTestServer({ seed })
const control = () => testServer.sandbox.control
const reports = () => testServer.client.fileReporting()
const payments = () => testServer.client.payment()
const daily = (reportDate: string, fileType = ReportFileType.CSV) =>
  reports().retrieveDailyPaymentReport({ reportDate, fileType })
const transactions = (reportDate: string, fileType = ReportFileType.CSV) =>
  reports().retrieveDailyTransactionReport({ reportDate, fileType })
const DAY = '2026-03-10'

/** A CSV without quoted line ends, as objects. */
function rowsOf(file: ArrayBuffer): Record<string, string>[] {
  const [heads = '', ...lines] = Buffer.from(file).toString('utf8').trimEnd().split('\r\n')
  const names = heads.split(',')
  return lines.map((line) => {
    const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)]
    return Object.fromEntries(cells.map(([, quoted, plain], at) => [names[at], quoted ?? plain ?? '']))
  })
}

/** Two payments of the day, one of which was declined, and one after midnight; the first was refunded in part. */
async function aDay() {
  const conversationId = 'sepet 1, bir'
  const { id, paymentTransactions } = await payments().createPayment(paymentRequest({ conversationId }))
  const declined = payments().createPayment(paymentRequest({ card: newCard('5100050000006661') }))
  await refusal(declined)
  await control().clock.advance({ hours: 11, minutes: 59 })
  const paymentTransactionId = paymentTransactions[0]?.id ?? 0
  const refund = await payments().refundPaymentTransaction({ paymentTransactionId, refundPrice: 12.5 })
  await control().clock.advance({ minutes: 2 })
  const { id: later } = await payments().createPayment(paymentRequest())
  return { id, refund: refund.id, later, conversationId, paymentTransactionId }
}

describe('the file of a day', () => {
  it('has every payment of the Istanbul day, the declined too, with what it cost', async () => {
    const { id, conversationId } = await aDay()
    await control().clock.advance({ hours: 4 })
    const rows = rowsOf(await daily(DAY))
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatchObject({
      ...{ paymentId: String(id), createdDate: `${DAY}T12:00:00`, paymentStatus: 'SUCCESS', conversationId },
      ...{ price: '100.00', paidPrice: '100.00', currency: 'TRY', bankCommissionRateAmount: '1.95' },
      ...{ refundedPrice: '12.50', refundStatus: 'PARTIAL_REFUNDED', posAlias: 'yapikredi' },
      ...{ binNumber: '52586400', lastFourDigits: '0001', errorGroup: '' },
    })
    expect(rows[1]).toMatchObject({ paymentStatus: 'FAILURE', errorGroup: 'NOT_SUFFICIENT_FUNDS' })
  })

  it('has every payment, cancellation and refund, in the order in which they were', async () => {
    const { id, refund, paymentTransactionId, later } = await aDay()
    await payments().refundPayment({ paymentId: later })
    await control().clock.advance({ days: 1, hours: 4 })
    expect(rowsOf(await transactions(DAY))).toMatchObject([
      { transactionType: 'PAYMENT', id: String(id), status: 'SUCCESS', amount: '100.00' },
      { transactionType: 'PAYMENT', status: 'FAILURE', errorGroup: 'NOT_SUFFICIENT_FUNDS' },
      {
        ...{ transactionType: 'REFUND', id: String(refund), amount: '-12.50', status: 'SUCCESS' },
        paymentTransactionId: String(paymentTransactionId),
      },
    ])
    expect(rowsOf(await transactions('2026-03-11'))).toMatchObject([
      { transactionType: 'PAYMENT', id: String(later) },
      { transactionType: 'CANCEL', paymentId: String(later), amount: '-100.00' },
    ])
  })

  it('is there once it was made: the transactions at three, the payments at four', async () => {
    await control().clock.advance({ hours: 14, minutes: 59 })
    expect(await refusal(transactions(DAY))).toMatchObject({ code: '4321' })
    await control().clock.advance({ minutes: 1 })
    expect(rowsOf(await transactions(DAY))).toEqual([])
    expect(await refusal(daily(DAY))).toMatchObject({ code: '4321' })
    await control().clock.advance({ hours: 1 })
    expect(Buffer.from(await daily(DAY)).toString('utf8')).toMatch(/^paymentId,createdDate,.*errorGroup\r\n$/)
    expect(await refusal(daily('2027-01-01'))).toMatchObject({ code: '4321' })
  })

  it('is not made for a merchant who has it switched off, nor for a day that is none', async () => {
    const client = clientOf({ apiKey: 'b', secretKey: 'sb', url: testServer.sandbox.url })
    const asked = { reportDate: '2026-03-01', fileType: ReportFileType.CSV }
    const switchedOff = client.fileReporting().retrieveDailyPaymentReport(asked)
    expect(await refusal(switchedOff)).toMatchObject({ code: '4320' })
    expect(await refusal(daily('2026-13-01'))).toMatchObject({ code: '4000' })
    expect(await refusal(daily('10.03.2026'))).toMatchObject({ code: '4000' })
  })

  it('quotes what a spreadsheet would take for two cells', async () => {
    const name = 'Çay, "demli"'
    await payments().createPayment(paymentRequest({ externalId: 'a,b', items: [{ name, price: 100 }] }))
    await control().clock.advance({ days: 1 })
    expect(rowsOf(await daily(DAY))).toMatchObject([{ externalId: 'a,b' }])
  })

  it('is the same as an Excel workbook', async () => {
    const { id } = await aDay()
    await control().clock.advance({ days: 1 })
    const files = unzip(Buffer.from(await daily(DAY, ReportFileType.XLSX)))
    expect([...files.keys()]).toEqual([
      ...['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels'],
      'xl/worksheets/sheet1.xml',
    ])
    const sheet = files.get('xl/worksheets/sheet1.xml') ?? ''
    const cells = [...sheet.matchAll(/<t [^>]*>([^<]*)</g)].map(([, text]) => text)
    const heads = cells.slice(0, cells.indexOf('errorGroup') + 1)
    expect(cells.slice(heads.length, heads.length + 3)).toEqual([String(id), `${DAY}T12:00:00`, 'SUCCESS'])
    expect(cells).toHaveLength(3 * heads.length)
  })
})

/** The files of an archive that stores them as they are; each must have its checksum. */
function unzip(archive: Buffer): Map<string, string> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const files = new Map<string, string>()
  let entry = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const length = archive.readUInt16LE(entry + 28)
    const local = archive.readUInt32LE(entry + 42)
    const start = local + 30 + archive.readUInt16LE(local + 26)
    const content = archive.subarray(start, start + archive.readUInt32LE(entry + 20))
    expect(crc32(content)).toBe(archive.readUInt32LE(entry + 16))
    files.set(archive.subarray(entry + 46, entry + 46 + length).toString(), content.toString())
    entry += 46 + length
  }
  return files
}

describe('an ordered report', () => {
  const order = (change: object = {}) =>
    reports().createReport({
      ...{ startDate: new Date('2026-03-10T08:00:00Z'), endDate: new Date('2026-03-10T10:00:00Z') },
      ...{ reportType: ReportType.PAYMENT, reportPeriod: ReportPeriod.INSTANT, ...change },
    })
  const retrieve = (id: string | number) =>
    reports().retrieveReport({ fileType: ReportFileType.CSV }, Number(id))

  it('is ready after a while, and has what was within its two moments', async () => {
    const first = await payments().createPayment(paymentRequest())
    const demand = await order()
    expect(demand).toMatchObject({
      ...{ reportType: 'PAYMENT', reportPeriod: 'INSTANT', id: expect.any(String) },
      ...{ startDate: '2026-03-10T11:00:00', endDate: '2026-03-10T13:00:00' },
    })
    expect(await refusal(retrieve(demand.id))).toMatchObject({ code: '4324' })
    await control().clock.advance({ hours: 2 })
    await payments().initCheckoutPayment(checkoutRequest('https://shop.example/back'))
    await payments().createPayment(paymentRequest())
    expect(rowsOf(await retrieve(demand.id))).toMatchObject([{ paymentId: String(first.id) }])
  })

  it('is its merchant’s, and goes forward in time', async () => {
    const { id } = await order()
    await control().clock.advance({ minutes: 1 })
    const foreign = clientOf({ apiKey: 'b', secretKey: 'sb', url: testServer.sandbox.url }).fileReporting()
    const asked = foreign.retrieveReport({ fileType: ReportFileType.CSV }, Number(id))
    expect(await refusal(asked)).toMatchObject({ code: '4323' })
    expect(await refusal(order({ endDate: new Date('2026-03-10T07:59:59Z') }))).toMatchObject({
      code: '4322',
    })
    expect(await refusal(order({ reportType: 'WISHES' }))).toMatchObject({ code: '4000' })
    expect(await refusal(retrieve(999))).toMatchObject({ code: '4323' })
  })
})
