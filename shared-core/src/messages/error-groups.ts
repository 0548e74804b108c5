// Craftgate's error groups (developer.craftgate.io/error-groups, and those that only test-cards/all-test-cards-receive-
// error names) in our words. What may follow a group is in client/error-groups.ts. A file of data, hence its length.
import type { Localized } from './localized'

export interface ErrorGroupMessages {
  /** What to do next. Names no suspicion, whatever the bank suspects. */
  readonly shopper: Localized
  /** What happened and where to look. */
  readonly merchant: Localized
}

const CHECK_CARD: Localized = {
  tr: 'Kart bilgilerini kontrol edip yeniden deneyin.',
  en: 'Please check the card details and try again.',
}
const OTHER_CARD: Localized = {
  tr: 'Bu kartla ödeme alınamadı. Lütfen başka bir kart deneyin.',
  en: 'This card could not be charged. Please try another card.',
}
const CALL_BANK: Localized = {
  tr: 'Bankanız ödemeyi onaylamadı. Bankanızı arayın ya da başka bir kart deneyin.',
  en: 'Your bank did not approve the payment. Call your bank or try another card.',
}
const LATER: Localized = {
  tr: 'Banka şu anda cevap vermiyor. Biraz sonra yeniden deneyin.',
  en: 'The bank is not answering at the moment. Please try again a little later.',
}
const NOT_NOW: Localized = {
  tr: 'Ödeme şu anda alınamıyor. Lütfen mağaza ile iletişime geçin.',
  en: 'The payment cannot be taken at the moment. Please contact the shop.',
}
const SINGLE_PAYMENT: Localized = {
  tr: 'Bu kartla taksit yapılamıyor. Tek çekim ile deneyin.',
  en: 'This card cannot pay in instalments. Please pay in one go.',
}
const POINTS: Localized = {
  tr: 'Kart puanınız bu kullanım için uygun değil. Puan tutarını değiştirip yeniden deneyin.',
  en: 'Your reward points do not fit this payment. Change the points and try again.',
}
const CHECK_CVC: Localized = {
  tr: 'Kartın arkasındaki güvenlik kodunu kontrol edip yeniden deneyin.',
  en: 'Please check the security code of the card and try again.',
}
const CHECK_EXPIRY: Localized = {
  tr: 'Kartın son kullanma tarihini kontrol edip yeniden deneyin.',
  en: 'Please check the expiry date of the card and try again.',
}
const OTHER_METHOD: Localized = {
  tr: 'Seçilen ödeme yöntemiyle ödeme alınamadı. Başka bir yöntem deneyin.',
  en: 'The chosen payment method failed. Please try another one.',
}
const CODE_AGAIN: Localized = {
  tr: 'Doğrulama kodu kabul edilmedi. Yeni bir kod isteyip yeniden deneyin.',
  en: 'The code was not accepted. Please ask for a new one and try again.',
}
const NO_REFUND: Localized = {
  tr: 'İade şu anda yapılamıyor. Lütfen mağaza ile iletişime geçin.',
  en: 'The refund cannot be made at the moment. Please contact the shop.',
}
const ALREADY: Localized = {
  tr: 'Bu sipariş için daha önce ödeme alınmış olabilir. Tekrar ödemeden önce mağaza ile iletişime geçin.',
  en: 'This order may have been paid already. Please contact the shop before you pay again.',
}

