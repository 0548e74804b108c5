// What an inspection of the set-up says: what was found, and what to do about it. `{about}` is what it is about: addresses,
// currencies, names of POSes and of ways to pay. A file of data, hence its length.
import { CLIENT_ERRORS } from './client-errors'
import type { Localized } from './localized'

/** unknown: it could not be looked at, or nothing told of it yet. */
export type SetupStatus = 'ok' | 'warning' | 'problem' | 'unknown'

interface SetupMessage {
  readonly status: SetupStatus
  readonly text: Localized
  readonly remedy?: Localized
}

export const SETUP_MESSAGES = {
  'keys-work': {
    status: 'ok',
    text: {
      tr: 'Craftgate apiKey ve secretKey değerlerinizi kabul ediyor ({about}).',
      en: 'Craftgate accepts apiKey and secretKey ({about}).',
    },
  },
  'keys-refused': {
    status: 'problem',
    text: {
      tr: 'Craftgate apiKey ve secretKey değerlerinizi kabul etmiyor ({about}); hiçbir ödeme alınamaz.',
      en: 'Craftgate refuses apiKey and secretKey ({about}); no payment can be taken.',
    },
    remedy: CLIENT_ERRORS.unauthorized,
  },
  'clock-right': {
    status: 'ok',
    text: {
      tr: 'Sunucunun saati Craftgate’in saatiyle uyuşuyor.',
      en: "The server's clock agrees with Craftgate's.",
    },
  },
  'clock-off': {
    status: 'warning',
    text: {
      tr: 'Sunucunun saati Craftgate’in saatinden {about} saniye farklı.',
      en: "The server's clock is {about} seconds away from Craftgate's.",
    },
    remedy: {
      tr: 'Sunucuda saat eşitlemeyi (NTP) açın; ödeme sayfalarının süresi ve günlük rakamlar bu saate göre hesaplanır.',
      en: 'Switch on time synchronization (NTP) on the server: how long payment pages last, and the figures of a day, are counted by it.',
    },
  },
  'clock-unknown': {
    status: 'unknown',
    text: {
      tr: 'Craftgate saatini söylemedi; saat karşılaştırılamadı.',
      en: 'Craftgate did not tell its time; the clock could not be compared.',
    },
  },
  'address-answers': {
    status: 'ok',
    text: { tr: '{about} cevap veriyor.', en: '{about} answers.' },
  },
  'address-silent': {
    status: 'problem',
    text: {
      tr: '{about} bu mağazanın cevabını vermiyor; müşteri ödemeden dönemez, Craftgate bildirim gönderemez.',
      en: '{about} does not give the answer of this shop: shoppers cannot come back from paying, and Craftgate can tell it nothing.',
    },
    remedy: {
      tr: 'publicUrl ve basePath ayarlarını, DNS kaydını, TLS sertifikasını ve vekil sunucunun bu yola izin verdiğini kontrol edin.',
      en: 'Check publicUrl and basePath, the DNS record, the TLS certificate, and that the proxy lets this path through.',
    },
  },
  'address-private': {
    status: 'problem',
    text: {
      tr: '{about} yalnızca kendi ağınızdan açılır; Craftgate buraya bildirim gönderemez.',
      en: '{about} is reachable from your own network only; Craftgate can tell it nothing.',
    },
    remedy: {
      tr: 'publicUrl olarak internetten açılan https adresini yazın. Yerelde denerken bir tünel kullanın.',
      en: 'Set publicUrl to the https address that the internet reaches. While you try it locally, use a tunnel.',
    },
  },
  'address-not-https': {
    status: 'problem',
    text: {
      tr: '{about} https değil; ödeme bağlantıları yolda okunup değiştirilebilir.',
      en: '{about} is not https: pay links can be read and changed on their way.',
    },
    remedy: {
      tr: 'Sunucunun önüne TLS koyun ve publicUrl’ü https:// ile yazın.',
      en: 'Put TLS before the server and begin publicUrl with https://',
    },
  },
  'webhooks-come': {
    status: 'ok',
    text: {
      tr: 'Craftgate’in bildirimleri geliyor, imzaları doğru.',
      en: "Craftgate's webhooks come, and their signatures are right.",
    },
  },
  'webhooks-refused': {
    status: 'problem',
    text: {
      tr: 'Bu mağazanın ödemeleri için gelen bildirimlerin imzası webhookKey ile uyuşmuyor; hepsi reddediliyor.',
      en: "Webhooks about this shop's payments come with a signature that does not fit webhookKey; they are refused.",
    },
    remedy: {
      tr: 'Craftgate panel > Yönetim > Üye İşyeri Ayarları (panel.craftgate.io/manage/settings) sayfasındaki "Üye İşyeri Webhook Key" değerini webhookKey ayarına yeniden kopyalayın.',
      en: 'Copy "Üye İşyeri Webhook Key" again from Craftgate panel > Yönetim > Üye İşyeri Ayarları (panel.craftgate.io/manage/settings) to webhookKey.',
    },
  },
  'webhooks-none': {
    status: 'unknown',
    text: {
      tr: 'Bu sunucu başladığından beri bildirim gelmedi.',
      en: 'No webhook came since this server started.',
    },
    remedy: {
      tr: 'Craftgate panel > Yönetim > Üye İşyeri Ayarları sayfasında webhook adresi olarak {about} yazın, bildirimleri açın ve bir deneme ödemesi yapın; bildirim yaklaşık 30 saniye sonra gelir.',
      en: 'In Craftgate panel > Yönetim > Üye İşyeri Ayarları enter {about} as the webhook address, switch notifications on, and make a test payment; it is told about 30 seconds later.',
    },
  },
  'callback-key-missing': {
    status: 'warning',
    text: {
      tr: 'callbackKey girilmemiş: mağazanın kendi başlattığı ödemelerden dönüşlerin imzası doğrulanamıyor (sonuç yine de Craftgate’e sorulur).',
      en: 'callbackKey is missing: the signature of returns from payments that the shop starts itself cannot be checked (Craftgate is asked what came of them all the same).',
    },
    remedy: {
      tr: 'Craftgate panel > Yönetim > Üye İşyeri Ayarları (panel.craftgate.io/manage/settings) sayfasındaki "Üye İşyeri Callback Key" değerini callbackKey ayarına kopyalayın.',
      en: 'Copy "Üye İşyeri Callback Key" from Craftgate panel > Yönetim > Üye İşyeri Ayarları (panel.craftgate.io/manage/settings) to callbackKey.',
    },
  },
  'pos-open': {
    status: 'ok',
    text: { tr: 'Ödeme alan POS: {about}.', en: 'POS that takes payments: {about}.' },
  },
  'pos-none': {
    status: 'problem',
    text: {
      tr: '{about} için hiç POS yok; bu para birimiyle kart ödemesi alınamaz.',
      en: 'There is no POS for {about}: no card can pay in this currency.',
    },
    remedy: {
      tr: 'Craftgate panelinde bu para birimi için bir POS ekleyin ya da mağazada bu para birimini kapatın.',
      en: 'Add a POS for this currency in the Craftgate panel, or close the currency in the shop.',
    },
  },
  'pos-closed': {
    status: 'problem',
    text: {
      tr: '{about} için hiçbir POS ödeme almıyor.',
      en: 'No POS takes payments in {about}.',
    },
    remedy: {
      tr: 'Aşağıdaki listeden bir POS’u açın; bankasında sorun varsa düzelmesini bekleyin ya da başka bir bankanın POS’unu ekleyin.',
      en: 'Open a POS in the list below; where its bank is out of order, wait, or add the POS of another bank.',
    },
  },
  'pos-autopilot-closed': {
    status: 'warning',
    text: {
      tr: 'Otopilot bir sorun gördüğü için ödemeleri başka POS’lara gönderiyor: {about}.',
      en: 'Autopilot saw its bank out of order and sends payments elsewhere: {about}.',
    },
    remedy: {
      tr: 'Banka düzelince otopilot POS’u kendiliğinden açar. Uzun sürerse bankanızla görüşün; taksitleri yalnızca o POS veriyorsa müşteri taksit göremez.',
      en: 'Autopilot opens it by itself when the bank is well again. If it lasts, ask the bank; instalments that only this POS has are not offered meanwhile.',
    },
  },
  'installments-offered': {
    status: 'ok',
    text: { tr: 'Taksit seçenekleri: {about}.', en: 'Instalments: {about}.' },
  },
  'installments-none': {
    status: 'warning',
    text: {
      tr: '{about}: yalnızca tek çekim var, hiçbir POS taksit vermiyor.',
      en: '{about}: single payments only, no POS has instalments.',
    },
    remedy: {
      tr: 'Taksit istiyorsanız Craftgate panelinde POS’un taksit komisyonlarını eksiksiz girin; istemiyorsanız enabledInstallments ayarını [1] yapın.',
      en: 'For instalments enter all commissions of the POS in the Craftgate panel; without them set enabledInstallments to [1].',
    },
  },
  'installments-missing': {
    status: 'warning',
    text: {
      tr: 'Mağaza ayarındaki bazı taksitleri hiçbir POS vermiyor: {about}.',
      en: "Some instalments of the shop's options are offered by no POS: {about}.",
    },
    remedy: {
      tr: 'Craftgate panelinde POS’un taksit komisyonlarını girin ya da bunları enabledInstallments ayarından çıkarın.',
      en: 'Enter the commissions of the POS in the Craftgate panel, or take them out of enabledInstallments.',
    },
  },
  'methods-open': {
    status: 'ok',
    text: {
      tr: 'Mağazanın sunduğu ödeme yöntemleri Craftgate’te açık: {about}.',
      en: 'Ways to pay of the shop that are open at Craftgate: {about}.',
    },
  },
  'methods-all': {
    status: 'ok',
    text: {
      tr: 'Mağaza, Craftgate’te açık olan her yöntemi sunuyor: {about}.',
      en: 'The shop offers every way to pay that is open at Craftgate: {about}.',
    },
  },
  'methods-closed': {
    status: 'problem',
    text: {
      tr: 'Mağazanın sunduğu ama Craftgate’te kapalı olan yöntemler: {about}.',
      en: 'Ways to pay that the shop offers and that are closed at Craftgate: {about}.',
    },
    remedy: {
      tr: 'Yöntemi Craftgate’te açtırın (destek@craftgate.io) ya da enabledPaymentMethods ve method ayarlarından çıkarın.',
      en: 'Have it opened at Craftgate (destek@craftgate.io), or take it out of enabledPaymentMethods and method.',
    },
  },
  'methods-unused': {
    status: 'ok',
    text: {
      tr: 'Craftgate’te açık, mağazada sunulmayan yöntemler: {about}.',
      en: 'Ways to pay that are open at Craftgate and that the shop does not offer: {about}.',
    },
    remedy: {
      tr: 'Sunmak isterseniz enabledPaymentMethods ayarına ekleyin.',
      en: 'To offer them, add them to enabledPaymentMethods.',
    },
  },
  'stored-cards-need-cvc': {
    status: 'warning',
    text: {
      tr: 'Kayıtlı kartla ödeme açık, ama hiçbir POS CVV’siz ödemeye açık değil.',
      en: 'Stored cards are on, but no POS takes payments without a CVV.',
    },
    remedy: {
      tr: 'Bankanızdan POS’unuzu CVV’siz ödemeye açmasını isteyin ve Craftgate panelinde POS ayarını değiştirin; ya da disableStoreCard ayarını true yapın.',
      en: 'Ask your bank to open the POS for payments without a CVV and change it in the Craftgate panel, or set disableStoreCard to true.',
    },
  },
  versions: {
    status: 'ok',
    text: { tr: 'Sürümler: {about}.', en: 'Versions: {about}.' },
  },
  'environment-live': {
    status: 'ok',
    text: { tr: 'Canlı ortam: gerçek para çekilir.', en: 'Live: real money is taken.' },
  },
  'environment-test': {
    status: 'warning',
    text: {
      tr: 'Deneme ortamı ({about}): kimseden gerçek para çekilmez.',
      en: 'Test environment ({about}): nobody pays real money.',
    },
    remedy: {
      tr: 'Canlıya geçmek için canlı anahtarları girin, environment ayarını live yapın ve gerçek kartla bir ödeme, bir iptal, bir iade deneyin.',
      en: 'To go live enter the live keys, set environment to live, and try a payment, a cancellation and a refund with a real card.',
    },
  },
  'autopilot-on': {
    status: 'ok',
    text: { tr: 'Otopilotta olan POS: {about}.', en: 'On autopilot: {about}.' },
  },
  'autopilot-off': {
    status: 'warning',
    text: {
      tr: 'Hiçbir POS otopilotta değil; bir bankanın sorunu ödemelerinizi durdurabilir.',
      en: 'No POS is on autopilot: trouble at a bank can stop your payments.',
    },
    remedy: {
      tr: 'Aşağıdaki listeden POS’ları otopilota alın; banka sorun yaşarken ödemeler öteki POS’lara gider.',
      en: 'Put POSes on autopilot in the list below: while a bank is out of order, payments go to the others.',
    },
  },
  'fraud-rules-there': {
    status: 'ok',
    text: { tr: 'Açık sahtecilik kuralı sayısı: {about}.', en: 'Fraud rules that are on: {about}.' },
  },
  'fraud-rules-none': {
    status: 'warning',
    text: { tr: 'Açık bir sahtecilik kuralı yok.', en: 'No fraud rule is on.' },
    remedy: {
      tr: 'Craftgate panelinin sahtecilik yönetimi ekranlarında kural tanımlayın.',
      en: 'Define rules in the fraud management of the Craftgate panel.',
    },
  },
  'foreign-cards-taken': {
    status: 'ok',
    text: {
      tr: 'Yurt dışı kartlarını kabul eden POS: {about}.',
      en: 'POS that takes foreign cards: {about}.',
    },
  },
  'foreign-cards-refused': {
    status: 'ok',
    text: {
      tr: 'Hiçbir POS yurt dışı kartlarını kabul etmiyor.',
      en: 'No POS takes foreign cards.',
    },
    remedy: {
      tr: 'Yurt dışına satıyorsanız bankanızdan ve Craftgate panelindeki POS ayarından bu izni açtırın.',
      en: 'If you sell abroad, have it opened by your bank and in the POS settings of the Craftgate panel.',
    },
  },
  'check-failed': {
    status: 'unknown',
    text: {
      tr: 'Bakılamadı: {about}',
      en: 'It could not be looked at: {about}',
    },
  },
  'check-late': {
    status: 'unknown',
    text: {
      tr: 'Bakılamadı: cevap zamanında gelmedi.',
      en: 'It could not be looked at: no answer came in time.',
    },
    remedy: {
      tr: 'Biraz sonra yeniden denetleyin; sürerse sunucunun internete çıkışını kontrol edin.',
      en: "Inspect again in a while; if it lasts, check the server's way to the internet.",
    },
  },
  'check-broken': {
    status: 'unknown',
    text: {
      tr: 'Bu denetim çalışmadı; nedeni sunucunun kaydında yazar.',
      en: "This check did not run; the server's log says why.",
    },
  },
} as const satisfies Readonly<Record<string, SetupMessage>>

