import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mergeConfig, Refund, TransactionalConnection, type VendureConfig } from '@vendure/core'
import { createTestEnvironment, type SimpleGraphQLClient, testConfig } from '@vendure/testing'
import { parse } from 'graphql'
import { IsNull, MoreThan, Not } from 'typeorm'
import { CraftgatePlugin } from '../craftgate-plugin'
import { CraftgateCheckout, CraftgateOperation } from '../entities'
import type { CraftgatePluginOptions } from '../plugin-options'
import { testDatabase } from './database'
import { productsCsv, shopData } from './shop-data'

/**
 * An address of this machine that nobody listens at; its port is none of those that a system gives to its own connections,
 * one of which could take it before the server is up.
 */
export async function freeAddress(): Promise<string> {
  const server = createServer().listen(randomInt(10_000, 32_000))
  const isFree = await once(server, 'listening').then(
    () => true,
    () => false,
  )
  if (!isFree) return freeAddress()
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return `http://localhost:${port}`
}

/** A real Vendure server in this process, on sql.js, that sells two things in TRY with prices that include tax. */
export class TestShop {
  /** Asked for with every shop query; the channel's own when undefined. */
  currencyCode?: string

  private constructor(
    private readonly environment: ReturnType<typeof createTestEnvironment>,
    private readonly folder: string,
  ) {}

  static async start(options: CraftgatePluginOptions, more: Partial<VendureConfig> = {}): Promise<TestShop> {
    // Vendure's telemetry counts every table some seconds after the start.
    process.env.VENDURE_DISABLE_TELEMETRY ??= 'true'
    const folder = await mkdtemp(join(tmpdir(), 'craftgate-vendure-'))
    const productsCsvPath = join(folder, 'products.csv')
    await writeFile(productsCsvPath, productsCsv)
    const plugins = [CraftgatePlugin.init(options), ...(more.plugins ?? [])]
    // So that who works on MySQL sees what passes there.
    if (process.env.TEST_DATABASE_URL) CraftgatePlugin.requireDatabase = () => {}
    const port = Number(new URL(options.publicUrl).port)
    const config = mergeConfig(testConfig, {
      apiOptions: { port },
      ...testDatabase(folder),
      ...more,
      plugins,
    })
    const shop = new TestShop(createTestEnvironment(config), folder)
    await shop.environment.server.init({ initialData: shopData, productsCsvPath, customerCount: 1 })
    await shop.admin.asSuperAdmin()
    await shop.sellInTry()
    return shop
  }

  get shopper(): SimpleGraphQLClient {
    return this.environment.shopClient
  }

  get admin(): SimpleGraphQLClient {
    return this.environment.adminClient
  }

  get app() {
    return this.environment.server.app
  }

  /** Shop API. */
  ask<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const parameters = this.currencyCode ? { currencyCode: this.currencyCode } : undefined
    return this.shopper.query<T>(parse(query), variables, parameters)
  }

  /** Admin API. */
  manage<T>(
    query: string,
    variables: Record<string, unknown> = {},
    params?: { readonly languageCode: string },
  ): Promise<T> {
    return this.admin.query<T>(parse(query), variables, params)
  }

  /** As if everything that the plugin wrote had been written an hour ago, so that reconcile asks about it. */
  async anHourLater(): Promise<void> {
    const changedAt = new Date(Date.now() - 3_600_000)
    const { rawConnection } = this.app.get(TransactionalConnection)
    const checkouts = rawConnection.getRepository(CraftgateCheckout)
    await checkouts.update({ version: MoreThan(0) }, { changedAt })
    const nextCheckAt = new Date(changedAt.getTime() + 10_000)
    await checkouts.update({ nextCheckAt: Not(IsNull()) }, { nextCheckAt })
    await rawConnection.getRepository(CraftgateOperation).update({ version: MoreThan(0) }, { changedAt })
  }

  /** As if Vendure had crashed before it committed the refund. */
  async forgetRefund(id: string): Promise<void> {
    const { rawConnection } = this.app.get(TransactionalConnection)
    await rawConnection.getRepository(Refund).delete(Number(id.replace('T_', '')))
  }

  async close(): Promise<void> {
    await this.environment.server.destroy()
    await rm(this.folder, { recursive: true, force: true })
  }

  private async sellInTry(): Promise<void> {
    await this.manage(`mutation { updateChannel(input: {
      id: "T_1", pricesIncludeTax: true, defaultCurrencyCode: TRY, availableCurrencyCodes: [TRY, USD, JPY, KWD]
    }) { __typename } }`)
    await this.price('T_1', 'TRY', 12_990)
    await this.price('T_2', 'TRY', 54_900)
  }

  async price(variant: string, currencyCode: string, price: number): Promise<void> {
    await this.manage(
      `mutation ($input: [UpdateProductVariantInput!]!) { updateProductVariants(input: $input) { id } }`,
      { input: [{ id: variant, prices: [{ currencyCode, price }] }] },
    )
  }
}