export const ERROR_GROUPS: Readonly<Record<string, ErrorGroupMessages>> & {
  readonly UNKNOWN: ErrorGroupMessages
} = {
  AMEX_CAN_USE_ONLY_MR: {
    shopper: OTHER_CARD,
    merchant: {
      tr: 'American Express kart bu şekilde kullanılamıyor.',
      en: 'The American Express card cannot be used this way.',
    },
  },
  APM_ACCOUNT_NOT_FOUND: {
    shopper: OTHER_METHOD,
    merchant: {
      tr: 'Alternatif yöntemde kart ya da hesap bulunamadı.',
      en: 'The alternative method knows no such card or account.',
    },
  },
  APM_ACCOUNT_PERMISSION_DENIED: {
    shopper: OTHER_METHOD,
    merchant: {
      tr: 'Hesabın alternatif yöntemde ödeme yetkisi yok.',
      en: 'The account may not pay with the alternative method.',
    },
  },
  APM_ERROR: {
    shopper: OTHER_METHOD,
    merchant: {
      tr: 'Alternatif ödeme yöntemi ödemeyi alamadı.',
      en: 'The alternative payment method could not take the payment.',
    },
  },
  APM_INVALID_VERIFICATION_CODE: {
    shopper: CODE_AGAIN,
    merchant: {
      tr: 'Alternatif yöntemin doğrulama kodu yanlış girildi.',
      en: 'The code of the alternative method was wrong.',
    },
  },
  APM_VALIDATION_ERROR: {
    shopper: OTHER_METHOD,
    merchant: {
      tr: 'Alternatif ödeme kuruluşu isteği geçersiz buldu.',
      en: 'The alternative method found the request invalid.',
    },
  },
  APM_VERIFICATION_CODE_ERROR: {
    shopper: CODE_AGAIN,
    merchant: { tr: 'Doğrulama kodunu girme süresi doldu.', en: 'The time to enter the code ran out.' },
  },
  APM_VPOS_ERROR: {
    shopper: OTHER_METHOD,
    merchant: {
      tr: 'Alternatif yöntemin sanal POS’u hata verdi.',
      en: 'The virtual POS of the alternative method failed.',
    },
  },
  APPROVED_COMPLETED: {
    shopper: ALREADY,
    merchant: {
      tr: 'Bu sipariş numarasıyla daha önce başarılı bir ödeme alınmış; önce o ödemeyi kontrol edin.',
      en: 'This order number was paid successfully before; check that payment first.',
    },
  },
  ARCHIVED_PAYMENT: {
    shopper: NO_REFUND,
    merchant: {
      tr: 'Ödeme bankada arşivlenmiş, buradan iade edilemez; bankanızla görüşün.',
      en: 'The bank has archived the payment, so it cannot be refunded here; talk to the bank.',
    },
  },
  BIN_NOT_FOUND: {
    shopper: CHECK_CARD,
    merchant: {
      tr: 'Kartın ilk 8 hanesi hiçbir bankaya ait değil.',
      en: 'The first 8 digits of the card belong to no bank.',
    },
  },
  BLOCKED_CARD: {
    shopper: CALL_BANK,
    merchant: { tr: 'Kart, bankası tarafından bloke edilmiş.', en: 'The bank has blocked the card.' },
  },
  BNPL_CANCELLED: {
    shopper: OTHER_METHOD,
    merchant: { tr: 'Alışveriş kredisi iptal edildi.', en: 'The shopping loan was cancelled.' },
  },
  CARD_NOT_PERMITTED: {
    shopper: OTHER_CARD,
    merchant: {
      tr: 'Bankası bu kartla bu işleme izin vermiyor.',
      en: 'The bank does not allow this payment with this card.',
    },
  },
  COMMUNICATION_OR_SYSTEM_ERROR: {
    shopper: LATER,
    merchant: {
      tr: 'Banka zamanında cevap vermedi; kısa bir kesinti olabilir.',
      en: 'The bank did not answer in time; it may be a short outage.',
    },
  },
  CVC2_MAX_ATTEMPT: {
    shopper: OTHER_CARD,
    merchant: {
      tr: 'Güvenlik kodu çok kez yanlış girildi.',
      en: 'The security code was entered wrongly too often.',
    },
  },
  CVC_REQUIRED: {
    shopper: CHECK_CVC,
    merchant: {
      tr: 'Bu POS güvenlik kodu olmadan ödeme almıyor.',
      en: 'This POS takes no payment without a security code.',
    },
  },
  DEBIT_CARDS_INSTALLMENT_NOT_ALLOWED: {
    shopper: SINGLE_PAYMENT,
    merchant: { tr: 'Banka kartıyla taksit yapılamaz.', en: 'Debit cards cannot pay in instalments.' },
  },
  DEBIT_CARDS_REQUIRES_3DS: {
    shopper: {
      tr: 'Bu kartla yalnızca 3D Secure ile ödeme yapılabilir. Yeniden deneyin.',
      en: 'This card can pay only with 3D Secure. Please try again.',
    },
    merchant: {
      tr: 'Banka kartları 3D Secure ister; checkout.threeDSecure ile zorunlu tutulabilir.',
      en: 'Debit cards need 3D Secure; consider checkout.threeDSecure.',
    },
  },
  DECLINED: {
    shopper: CALL_BANK,
    merchant: { tr: 'Banka ödemeyi reddetti.', en: 'The bank declined the payment.' },
  },
  DO_NOT_HONOUR: {
    shopper: CALL_BANK,
    merchant: {
      tr: 'Banka onay vermedi; günlük limit aşılmış veya art arda çok deneme yapılmış olabilir.',
      en: 'The bank did not approve; a daily limit or too many tries in a row may be the reason.',
    },
  },
  EXCEEDS_ALLOWABLE_PIN_TRIES: {
    shopper: OTHER_CARD,
    merchant: { tr: 'Kart şifresi çok kez yanlış girildi.', en: 'The PIN was entered wrongly too often.' },
  },
  EXCEEDS_WITHDRAWAL_AMOUNT_LIMIT: {
    shopper: CALL_BANK,
    merchant: {
      tr: 'Kartın günlük işlem limiti veya adedi aşıldı.',
      en: 'The daily limit or count of the card is exceeded.',
    },
  },
  EXPIRED_CARD: {
    shopper: CHECK_EXPIRY,
    merchant: { tr: 'Kartın son kullanma tarihi hatalı.', en: 'The expiry date is wrong.' },
  },
  EXPIRED_PROVISION: {
    shopper: NO_REFUND,
    merchant: { tr: 'Provizyon süresi dolmuş.', en: 'The authorization has run out.' },
  },
  FRAUD_CHECK_BLOCK: {
    shopper: NOT_NOW,
    merchant: {
      tr: 'Ödeme, Craftgate’teki sahtecilik kurallarınızdan biri tarafından engellendi.',
      en: 'One of your Craftgate fraud rules blocked the payment.',
    },
  },
  FRAUD_SUSPECT: {
    shopper: OTHER_CARD,
    merchant: {
      tr: 'Banka güvenlik nedeniyle reddetti; yeniden denenmeden önce siparişi inceleyin.',
      en: 'The bank refused for security reasons; review the order before it is tried again.',
    },
  },
  INPUT_DATA: {
    shopper: CHECK_CARD,
    merchant: {
      tr: 'Banka gönderilen bilgileri geçersiz buldu.',
      en: 'The bank found the data it got invalid.',
    },
  },
  INVALID_AMOUNT: {
    shopper: CALL_BANK,
    merchant: {
      tr: 'Banka tutarı kabul etmedi; limit veya adet aşılmış olabilir.',
      en: 'The bank did not accept the amount; a limit or count may be exceeded.',
    },
  },
  INVALID_CARD_NUMBER: {
    shopper: CHECK_CARD,
    merchant: { tr: 'Banka kart numarasını tanımadı.', en: 'The bank did not recognise the card number.' },
  },
  INVALID_CARD_TYPE: {
    shopper: CHECK_CARD,
    merchant: { tr: 'Kart tipi geçersiz.', en: 'The card type is not valid.' },
  },
  INVALID_CAVV: {
    shopper: CALL_BANK,
    merchant: { tr: '3D Secure doğrulama değeri (CAVV) hatalı.', en: 'The 3D Secure value (CAVV) is wrong.' },
  },
  INVALID_CHARS_IN_EMAIL: {
    shopper: {
      tr: 'E-posta adresinizi kontrol edip yeniden deneyin.',
      en: 'Please check your e-mail address and try again.',
    },
    merchant: {
      tr: 'Banka e-posta adresini geçersiz buldu.',
      en: 'The bank found the e-mail address invalid.',
    },
  },
  INVALID_CVC2: {
    shopper: CHECK_CVC,
    merchant: { tr: 'Güvenlik kodu hatalı.', en: 'The security code is wrong.' },
  },
  INVALID_CVC2_LENGTH: {
    shopper: CHECK_CVC,
    merchant: {
      tr: 'Güvenlik kodunun uzunluğu geçersiz.',
      en: 'The length of the security code is not valid.',
    },
  },
  INVALID_ECI: {
    shopper: CALL_BANK,
    merchant: { tr: '3D Secure sonucu (ECI) hatalı.', en: 'The 3D Secure result (ECI) is wrong.' },
  },
  INVALID_EXPIRE_YEAR_MONTH: {
    shopper: CHECK_EXPIRY,
    merchant: { tr: 'Son kullanma tarihi geçersiz.', en: 'The expiry date is not valid.' },
  },
  INVALID_IP: {
    shopper: NOT_NOW,
    merchant: {
      tr: 'Sanal POS, Craftgate IPv4 adreslerini tanımıyor; bankanıza tanımlatın.',
      en: 'The virtual POS does not know Craftgate’s IPv4 addresses; ask the bank to add them.',
    },
  },
  INVALID_MERCHANT_OR_SP: {
    shopper: NOT_NOW,
    merchant: {
      tr: 'Banka üye işyeri kategorinizi hatalı buldu; bankanızla görüşün.',
      en: 'The bank finds your merchant category wrong; talk to the bank.',
    },
  },
  INVALID_PIN: {
    shopper: CALL_BANK,
    merchant: { tr: 'Kart şifresi hatalı.', en: 'The PIN is wrong.' },
  },
  INVALID_REFUND_TRANSACTION: {
    shopper: NO_REFUND,
    merchant: { tr: 'Banka iade işlemini geçersiz buldu.', en: 'The bank finds the refund invalid.' },
  },
  INVALID_TRANSACTION: {
    shopper: OTHER_CARD,
    merchant: { tr: 'Banka işlemi geçersiz buldu.', en: 'The bank finds the transaction invalid.' },
  },
  ISSUER_OR_SWITCH_INOPERATIVE: {
    shopper: LATER,
    merchant: {
      tr: 'Bankada veya terminalde kısa bir kesinti var.',
      en: 'The bank or the terminal is out for a moment.',
    },
  },
  LOST_CARD: {
    shopper: OTHER_CARD,
    merchant: {
      tr: 'Kart kayıp olarak bildirilmiş; sahtecilik denemesi olabilir, alıcının sonraki ödemelerinde 3D Secure isteyin.',
      en: 'The card is reported lost; it may be fraud, so ask this buyer for 3D Secure from now on.',
    },
  },
  MAY_HAVE_ALREADY_REFUNDED: {
    shopper: NO_REFUND,
    merchant: {
      tr: 'İade tutarı kalan tutardan büyük; bu ödeme daha önce iade edilmiş olabilir.',
      en: 'The refund is larger than what is left; the payment may have been refunded already.',
    },
  },
  NON_REFUNDABLE_PAYMENT: {
    shopper: NO_REFUND,
    merchant: {
      tr: 'Ödeme iade edilebilir durumda değil.',
      en: 'The payment is not in a state to be refunded.',
    },
  },
  NOT_PERMITTED_TO_CARDHOLDER: {
    shopper: OTHER_CARD,
    merchant: {
      tr: 'Kart sahibinin bu işleme yetkisi yok.',
      en: 'The cardholder is not allowed to make this payment.',
    },
  },
  NOT_PERMITTED_TO_FOREIGN_CARD: {
    shopper: {
      tr: 'Yurt dışı kartlarla ödeme alınamıyor. Lütfen başka bir kart deneyin.',
      en: 'Foreign cards are not accepted. Please try another card.',
    },
    merchant: {
      tr: 'POS yurt dışı kartlara kapalı; POS yetkilerini kontrol edin.',
      en: 'The POS is closed to foreign cards; check its rights.',
    },
  },
  NOT_PERMITTED_TO_INSTALLMENT: {
    shopper: SINGLE_PAYMENT,
    merchant: {
      tr: 'POS taksitli işleme kapalı; POS yetkilerini kontrol edin.',
      en: 'The POS is closed to instalments; check its rights.',
    },
  },
  NOT_PERMITTED_TO_TERMINAL: {
    shopper: NOT_NOW,
    merchant: {
      tr: 'POS’un bu işleme yetkisi yok; POS yetkilerini kontrol edin.',
      en: 'The POS may not do this; check its rights.',
    },
  },
  NOT_SUFFICIENT_AWARD: {
    shopper: POINTS,
    merchant: {
      tr: 'Kartta bu kadar ödül puanı yok.',
      en: 'The card does not have that many reward points.',
    },
  },
  NOT_SUFFICIENT_FUNDS: {
    shopper: {
      tr: 'Kart limiti veya bakiyesi yetersiz. Başka bir kart deneyin.',
      en: 'The card’s limit or balance is too low. Please try another card.',
    },
    merchant: { tr: 'Kartın limiti veya bakiyesi yetersiz.', en: 'The card’s limit or balance is too low.' },
  },
  NO_RESPONSE: {
    shopper: LATER,
    merchant: { tr: 'Banka zamanında cevap vermedi.', en: 'The bank did not answer in time.' },
  },
  NO_SUCH_ISSUER: {
    shopper: CHECK_CARD,
    merchant: { tr: 'Kartın bankası bulunamadı.', en: 'The bank of the card was not found.' },
  },
  ORDER_ID_ALREADY_USED: {
    shopper: ALREADY,
    merchant: {
      tr: 'Bu sipariş numarası başarılı bir ödemede kullanılmış; önce o ödemeyi kontrol edin.',
      en: 'This order number belongs to a successful payment; check that payment first.',
    },
  },
  PAYMENT_NOT_FOUND_FOR_REFUND: {
    shopper: NO_REFUND,
    merchant: {
      tr: 'Banka iade edilecek ödemeyi bulamadı.',
      en: 'The bank did not find the payment to refund.',
    },
  },
  PICKUP_CARD: {
    shopper: OTHER_CARD,
    merchant: {
      tr: 'Banka karta el konmasını istiyor; sahtecilik denemesi olabilir, alıcının sonraki ödemelerinde 3D Secure isteyin.',
      en: 'The bank wants the card withheld; it may be fraud, so ask this buyer for 3D Secure from now on.',
    },
  },
  POS_BALANCE_NOT_SUFFICIENT: {
    shopper: NOT_NOW,
    merchant: {
      tr: 'Sanal POS bakiyesi bu işlem için yetersiz.',
      en: 'The balance of the virtual POS is too low for this.',
    },
  },
  REFER_TO_CARD_ISSUER: {
    shopper: CALL_BANK,
    merchant: {
      tr: 'Banka, kart sahibinden elle onay istiyor.',
      en: 'The bank wants the cardholder’s approval by phone.',
    },
  },
  REFUND_DECLINE: {
    shopper: NO_REFUND,
    merchant: {
      tr: 'Banka iadeye şu anda izin vermiyor; daha sonra deneyin.',
      en: 'The bank allows no refund now; try later.',
    },
  },
  REQUEST_BLOCKED_BY_BANK: {
    shopper: OTHER_CARD,
    merchant: { tr: 'Banka isteği engelledi.', en: 'The bank blocked the request.' },
  },
  REQUEST_TIMEOUT: {
    shopper: LATER,
    merchant: {
      tr: 'Bankaya gönderilen istek zaman aşımına uğradı.',
      en: 'The request to the bank timed out.',
    },
  },
  REQUIRES_3DS: {
    shopper: {
      tr: 'Bu ödeme yalnızca 3D Secure ile yapılabilir. Yeniden deneyin.',
      en: 'This payment needs 3D Secure. Please try again.',
    },
    merchant: {
      tr: 'Bu işlem 3D Secure ister; checkout.threeDSecure ile zorunlu tutulabilir.',
      en: 'This payment needs 3D Secure; consider checkout.threeDSecure.',
    },
  },
  REQUIRES_DAY_END: {
    shopper: NOT_NOW,
    merchant: {
      tr: 'Bu işlem ancak POS’ta gün sonu yapıldıktan sonra olur.',
      en: 'This works only after the POS has closed its day.',
    },
  },
  RESTRICTED_BY_LAW: {
    shopper: {
      tr: 'Kartınız internet alışverişine kapalı. Bankanızı arayıp açtırın ya da başka bir kart deneyin.',
      en: 'Your card is closed to online shopping. Ask your bank to open it or try another card.',
    },
    merchant: { tr: 'Kart e-ticaret ödemelerine kapalı.', en: 'The card is closed to e-commerce.' },
  },
  RESTRICTED_CARD: {
    shopper: OTHER_CARD,
    merchant: { tr: 'Kart kısıtlı.', en: 'The card is restricted.' },
  },
  SALES_AMOUNT_LESS_THAN_AWARD: {
    shopper: POINTS,
    merchant: { tr: 'Kullanılan puan, ödeme tutarından yüksek.', en: 'The points used exceed the amount.' },
  },
  STOLEN_CARD: {
    shopper: OTHER_CARD,
    merchant: {
      tr: 'Kart çalıntı olarak bildirilmiş; sahtecilik denemesi olabilir, alıcının sonraki ödemelerinde 3D Secure isteyin.',
      en: 'The card is reported stolen; it may be fraud, so ask this buyer for 3D Secure from now on.',
    },
  },
  THREEDS_INIT_ERROR: {
    shopper: {
      tr: '3D Secure doğrulaması başlatılamadı. Yeniden deneyin.',
      en: '3D Secure could not be started. Please try again.',
    },
    merchant: {
      tr: '3D Secure başlatılamadı; ayrıntı için bankayla görüşün.',
      en: '3D Secure could not be started; ask the bank for details.',
    },
  },
  TOO_MANY_REQUESTS: {
    shopper: LATER,
    merchant: {
      tr: 'Banka art arda çok istek aldı ya da bu ödemenin bir iadesi hâlâ sürüyor; bitmesini bekleyin.',
      en: 'The bank got too many requests, or a refund of this payment is still under way; wait for it to end.',
    },
  },
  UNKNOWN: {
    shopper: {
      tr: 'Ödeme alınamadı. Yeniden deneyin ya da başka bir kart kullanın.',
      en: 'The payment could not be taken. Please try again or use another card.',
    },
    merchant: {
      tr: 'Ödeme başarısız; banka bir neden bildirmedi.',
      en: 'The payment failed; the bank gave no reason.',
    },
  },
}
