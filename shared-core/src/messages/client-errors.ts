// What a merchant reads when Craftgate could not be asked, did not do what was asked, or is not set up for it. Sentences for
// declines are in error-groups.ts.
import type { Localized } from './localized'

export const CLIENT_ERRORS = {
  unauthorized: {
    tr: 'Craftgate kimliğinizi doğrulayamadı. apiKey ve secretKey değerlerini Craftgate panel > Yönetim > API Anahtarları (panel.craftgate.io/manage/api-credentials) sayfasındakilerle karşılaştırın; canlı anahtarlar yalnızca live, test anahtarları yalnızca sandbox ortamında geçerlidir.',
    en: 'Craftgate did not accept the credentials. Compare apiKey and secretKey with Craftgate panel > Yönetim > API Anahtarları (panel.craftgate.io/manage/api-credentials); live keys work only with environment live, test keys only with sandbox.',
  },
  'invalid-request': {
    tr: 'Craftgate isteği geçersiz buldu; işlem yapılmadı.',
    en: 'Craftgate found the request invalid; nothing was done.',
  },
  unreachable: {
    tr: 'Craftgate’e bağlanılamadı; istek gönderilmedi. Ağ bağlantısını ve environment ayarını kontrol edin, sonra yeniden deneyin.',
    en: 'Craftgate could not be reached; nothing was sent. Check the network and the environment setting, then try again.',
  },
  problem: {
    tr: 'Craftgate şu anda cevap veremiyor. Biraz sonra yeniden deneyin.',
    en: 'Craftgate cannot answer at the moment. Try again a little later.',
  },
  busy: {
    tr: 'Craftgate’e çok sık istek gönderildi; bu istek işlenmedi. Biraz sonra yeniden deneyin.',
    en: 'Too many requests went to Craftgate; this one was not processed. Try again a little later.',
  },
  'circuit-open': {
    tr: 'Craftgate az önce cevap veremedi, bu yüzden istek gönderilmedi. Bağlantı kendiliğinden yeniden denenecek.',
    en: 'Craftgate failed to answer just before, so nothing was sent. The connection will be tried again by itself.',
  },
  'queue-full': {
    tr: 'Aynı anda çok fazla Craftgate isteği var; bu istek gönderilmedi. Biraz sonra yeniden deneyin.',
    en: 'Too many Craftgate requests at once; this one was not sent. Try again a little later.',
  },
  cancelled: {
    tr: 'İstek tamamlanmadan vazgeçildi.',
    en: 'The request was given up before it was complete.',
  },
  unexpected: {
    tr: 'Craftgate’ten beklenmeyen bir cevap geldi. environment ayarını ve aradaki ağ geçitlerini kontrol edin.',
    en: 'An unexpected answer came from Craftgate. Check the environment setting and any proxy in between.',
  },
  unknown: {
    tr: 'İstek gönderildi ama sonucu öğrenilemedi. İşlem gerçekleşmiş olabilir: tekrarlamadan önce Craftgate panelinden veya raporlardan kontrol edin.',
    en: 'The request was sent but its result is not known. It may have happened: check the Craftgate panel or the reports before repeating it.',
  },
  'invalid-path': {
    tr: 'İstek gönderilmedi: bir kimlik alanı boş ya da geçersiz karakterler içeriyor.',
    en: 'Nothing was sent: an id is empty or has characters that no id may have.',
  },
  'not-encodable': {
    tr: 'İstek gönderilmedi: istekteki bir değer metne çevrilemiyor.',
    en: 'Nothing was sent: a value in the request cannot be written as text.',
  },
  'unreadable-answer': {
    tr: 'Craftgate okunabilir bir cevap vermedi; biraz sonra yeniden deneyin.',
    en: 'Craftgate gave no readable answer; try again in a while.',
  },
  'unreadable-payment': {
    tr: 'Craftgate okunamayan bir ödeme cevabı döndü; ödeme Craftgate panelinden kontrol edilmelidir.',
    en: 'Craftgate answered with a payment that cannot be read; check it in the Craftgate panel.',
  },
  'bad-address': {
    tr: 'environment yalnızca bir adres olabilir: kullanıcı adı, sorgu veya # içeremez.',
    en: 'environment must be a plain address: no user name, no query, no #.',
  },
  'unknown-merchant': {
    tr: 'Ayarlarda bu adla bir üye işyeri yok; tanımlı olanlar',
    en: 'No such merchant in the options; known are',
  },
} as const satisfies Record<string, Localized>

/** The sentence with a detail behind it, in brackets. */
export const withDetail = (sentence: Localized, detail: string): Localized => ({
  tr: `${sentence.tr} (${detail})`,
  en: `${sentence.en} (${detail})`,
})

/** The sentence with the names that it announces. */
export const withNames = (sentence: Localized, names: readonly string[]): Localized => ({
  tr: `${sentence.tr}: ${names.join(', ')}`,
  en: `${sentence.en}: ${names.join(', ')}`,
})

export const unknownMerchantMessage = (merchant: string, known: string): Localized => ({
  tr: `Craftgate ayarlarında '${merchant}' adlı üye işyeri yok; tanımlı olanlar: ${known}`,
  en: `The Craftgate settings have no merchant '${merchant}'; known are: ${known}`,
})

export const unknownAccountMessage = (account: string, known: string): Localized => ({
  tr: `Bu ödeme '${account}' hesabına ait, ancak Craftgate ayarlarında bu hesabın anahtarları yok; tanımlı hesaplar: ${known}`,
  en: `This payment belongs to the account '${account}', whose keys are not in the Craftgate settings; known accounts are: ${known}`,
})
