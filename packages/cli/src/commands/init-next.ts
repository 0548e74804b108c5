import type { PlatformName } from '../project/project'

const IN_ADMIN: Readonly<Record<PlatformName, string>> = {
  medusa: 'In the admin, Settings → Regions → your region: add the payment provider pp_craftgate_craftgate',
  vendure: 'In the dashboard, Settings → Payment methods: add one with the handler "Craftgate payment"',
}

const WITH_EMULATOR = [
  'No account? Start here: npx @craftgate-commerce/cli sandbox plays Craftgate with the keys of .env',
  'With an account: put its keys in .env, and CRAFTGATE_URL=sandbox',
]

const WITH_ACCOUNT = [
  'Put your keys in .env: CRAFTGATE_API_KEY and CRAFTGATE_SECRET_KEY (Yönetim → API Anahtarları), CRAFTGATE_WEBHOOK_KEY (Yönetim → Üye İşyeri Ayarları)',
]

/** What is left to a person when packages, files and tables are there. */
export const nextSteps = (platform: PlatformName, hasEmulator: boolean): readonly string[] => [
  IN_ADMIN[platform],
  ...(hasEmulator ? WITH_EMULATOR : WITH_ACCOUNT),
  'Then ask whether all is well: npx @craftgate-commerce/cli doctor',
]
