import type { AuditEntry, PanelLinkStore, PanelUser } from '@craftgate-commerce/panel'
import { Injectable } from '@nestjs/common'
import { LessThan } from 'typeorm'
import { CraftgatePanelAudit, CraftgatePanelLink } from '../entities'
import { IsolatedConnection } from '../storage'

/** Links that let an administrator into the panel once. A row goes when it is used, or when another is written. */
@Injectable()
export class PanelLinks implements PanelLinkStore {
  constructor(private readonly connection: IsolatedConnection) {}

  async save(hash: string, asker: PanelUser, endsAt: Date): Promise<void> {
    const links = await this.rows()
    await links.delete({ endsAt: LessThan(new Date()) })
    await links.insert({ hash, asker, endsAt })
  }

  async take(hash: string, now: Date): Promise<PanelUser | undefined> {
    const links = await this.rows()
    const link = await links.findOneBy({ hash })
    if (link === null) return undefined
    // Of two who found it one deletes it.
    const { affected } = await links.delete({ hash })
    return affected !== 0 && link.endsAt > now ? link.asker : undefined
  }

  private async rows() {
    return (await this.connection.source()).getRepository(CraftgatePanelLink)
  }
}

/** Who did what in the panel; it goes with the payments of its age. */
@Injectable()
export class PanelAudit {
  constructor(private readonly connection: IsolatedConnection) {}

  async add({ at: createdAt, user: userId, action, reference }: AuditEntry): Promise<void> {
    const source = await this.connection.source()
    await source.getRepository(CraftgatePanelAudit).insert({ createdAt, userId, action, reference })
  }
}
