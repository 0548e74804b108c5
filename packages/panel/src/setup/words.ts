import type {
  AlertChannel,
  PosCommission,
  PosStatus,
  SetupCheckName,
  SetupStatus,
} from '@craftgate-commerce/core'
import { inBothLanguages } from '../words'
import { sharedWords as shared } from '../words/shared-words'

type CommissionRow = Pick<PosCommission, 'installment' | 'cardFamily'>

const CHECKS_TR: Readonly<Record<SetupCheckName, string>> = {
  keys: 'API anahtarları',
  addresses: 'Mağazanın adresleri',
  'webhook-key': 'Bildirim anahtarı',
  poses: 'POS’lar',
  installments: 'Taksitler',
  methods: 'Ödeme yöntemleri',
  clock: 'Saat',
  'go-live': 'Canlıya hazırlık',
  versions: 'Sürümler',
}
const CHECKS_EN: Readonly<Record<SetupCheckName, string>> = {
  keys: 'API keys',
  addresses: 'Addresses of the shop',
  'webhook-key': 'Webhook key',
  poses: 'POSes',
  installments: 'Instalments',
  methods: 'Ways to pay',
  clock: 'Clock',
  'go-live': 'Going live',
  versions: 'Versions',
}
const STATUS_TR: Readonly<Record<SetupStatus, string>> = {
  ok: 'Tamam',
  warning: 'Uyarı',
  problem: 'Sorun',
  unknown: 'Bilinmiyor',
}
const STATUS_EN: Readonly<Record<SetupStatus, string>> = {
  ok: 'Fine',
  warning: 'Warning',
  problem: 'Problem',
  unknown: 'Not known',
}
const POS_TR: Readonly<Record<PosStatus, string>> = {
  ACTIVE: 'Açık',
  AUTOPILOT: 'Otopilotta',
  REFUND_ONLY: 'Yalnızca iade',
  PASSIVE: 'Kapalı',
}
const POS_EN: Readonly<Record<PosStatus, string>> = {
  ACTIVE: 'Open',
  AUTOPILOT: 'On autopilot',
  REFUND_ONLY: 'Refunds only',
  PASSIVE: 'Closed',
}

const CHANNELS_TR: Readonly<Record<AlertChannel, string>> = {
  webhook: 'webhook adresiniz',
  event: 'mağaza yazılımının olayları',
  send: 'ayarlardaki işlev',
}
const CHANNELS_EN: Readonly<Record<AlertChannel, string>> = {
  webhook: 'your webhook',
  event: 'the events of the shop’s software',
  send: 'the function of the options',
}

