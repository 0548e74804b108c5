import {
  type CommissionChange,
  type ConnectionFacts,
  CraftgateError,
  type MerchantPos,
  type PosCommission,
  type Setup,
  type SetupFinding,
  type SetupInspection,
  type SetupQuery,
} from '@craftgate-commerce/core'

export const KEYS_REFUSED: SetupFinding = {
  check: 'keys',
  code: 'keys-refused',
  status: 'problem',
  text: { tr: 'Anahtarlar reddedildi', en: 'The keys are refused' },
  remedy: { tr: 'Yeniden kopyalayın', en: 'Copy them again' },
}

export const GARANTI: MerchantPos = {
  id: 101,
  alias: '62-garanti-101',
  name: 'Garanti',
  bankName: 'T. GARANTİ BANKASI A.Ş.',
  currency: 'TRY',
  status: 'AUTOPILOT',
  autopilot: { threeDS: true, nonThreeDS: false },
  sellsInstallments: true,
}

/** A set-up as a test has it. */
export class MemorySetup implements Setup {
  facts: ConnectionFacts = {}
  poses: readonly MerchantPos[] = []
  findings: readonly SetupFinding[] = []
  /** Thrown by whatever is asked of Craftgate. */
  refusal: CraftgateError | undefined
  readonly inspected: SetupQuery[] = []
  private kept: SetupInspection | undefined

  constructor(private readonly clock: () => Date) {}

  async inspect(query: SetupQuery): Promise<SetupInspection> {
    if (this.refusal) throw this.refusal
    this.inspected.push(query)
    const questions = [{ tr: 'Denediniz mi?', en: 'Did you try it?' }]
    const { findings, poses } = this
    this.kept = { merchant: query.merchant, at: this.clock(), findings, poses, questions }
    return this.kept
  }

  last = () => this.kept
  readAt: Date | undefined
  connection = () => this.facts
  posesReadAt = () => this.readAt
  closedPoses = () =>
    this.poses.filter(({ autopilot }) => autopilot && !(autopilot.threeDS && autopilot.nonThreeDS))

  async pos(_merchant: string, id: number): Promise<MerchantPos> {
    const found = this.poses.find((pos) => pos.id === id)
    if (found === undefined) throw NO_POS
    return found
  }

  all: readonly PosCommission[] = [
    {
      installment: 3,
      isActive: true,
      cardFamily: 'Bonus',
      bankRate: 4.75,
      merchantRate: 3.75,
      blockageDay: 1,
    },
  ]
  /** What was asked to be changed. */
  readonly changes: CommissionChange[] = []

  commissions = async () => this.all

  async changeCommission(_merchant: string, _id: number, change: CommissionChange) {
    if (this.refusal) throw this.refusal
    this.changes.push(change)
    return this.all
  }

  async changePos(merchant: string, id: number, status: MerchantPos['status']): Promise<MerchantPos> {
    if (this.refusal) throw this.refusal
    this.poses = this.poses.map((pos) => (pos.id === id ? { ...pos, status, autopilot: undefined } : pos))
    return this.pos(merchant, id)
  }
}

export const NO_POS = new CraftgateError({
  kind: 'invalid-request',
  code: '4039',
  message: 'The POS was not found',
  retry: 'no',
  merchantMessage: { tr: 'POS bulunamadı', en: 'The POS was not found' },
})
