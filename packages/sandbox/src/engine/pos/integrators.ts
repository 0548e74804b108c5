import type { Schema } from '@craftgate-commerce/openapi'

/** The banks behind the integrators; every other integrator is a payment facilitator. */
const BANKS: Partial<Record<Schema<'PosIntegrator'>, string>> = {
  YKB: 'YAPI VE KREDİ BANKASI A.Ş.',
  GARANTI: 'T. GARANTİ BANKASI A.Ş.',
  ISBANK: 'T. İŞ BANKASI A.Ş.',
  AKBANK: 'AKBANK T.A.Ş.',
  AKBANK_VPOS: 'AKBANK T.A.Ş.',
  ZIRAATBANK: 'T.C.ZİRAAT BANKASI A.Ş.',
  ZIRAATBANK_INNOVA: 'T.C.ZİRAAT BANKASI A.Ş.',
  ZIRAATKATILIM: 'ZİRAAT KATILIM BANKASI A.Ş.',
  KUVEYTTURK: 'KUVEYT TÜRK KATILIM BANKASI A.Ş.',
  HALKBANK: 'T.HALK BANKASI A.Ş.',
  DENIZBANK: 'DENİZBANK A.Ş.',
  VAKIFBANK: 'T. VAKIFLAR BANKASI T.A.O.',
  VAKIFKATILIM: 'VAKIF KATILIM BANKASI A.Ş.',
  FINANSBANK: 'QNB FİNANSBANK A.Ş.',
  FIBABANK: 'FIBABANKA A.Ş.',
  FIBABANK_ASSECO: 'FIBABANKA A.Ş.',
  ANADOLUBANK: 'ANADOLUBANK A.Ş.',
  TEB: 'TÜRK EKONOMİ BANKASI A.Ş.',
}

/** The bank of a POS, or the facilitator's own name. */
export const bankOf = (integrator: Schema<'PosIntegrator'>): string => BANKS[integrator] ?? integrator

/** Whether a payment facilitator takes the money. */
export const isFacilitator = (integrator: Schema<'PosIntegrator'> | undefined): boolean =>
  integrator !== undefined && BANKS[integrator] === undefined