export const setupWords = inBothLanguages(
  {
    lead: 'Ödeme almak için gereken her şey: anahtarlar, adresler, POS’lar, taksitler, ödeme yöntemleri. Düzgün olmayan her şeyin yanında ne yapılacağı yazar.',
    inspect: 'Yeniden denetle',
    inspectedAt: 'Son denetim',
    checks: 'Denetimler',
    check: 'Denetim',
    found: 'Sonuç',
    remedy: shared.tr.whatToDo,
    summary: (problems: number, warnings: number) =>
      problems + warnings === 0
        ? 'Bulunan bir sorun yok.'
        : `${problems} sorun, ${warnings} uyarı var; yapılacaklar aşağıda.`,
    names: CHECKS_TR,
    statuses: STATUS_TR,
    questions: 'Canlıya geçmeden önce sizin bakacaklarınız',
    questionsHelp: 'Bunları hiçbir denetim bilemez; Craftgate’in kontrol listesinden alınmıştır.',
    checklist: 'Craftgate’in entegrasyon kontrol listesi',
    poses: 'Sanal POS’lar',
    noPoses: 'POS yok ya da şu anda okunamadı.',
    pos: {
      name: shared.tr.pos,
      bank: 'Banka',
      currency: shared.tr.currency,
      status: shared.tr.state,
      autopilot: 'Otopilot',
      installments: shared.tr.installments,
      foreign: 'Yurt dışı kartı',
      withoutCvc: 'CVV’siz ödeme',
      alias: 'Takma ad (posAlias)',
      states: POS_TR,
      unknown: shared.tr.notKnown,
      bothUp: 'Ödemeler geçiyor',
      bothDown: 'Banka sorunlu: hiçbir ödeme geçmiyor',
      threeDSDown: 'Banka sorunlu: 3D ödemeler geçmiyor',
      nonThreeDSDown: 'Banka sorunlu: 3D’siz ödemeler geçmiyor',
      toSetup: 'Kuruluma dön',
      commissions: 'Taksit komisyonları',
      noCommissions: 'Komisyon girilmemiş.',
      family: 'Kart ailesi',
      installment: shared.tr.installments,
      bankRate: 'Bankanın komisyonu',
      merchantRate: 'Vade farkı',
      blockage: 'Bloke (gün)',
      row: shared.tr.state,
      changeCommission: 'Değiştir',
      commissionOf: ({ installment, cardFamily }: CommissionRow) =>
        `${installment === 1 ? 'Tek çekim' : `${installment} taksit`} komisyonu${cardFamily === undefined ? '' : `, ${cardFamily}`}`,
      rateLabel: 'Vade farkı (yüzde)',
      rateHelp:
        'Alıcının fiyatın üzerine ödediği oran, örneğin 3,75. Bankanızın komisyonu bankanızla anlaştığınız gibi kalır.',
      wrongRate: '0 ile 100 arasında bir yüzde yazın, örneğin 3,75.',
      saveCommission: 'Kaydet',
      change: 'Durumu değiştir',
      changeHelp:
        'Kapalı bir POS’tan ödeme geçmez; hiçbir POS açık kalmazsa kartla ödeme alınamaz. Otopilotta Craftgate bankayı izler: banka sorun yaşarken ödemeler öteki POS’lara gider.',
      to: {
        ACTIVE: shared.tr.open,
        AUTOPILOT: 'Otopilota al',
        REFUND_ONLY: 'Yalnızca iadeye aç',
        PASSIVE: shared.tr.close,
      } satisfies Record<PosStatus, string>,
    },
    alerts: {
      title: 'Uyarılar',
      on: (channels: readonly AlertChannel[]) =>
        `İlgi bekleyen bir şey çıktığında ve ortadan kalktığında şuraya haber verilir: ${channels.map((each) => CHANNELS_TR[each]).join(', ')}.`,
      off: 'Kapalı: ilgi bekleyen şeyler yalnızca bu panelde gösterilir. Mağazanızı kuran kişi ayarlardaki alerts ile açar.',
      test: 'Deneme uyarısı gönder',
    },
    done: {
      inspected: 'Her şey yeniden denetlendi.',
      'changed-pos': 'POS’un durumu değişti.',
      'sent-test-alert': 'Deneme uyarısı gönderildi.',
      'alert-not-taken':
        'Deneme uyarısı alınmadı: karşı taraf cevap vermedi ya da reddetti. Nedeni sunucunun kayıtlarında yazar.',
      'changed-commission': 'Komisyon değişti.',
    },
  },
  {
    lead: 'All that payments need: keys, addresses, POSes, instalments, ways to pay. Beside whatever is not right stands what to do.',
    inspect: 'Inspect again',
    inspectedAt: 'Last inspection',
    checks: 'Checks',
    check: 'Check',
    found: 'Found',
    remedy: shared.en.whatToDo,
    summary: (problems, warnings) =>
      problems + warnings === 0
        ? 'No problem was found.'
        : `Problems: ${problems}, warnings: ${warnings}; what to do stands below.`,
    names: CHECKS_EN,
    statuses: STATUS_EN,
    questions: 'For you to look at before you go live',
    questionsHelp: 'No check can know these; they are from Craftgate’s checklist.',
    checklist: 'Craftgate’s integration checklist',
    poses: 'Virtual POSes',
    noPoses: 'There is no POS, or they could not be read now.',
    pos: {
      name: shared.en.pos,
      bank: 'Bank',
      currency: shared.en.currency,
      status: shared.en.state,
      autopilot: 'Autopilot',
      installments: shared.en.installments,
      foreign: 'Foreign cards',
      withoutCvc: 'Payments without a CVV',
      alias: 'Alias (posAlias)',
      states: POS_EN,
      unknown: shared.en.notKnown,
      bothUp: 'Payments go through',
      bothDown: 'The bank is out of order: no payment goes through',
      threeDSDown: 'The bank is out of order: no 3D Secure payment goes through',
      nonThreeDSDown: 'The bank is out of order: no payment without 3D Secure goes through',
      toSetup: 'Back to the set-up',
      commissions: 'Commissions of instalments',
      noCommissions: 'No commission was entered.',
      family: 'Card family',
      installment: shared.en.installments,
      bankRate: 'Kept by the bank',
      merchantRate: 'Interest of the shopper',
      blockage: 'Blockage (days)',
      row: shared.en.state,
      changeCommission: 'Change',
      commissionOf: ({ installment, cardFamily }) =>
        `Commission of ${installment === 1 ? 'a single payment' : `${installment} instalments`}${cardFamily === undefined ? '' : `, ${cardFamily}`}`,
      rateLabel: 'Interest (per cent)',
      rateHelp:
        'What the shopper pays on top of the price, for example 3.75. The commission of your bank stays as you agreed on it.',
      wrongRate: 'Write a percentage from 0 to 100, for example 3.75.',
      saveCommission: 'Save',
      change: 'Change the state',
      changeHelp:
        'No payment goes through a closed POS; when none is left open, no card can pay. On autopilot Craftgate watches the bank: while it is out of order, payments go to other POSes.',
      to: {
        ACTIVE: shared.en.open,
        AUTOPILOT: 'Put on autopilot',
        REFUND_ONLY: 'Open for refunds only',
        PASSIVE: shared.en.close,
      },
    },
    alerts: {
      title: 'Alerts',
      on: (channels) =>
        `When something comes to need attention, and when it does no more, it is told to: ${channels.map((each) => CHANNELS_EN[each]).join(', ')}.`,
      off: 'Off: what needs attention is shown in this panel only. Whoever set up your shop turns it on by the option alerts.',
      test: 'Send a test alert',
    },
    done: {
      inspected: 'Everything was inspected again.',
      'changed-pos': 'The state of the POS has changed.',
      'sent-test-alert': 'The test alert was sent.',
      'alert-not-taken':
        'The test alert was not taken: there was no answer, or a refusal. The log of the server says why.',
      'changed-commission': 'The commission was changed.',
    },
  },
)