export type SetupCode = keyof typeof SETUP_MESSAGES

/**
 * What no call can answer of Craftgate's list for going live (developer.craftgate.io/integration-checklist): a person looks.
 */
export const GO_LIVE_QUESTIONS: readonly Localized[] = [
  {
    tr: 'Ödeme, iptal ve iadeyi test kartlarıyla, başarılı ve başarısız, denediniz mi?',
    en: 'Did you try payments, cancellations and refunds with the test cards, those that succeed and those that fail?',
  },
  {
    tr: 'POS’larınızın kendi bankasının ve başka bankaların kartlarına iade yetkisi ve üst sınırı yeterli mi?',
    en: 'May your POSes refund cards of their own bank and of others, and up to which amount?',
  },
  {
    tr: 'Ticari kartlara taksit sınırlamalarını bankanızla görüştünüz mü?',
    en: 'Did you ask your bank which instalments commercial cards may have?',
  },
  {
    tr: 'POS’larınızı Craftgate ekibi test etti mi?',
    en: 'Did Craftgate test your POSes?',
  },
  {
    tr: 'Provizyonlu ödeme alacaksanız POS’larınızla canlıda denediniz mi?',
    en: 'If you pre-authorize, did you try it live with your POSes?',
  },
  {
    tr: 'Müşterilere açmadan önce canlıda gerçek kartlarla ödeme geçirdiniz mi?',
    en: 'Did you pay live with real cards before shoppers could?',
  },
  {
    tr: 'POS’unuz "3D Model" dışında bir 3D ödeme modeli kullanıyor mu? Craftgate 3D Pay modelini önermez.',
    en: 'Does a POS use another 3D model than "3D Model"? Craftgate advises against 3D Pay.',
  },
  {
    tr: 'Craftgate panelinde başarı oranı için proaktif izleme kuralları tanımladınız mı?',
    en: 'Did you define rules of proactive monitoring for the approval rate in the Craftgate panel?',
  },
  {
    tr: 'Canlıya geçtikten sonra doğrulama hatalarına Craftgate panelinden baktınız mı?',
    en: 'After going live, did you look at the validation errors in the Craftgate panel?',
  },
]

/** Why a commission of a POS is not changed. */
export const COMMISSION_ERRORS = {
  'commission-rate': {
    tr: 'Vade farkı 0 ile 100 arasında, en çok dört ondalıklı bir yüzde olmalı.',
    en: 'The interest must be a percentage from 0 to 100 with four decimals at most.',
  },
  'no-commission': {
    tr: 'Bu POS’ta bu taksitin komisyonu yok.',
    en: 'The POS has no commission of this instalment.',
  },
  'commission-changed': {
    tr: 'Bu komisyon bu sırada değişmiş. Sayfayı yenileyip yeniden bakın.',
    en: 'This commission has changed meanwhile. Reload the page and look at it again.',
  },
} as const satisfies Readonly<Record<string, Localized>>
