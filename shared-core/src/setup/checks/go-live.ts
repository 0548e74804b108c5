import { searchFraudRules } from '../../fraud/fraud-rules'
import type { Found } from '../finding'
import type { MerchantPos } from '../merchant-pos'
import type { SetupCheck, SetupContext } from '../setup-context'

/** What Craftgate can answer of its list for going live (integration-checklist); `GO_LIVE_QUESTIONS` has the rest. */
export const goLive: SetupCheck = async (context) => {
  const [poses, rules] = await Promise.all([context.poses(), fraudRules(context)])
  return [environment(context), autopilot(poses), rules, foreignCards(poses)]
}

const environment = ({ merchant }: SetupContext): Found =>
  merchant.environment === 'live'
    ? { code: 'environment-live' }
    : { code: 'environment-test', about: merchant.environment }

function autopilot(poses: readonly MerchantPos[]): Found {
  const on = poses.filter(({ status }) => status === 'AUTOPILOT')
  return on.length > 0 ? { code: 'autopilot-on', about: names(on) } : { code: 'autopilot-off' }
}

async function fraudRules({ client }: SetupContext): Promise<Found> {
  const { rules } = await searchFraudRules(client, 0)
  const on = rules.filter(({ isActive }) => isActive).length
  return on > 0 ? { code: 'fraud-rules-there', about: String(on) } : { code: 'fraud-rules-none' }
}

function foreignCards(poses: readonly MerchantPos[]): Found {
  const taking = poses.filter(({ takesForeignCards }) => takesForeignCards)
  return taking.length > 0
    ? { code: 'foreign-cards-taken', about: names(taking) }
    : { code: 'foreign-cards-refused' }
}

const names = (poses: readonly MerchantPos[]): string => poses.map(({ name }) => name).join(', ')
