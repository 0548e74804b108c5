import type { ConsoleAction, ConsoleSources } from '../console'
import type { Control } from '../control/control'
import type { FaultInput } from '../control/fault'
import { pageUrl, requireCheckout } from '../engine/checkouts/checkouts'
import { honestSwitches } from '../engine/switches'
import type { World } from '../engine/world'
import { checkoutLine, paymentLine, refundLine, requestLine, switchView, webhookLine } from './console-data'

export interface ConsoleParts {
  readonly world: World
  readonly control: Control
  readonly webhookUrls: ReadonlyMap<string, string>
}

/** Joins the console to the house. */
export function consoleSources({ world, control, webhookUrls }: ConsoleParts): ConsoleSources {
  const newest = <T, L>(rows: readonly T[], line: (row: T) => L): L[] => rows.toReversed().map(line)
  return {
    data: () => ({
      url: world.url(),
      now: control.clock.now().toISOString(),
      timeScale: world.clock.scale,
      merchants: world.merchants.map((merchant) => ({
        ...merchant,
        webhookUrl: webhookUrls.get(merchant.apiKey),
      })),
      payments: newest(control.payments(), paymentLine),
      checkouts: newest(control.checkouts(), (row) =>
        checkoutLine(row, pageUrl(world, requireCheckout(world, row.merchant, row.token))),
      ),
      refunds: newest(control.refunds(), refundLine),
      webhooks: newest(control.webhooks.list(), webhookLine),
      requests: newest(control.requests(), requestLine),
      switches: switchView(world.switches, control.faults.list()),
    }),
    act: (action) => act(world, control, action),
  }
}

async function act(world: World, control: Control, action: ConsoleAction): Promise<void> {
  switch (action.action) {
    case 'resend':
      await control.webhooks.resend(action.id)
      return
    case 'advance':
      await control.clock.advance({ seconds: action.seconds })
      return
    case 'switch':
      return turn(control, action.name, action.on === 'true')
    case 'next-payment':
      world.switches.nextFraud = action.value === 'none' ? undefined : action.value
      return
    case 'next-refund':
      world.switches.nextRefund = action.value === 'none' ? undefined : action.value
      return
    case 'fault':
      control.faults.add(FAULTS[action.value])
      return
    case 'honest':
      return beHonest(world, control)
  }
}

type Fault = Extract<ConsoleAction, { action: 'fault' }>['value']
type Switch = Extract<ConsoleAction, { action: 'switch' }>['name']

const FAULTS: Record<Fault, FaultInput> = {
  'drop-after': { kind: 'drop-after-commit' },
  'drop-before': { kind: 'drop-before' },
  'error-500': { kind: 'status', status: 500 },
  'error-503': { kind: 'status', status: 503 },
  delay: { kind: 'delay', ms: 5000 },
}

function turn({ callbacks, webhooks }: Control, name: Switch, on: boolean): void {
  const turns: Record<Switch, () => void> = {
    loseCallbacks: () => callbacks.lose(on),
    duplicateCallbacks: () => callbacks.duplicate(on),
    loseWebhooks: () => webhooks.lose(on),
    duplicateWebhooks: () => webhooks.duplicate(on ? 2 : 1),
    reorderWebhooks: () => webhooks.reorder(on),
    pauseWebhooks: () => (on ? webhooks.pause() : webhooks.resume()),
  }
  turns[name]()
}

function beHonest(world: World, control: Control): void {
  Object.assign(world.switches, honestSwitches())
  control.faults.clear()
  control.webhooks.resume()
}
