import type { AlertSource, CraftgateCommerce } from '@craftgate-commerce/core'
import {
  type AttentionSummary,
  type AuditAction,
  alertSource,
  attentionOf,
  audit,
  createPanel,
  type LinkLogin,
  type Panel,
  type PanelHost,
  type PanelPermission,
  type PanelUser,
  panelLink,
  panelPayments,
} from '@craftgate-commerce/panel'
import { Inject, Injectable } from '@nestjs/common'
import {
  ChannelService,
  ForbiddenError,
  Permission,
  RequestContext,
  RequestContextService,
  RwPermissionDefinition,
  TransactionalConnection,
  User,
  VENDURE_VERSION,
} from '@vendure/core'
import { IsNull } from 'typeorm'
import type { VendureOptions } from '../plugin-options'
import { SalesEntries } from '../storage'
import { CRAFTGATE, CRAFTGATE_OPTIONS } from '../tokens'
import { vendureLogger } from '../vendure-logger'
import { PanelRecordsReader } from './panel-records'
import { PanelAudit, PanelLinks } from './panel-store'

/** ReadCraftgate: see payments and attempts. WriteCraftgate: ask Craftgate again, reconcile, capture another amount. */
export const craftgatePermission = new RwPermissionDefinition('Craftgate')

/** The merchant's panel of this server, and how an administrator comes into it. */
@Injectable()
export class MerchantPanel {
  private readonly host: PanelHost & { readonly login: LinkLogin }

  constructor(
    @Inject(CRAFTGATE) craftgate: CraftgateCommerce,
    @Inject(CRAFTGATE_OPTIONS) private readonly options: VendureOptions,
    records: PanelRecordsReader,
    links: PanelLinks,
    audit: PanelAudit,
    sales: SalesEntries,
    private readonly connection: TransactionalConnection,
    private readonly channels: ChannelService,
    private readonly requests: RequestContextService,
  ) {
    const { publicUrl, basePath, linkSecrets } = options
    this.host = {
      url: `${publicUrl}${basePath}/panel`,
      login: { links, secrets: linkSecrets, permissionsOf: (user) => this.permissionsNow(user) },
      commerce: () => craftgate,
      payments: (user) => panelPayments(records.of(user)),
      shopFacts: async ({ shop = '' }) => {
        const channel = await this.channels.findOne(RequestContext.empty(), shop)
        return { versions: { Vendure: VENDURE_VERSION }, currencies: channel?.availableCurrencyCodes }
      },
      timeZone: options.core.timeZone,
      settlement: async ({ shop = '' }, of) =>
        sales.settlement(shop, 'account' in of ? of.account : options.accountOf(of.merchant)),
      figures: ({ shop = '', merchants }, days) =>
        sales.figures(
          shop,
          merchants.map((merchant) => options.accountOf(merchant)),
          days,
        ),
      audit,
      logger: vendureLogger,
      clock: () => new Date(),
    }
  }

  open(): Panel {
    return createPanel(this.host)
  }

  /** What waits in all channels that use an account. */
  alertSource(): AlertSource {
    return alertSource(this.host)
  }

  /** Lets this administrator in, to the payments of the channel that he works in, with his own permissions. */
  async link(ctx: RequestContext, path: string | undefined): Promise<string> {
    return panelLink(this.host, this.userOf(ctx), path)
  }

  /** Writes down that this administrator asks for it, before it is done. */
  audit(ctx: RequestContext, action: AuditAction, reference: string): Promise<void> {
    return audit({ host: this.host, user: this.userOf(ctx) }, action, reference)
  }

  /** What waits for this administrator in the channel that he works in. */
  attention(ctx: RequestContext, language: string = ctx.languageCode): Promise<AttentionSummary> {
    return attentionOf(this.host, this.userOf(ctx), language)
  }

  /** By the roles that the administrator has in this channel now. */
  private async permissionsNow({ id, shop = '' }: PanelUser): Promise<readonly PanelPermission[]> {
    const user = await this.connection.rawConnection.getRepository(User).findOne({
      where: { id, deletedAt: IsNull() },
      relations: { roles: { channels: true } },
    })
    const channel = await this.channels.findOne(RequestContext.empty(), shop)
    if (!user || !channel) return []
    return permissionsOf(await this.requests.create({ apiType: 'admin', channelOrToken: channel, user }))
  }

  private userOf(ctx: RequestContext): PanelUser {
    const { user } = ctx.session ?? {}
    if (user === undefined) throw new ForbiddenError()
    const merchant = this.options.merchantOf(ctx.channel.token)
    return {
      id: String(user.id),
      name: user.identifier,
      permissions: permissionsOf(ctx),
      merchants: merchant === undefined ? [] : [merchant],
      shop: String(ctx.channelId),
    }
  }
}

/** Whether the panel lets this administrator refund in the channel that he works in. */
export const mayRefund = (ctx: RequestContext): boolean => permissionsOf(ctx).includes('refund')

/** Each as the Admin API's own mutation asks for it. */
function permissionsOf(ctx: RequestContext): readonly PanelPermission[] {
  const may = (...needed: Permission[]) => needed.every((permission) => ctx.userHasPermissions([permission]))
  const write = craftgatePermission.Write
  return [
    ...(may(craftgatePermission.Read) ? (['read'] as const) : []),
    ...(may(write) ? (['settle'] as const) : []),
    ...(may(write, Permission.UpdateOrder) ? (['receive', 'capture', 'refund'] as const) : []),
    ...(may(write, Permission.UpdateSettings) ? (['configure'] as const) : []),
  ]
}
