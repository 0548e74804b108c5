import { Browser, type Page } from './browser'

export interface CraftgateKeys {
  readonly apiKey: string
  readonly secretKey: string
  readonly webhookKey: string
}

export interface MerchantPlace {
  /** Address of the app. */
  readonly appUrl: string
  /** Address of the shop at Shopify, as the emulator plays it. */
  readonly shopUrl: string
  /** zerdali.myshopify.com */
  readonly shop: string
}

/** A merchant with a browser: installs the app, connects Craftgate, looks after payments. Nothing but public pages. */
export class ShopifyMerchant {
  private readonly browser = new Browser()

  constructor(private readonly at: MerchantPlace) {}

  /** From Shopify's admin to the app, with the install button where it is not installed yet. */
  async enter(): Promise<void> {
    const page = await this.browser.get(`${this.at.appUrl}/auth?shop=${this.at.shop}`)
    const asked = page.html.includes('id="install-form"')
    const entered = asked ? await this.browser.post(page.url) : page
    if (new URL(entered.url).origin !== new URL(this.at.appUrl).origin || entered.status !== 200)
      throw new Error(`The merchant did not come in: ${entered.status} at ${entered.url}`)
  }

  async connect(mode: 'live' | 'test', keys: CraftgateKeys): Promise<Page> {
    return this.browser.post(`${this.at.appUrl}/settings/craftgate/${mode}`, { ...keys })
  }

  /** Tells Shopify that the app is ready, and switches it on in the shop's payment settings. */
  async activate(): Promise<Page> {
    const settings = await this.browser.post(`${this.at.appUrl}/activate`)
    if (!settings.url.startsWith(this.at.shopUrl))
      throw new Error(`The app was not activated: ${settings.status} at ${settings.url}`)
    return settings
  }

  /** A page of the app as data. */
  async read<T>(path: string): Promise<T> {
    return JSON.parse(await this.page(path)) as T
  }

  async page(path: string): Promise<string> {
    const page = await this.browser.get(`${this.at.appUrl}${path}`, { accept: 'application/json' })
    if (page.status !== 200) throw new Error(`${path} answered ${page.status}`)
    return page.html
  }

  /** Sends a form of the app; answers the address that it leads to. */
  async send(path: string, fields: Readonly<Record<string, string>> = {}): Promise<string> {
    return (await this.browser.post(`${this.at.appUrl}${path}`, fields)).url
  }

  /** The same; answers the page that it leads to. */
  async answer(path: string, fields: Readonly<Record<string, string>> = {}): Promise<string> {
    return (await this.browser.post(`${this.at.appUrl}${path}`, fields)).html
  }

  /** Presses a button of the app. */
  async press<T>(path: string, fields: Readonly<Record<string, string>> = {}): Promise<T> {
    const page = await this.browser.post(`${this.at.appUrl}${path}`, fields, { accept: 'application/json' })
    if (page.status !== 200) throw new Error(`${path} answered ${page.status}`)
    return JSON.parse(page.html) as T
  }
}
