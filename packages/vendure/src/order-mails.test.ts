import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { testCards } from '@craftgate-commerce/sandbox'
import { AssetServerPlugin } from '@vendure/asset-server-plugin'
import {
  Asset,
  AssetType,
  EventBus,
  JobQueueService,
  OrderStateTransitionEvent,
  ProductVariant,
  TransactionalConnection,
} from '@vendure/core'
import {
  defaultEmailHandlers,
  EmailPlugin,
  EmailSendEvent,
  FileBasedTemplateLoader,
} from '@vendure/email-plugin'
import { firstValueFrom } from 'rxjs'
import { CraftgateShop } from './test/craftgate-shop'

// The plugins as `npx @vendure/create` configures them: mails as files, and asset addresses made of the request.

let harness: CraftgateShop
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'craftgate-mails-'))
  const templates = join(dirname(require.resolve('@vendure/email-plugin/package.json')), 'templates')
  const plugins = [
    AssetServerPlugin.init({ route: 'assets', assetUploadDir: join(folder, 'assets') }),
    EmailPlugin.init({
      devMode: true,
      outputPath: join(folder, 'mails'),
      route: 'mailbox',
      handlers: defaultEmailHandlers,
      templateLoader: new FileBasedTemplateLoader(templates),
      globalTemplateVars: { fromAddress: '"example" <noreply@example.com>' },
    }),
  ]
  harness = await CraftgateShop.start({}, { plugins })
  const { rawConnection } = service(TransactionalConnection)
  const picture = {
    name: 'fincan',
    type: AssetType.IMAGE,
    mimeType: 'image/png',
    fileSize: 1,
    width: 1,
    height: 1,
  }
  const asset = await rawConnection
    .getRepository(Asset)
    .save(new Asset({ ...picture, source: 'source/fincan.png', preview: 'preview/fincan.png' }))
  await rawConnection.getRepository(ProductVariant).update(1, { featuredAsset: { id: asset.id } })
  await service(JobQueueService).start()
}, 600_000)
afterAll(async () => {
  await harness?.close()
  await rm(folder, { recursive: true, force: true })
})

const service = <T>(type: new (...dependencies: never[]) => T): T => harness.shop.app.get(type)
const nextMail = () => firstValueFrom(service(EventBus).ofType(EmailSendEvent))

test.each(['the callback', 'a webhook', 'the scheduled task'])(
  'an order that is paid by %s sends its confirmation, with a picture that can be opened',
  async (notification) => {
    const mail = nextMail()
    const begun = await harness.checkout()
    await harness.pay(begun.payLink, { card: testCards.success, deliver: notification === 'the callback' })
    if (notification === 'a webhook') await harness.webhooks()
    if (notification === 'the scheduled task') await harness.reconcile()
    expect(await mail).toMatchObject({
      success: true,
      details: { subject: expect.stringContaining(begun.orderCode) },
    })
    const files = await readdir(join(folder, 'mails'))
    const bodies = await Promise.all(files.map((file) => readFile(join(folder, 'mails', file), 'utf8')))
    const body = bodies.find((each) => each.includes(begun.orderCode))
    const { origin } = new URL(begun.payLink)
    expect(body).toContain(`${origin}/assets/preview/fincan.png`)
  },
)

test('a handler of the shop reads the language, the translations and the channel as in a request of a storefront', async () => {
  const moved = firstValueFrom(service(EventBus).ofType(OrderStateTransitionEvent))
  await harness.checkout()
  await moved
  const paid = new Promise<OrderStateTransitionEvent>((found) => {
    service(EventBus)
      .ofType(OrderStateTransitionEvent)
      .subscribe((event) => event.toState === 'PaymentSettled' && found(event))
  })
  await harness.bought()
  const { ctx } = await paid
  expect(ctx.req?.headers).toEqual({ host: expect.any(String) })
  expect(ctx.translate('errorResult.CRAFTGATE_NOTHING_TO_PAY')).toBe('There is nothing to pay')
  expect(JSON.stringify(ctx.serialize())).not.toMatch(/token":"[^"]*sig|authorization|cookie/i)
})
