import { randomUUID } from 'node:crypto'
import { KeyedMutex } from '../keyed-mutex'
import { type Logger, logError } from '../logger'
import { cleared as clearedText, TEST_ALERT } from '../messages/alerts'
import type { Alert, AlertChannel, AlertRecord, AlertSource, AlertStore, SeenKind } from './alert'
import { attempted, claimed, isDue, isGivenUp, nextAlert } from './alert-rule'
import { type AlertWebhook, postAlert } from './post-alert'

export interface AlertSettings {
  readonly webhook?: AlertWebhook
  readonly send?: (alert: Alert) => Promise<void>
  readonly language: 'tr' | 'en'
  readonly repeatMinutes: number
}

/** `merchant` is a key of `merchants` in the options. */
export interface Alerts {
  /** Who counts what needs attention; said once, at start, in each process that asks Craftgate or hears from it. */
  watch(source: AlertSource): void
  /** How alerts are told; none: they are off. */
  channels(merchant: string): readonly AlertChannel[]
  /** Tells a test alert now, once. Answers who did not take it; why stands in the log. */
  sendTest(merchant: string): Promise<{ readonly failed: readonly AlertChannel[] }>
}

export interface AlertParts {
  readonly settings: AlertSettings | undefined
  /** The platform's own events; absent where it has none. */
  readonly announce?: (alert: Alert) => Promise<void>
  readonly merchants: readonly string[]
  readonly accountOf: (merchant: string) => string
  readonly store: AlertStore
  readonly logger: Logger
  readonly clock: () => Date
}

export interface AlertWork extends Alerts {
  /** Looks at what waits in every account, and tells what is news. Answers what could not be told. Never throws. */
  tell(): Promise<readonly string[]>
  /** The same of one merchant, in the background, because this process learnt something. */
  soon(merchant: string): void
  /** Waits for what is in the background. */
  close(): Promise<void>
}

export function createAlerts(parts: AlertParts): AlertWork {
  const { settings, announce, merchants, logger } = parts
  const senders = settings === undefined ? new Map() : sendersOf(settings, announce, parts.clock)
  const lookout = settings && senders.size > 0 ? new Lookout(parts, settings, senders) : undefined
  const background = new Set<Promise<unknown>>()
  const problemsOf = async (merchant: string): Promise<readonly string[]> => {
    try {
      return (await lookout?.look(merchant)) ?? []
    } catch (error) {
      logger.error('Alerts could not be told', { merchant, error: logError(error) })
      return [`Alerts of ${merchant} could not be told`]
    }
  }
  return {
    watch: (source) => lookout?.watch(source),
    channels: () => [...senders.keys()],
    sendTest: async (merchant) => (await lookout?.test(merchant)) ?? { failed: [] },
    async tell() {
      const problems: string[] = []
      for (const merchant of merchants) problems.push(...(await problemsOf(merchant)))
      return problems
    },
    soon(merchant) {
      if (lookout === undefined) return
      const work = problemsOf(merchant).finally(() => background.delete(work))
      background.add(work)
    },
    close: async () => void (await Promise.all(background)),
  }
}

type Senders = ReadonlyMap<AlertChannel, (alert: Alert) => Promise<void>>

function sendersOf(
  { webhook, send }: AlertSettings,
  announce: AlertParts['announce'],
  clock: () => Date,
): Senders {
  const post = webhook && ((alert: Alert) => postAlert(webhook, alert, clock()))
  const all = [
    ['webhook', post],
    ['event', announce],
    ['send', send],
  ] as const
  return new Map(all.flatMap(([channel, sender]) => (sender ? [[channel, sender] as const] : [])))
}

/** Looks, compares with what was said, and says what is news. */
class Lookout {
  private source: AlertSource | undefined
  private readonly inLine = new KeyedMutex()

  constructor(
    private readonly parts: AlertParts,
    private readonly settings: AlertSettings,
    private readonly senders: Senders,
  ) {}

  watch(source: AlertSource): void {
    this.source = source
  }

  async look(merchant: string): Promise<readonly string[]> {
    const { source } = this
    if (source === undefined) return []
    return this.inLine.run(merchant, async () => {
      const account = this.parts.accountOf(merchant)
      const [kinds, records] = await Promise.all([
        source.kinds({ merchant, account }),
        this.parts.store.of(account),
      ])
      const problems = await Promise.all(
        kinds.map(async (seen) => {
          const before = records.find(({ kind }) => kind === seen.kind)
          return this.one(account, before, seen, (record) => this.alertOf(merchant, record, seen, source))
        }),
      )
      return problems.flat()
    })
  }

  async test(merchant: string): Promise<{ readonly failed: readonly AlertChannel[] }> {
    const alert: Alert = {
      ...{ id: randomUUID(), state: 'test', kind: 'test', merchant, account: this.parts.accountOf(merchant) },
      ...{ count: 0, since: this.parts.clock(), url: this.source?.url ?? '' },
      title: TEST_ALERT.title[this.settings.language],
      text: TEST_ALERT.text[this.settings.language],
    }
    return { failed: await this.sendBy([...this.senders.keys()], alert) }
  }

  /** Whoever writes a record first works on it; the other server finds it done. */
  private async one(
    account: string,
    before: AlertRecord | undefined,
    seen: SeenKind,
    alertOf: (record: AlertRecord) => Alert,
  ): Promise<readonly string[]> {
    const { store, clock } = this.parts
    const rule = { now: clock(), channels: [...this.senders.keys()], ...this.settings }
    const next = nextAlert(account, before, seen, rule)
    const record = next === undefined ? before : await store.save(next)
    if (record === undefined || record === 'conflict' || !isDue(record, rule.now)) return []
    const claim = await store.save(claimed(record, rule.now))
    if (claim === 'conflict') return []
    const failed = await this.sendBy(claim.pending, alertOf(claim))
    await this.note(claim, failed)
    if (failed.length === 0) return []
    const after = isGivenUp(claim) ? ' and is given up' : ''
    return [`The alert ${seen.kind} of ${account} could not be told (${failed.join(', ')})${after}`]
  }

  /** Answers who did not take it. One that the options name no more is not waited for. */
  private async sendBy(channels: readonly AlertChannel[], alert: Alert): Promise<readonly AlertChannel[]> {
    const tried = await Promise.all(
      channels.map(async (channel) => {
        try {
          await this.senders.get(channel)?.(alert)
          return []
        } catch (error) {
          const { id, kind, state } = alert
          this.parts.logger.warn('An alert was not taken', {
            channel,
            id,
            kind,
            state,
            error: logError(error),
          })
          return [channel]
        }
      }),
    )
    return tried.flat()
  }

  /** What was said meanwhile of the same kind has a message of its own, and is left as it is. */
  private async note(claim: AlertRecord, failed: readonly AlertChannel[]): Promise<void> {
    const { store, clock } = this.parts
    let current: AlertRecord | undefined = claim
    while (current?.messageId === claim.messageId) {
      if ((await store.save(attempted(current, failed, clock()))) !== 'conflict') return
      current = (await store.of(claim.account)).find(({ kind }) => kind === claim.kind)
    }
  }

  private alertOf(
    merchant: string,
    { messageId, account, state, kind, count, since }: AlertRecord,
    seen: SeenKind,
    { url, shop }: AlertSource,
  ): Alert {
    const { language } = this.settings
    const title = seen.title[language]
    const text =
      state === 'raised' ? `${title}: ${count}. ${seen.text[language]}` : clearedText(title)[language]
    const what = { state, kind, merchant, account, ...(shop !== undefined && { shop }), count }
    return { id: messageId, ...what, since, title, text, url }
  }
}
