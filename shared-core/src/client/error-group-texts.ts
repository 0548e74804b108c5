// Craftgate's error groups (developer.craftgate.io/error-groups, and those that only test-cards/all-test-cards-receive-
// error names) in our words: shopper, merchant, what may follow.
// A file of data, hence its length.
import type { Localized } from '../localized'

/**
 * retry: the shopper can try again. final: trying again changes nothing.
 * uncertain: the money may have moved already; ask before repeating (uncertain-final: and keep the shopper from it).
 */
type Follow = 'retry' | 'final' | 'uncertain' | 'uncertain-final'

export type ErrorGroupRow = readonly [shopper: Localized, merchant: Localized, follow: Follow]

const both = (tr: string, en: string): Localized => ({ tr, en })

const CHECK_CARD = both(
  'Kart bilgilerini kontrol edip tekrar deneyin.',
  'Please check the card details and try again.',
)
const OTHER_CARD = both(
  'Bu kartla ödeme alınamadı. Lütfen başka bir kart deneyin.',
  'This card could not be charged. Please try another card.',
)
const CALL_BANK = both(
  'Bankanız ödemeyi onaylamadı. Bankanızı arayın ya da başka bir kart deneyin.',
  'Your bank did not approve the payment. Call your bank or try another card.',
)
const LATER = both(
  'Banka şu anda cevap vermiyor. Biraz sonra tekrar deneyin.',
  'The bank is not answering at the moment. Please try again a little later.',
)
const NOT_NOW = both(
  'Ödeme şu anda alınamıyor. Lütfen mağaza ile iletişime geçin.',
  'The payment cannot be taken at the moment. Please contact the shop.',
)
const SINGLE_PAYMENT = both(
  'Bu kartla taksit yapılamıyor. Tek çekim ile deneyin.',
  'This card cannot pay in instalments. Please pay in one go.',
)
const POINTS = both(
  'Kart puanınız bu kullanım için uygun değil. Puan tutarını değiştirip tekrar deneyin.',
  'Your reward points do not fit this payment. Change the points and try again.',
)
const CHECK_CVC = both(
  'Kartın arkasındaki güvenlik kodunu kontrol edip tekrar deneyin.',
  'Please check the security code of the card and try again.',
)
const CHECK_EXPIRY = both(
  'Kartın son kullanma tarihini kontrol edip tekrar deneyin.',
  'Please check the expiry date of the card and try again.',
)
const OTHER_METHOD = both(
  'Seçilen ödeme yöntemiyle ödeme alınamadı. Başka bir yöntem deneyin.',
  'The chosen payment method failed. Please try another one.',
)
const CODE_AGAIN = both(
  'Doğrulama kodu kabul edilmedi. Yeni bir kod isteyip tekrar deneyin.',
  'The code was not accepted. Please ask for a new one and try again.',
)
const NO_REFUND = both(
  'İade şu anda yapılamıyor. Lütfen mağaza ile iletişime geçin.',
  'The refund cannot be made at the moment. Please contact the shop.',
)
const ALREADY = both(
  'Bu sipariş için daha önce ödeme alınmış olabilir. Tekrar ödemeden önce mağaza ile iletişime geçin.',
  'This order may have been paid already. Please contact the shop before you pay again.',
)

export const ERROR_GROUPS: Readonly<Record<string, ErrorGroupRow>> & { readonly UNKNOWN: ErrorGroupRow } = {
  AMEX_CAN_USE_ONLY_MR: [
    OTHER_CARD,
    both(
      'American Express kart bu şekilde kullanılamıyor.',
      'The American Express card cannot be used this way.',
    ),
    'retry',
  ],
  APM_ACCOUNT_NOT_FOUND: [
    OTHER_METHOD,
    both(
      'Alternatif yöntemde kart ya da hesap bulunamadı.',
      'The alternative method knows no such card or account.',
    ),
    'retry',
  ],
  APM_ACCOUNT_PERMISSION_DENIED: [
    OTHER_METHOD,
    both(
      'Hesabın alternatif yöntemde ödeme yetkisi yok.',
      'The account may not pay with the alternative method.',
    ),
    'retry',
  ],
  APM_ERROR: [
    OTHER_METHOD,
    both(
      'Alternatif ödeme yöntemi ödemeyi alamadı.',
      'The alternative payment method could not take the payment.',
    ),
    'retry',
  ],
  APM_INVALID_VERIFICATION_CODE: [
    CODE_AGAIN,
    both(
      'Alternatif yöntemin doğrulama kodu yanlış girildi.',
      'The code of the alternative method was wrong.',
    ),
    'retry',
  ],
  APM_VALIDATION_ERROR: [
    OTHER_METHOD,
    both(
      'Alternatif ödeme kuruluşu isteği geçersiz buldu.',
      'The alternative method found the request invalid.',
    ),
    'retry',
  ],
  APM_VERIFICATION_CODE_ERROR: [
    CODE_AGAIN,
    both('Doğrulama kodunu girme süresi doldu.', 'The time to enter the code ran out.'),
    'retry',
  ],
  APM_VPOS_ERROR: [
    OTHER_METHOD,
    both('Alternatif yöntemin sanal POS’u hata verdi.', 'The virtual POS of the alternative method failed.'),
    'retry',
  ],
  APPROVED_COMPLETED: [
    ALREADY,
    both(
      'Bu sipariş numarasıyla daha önce başarılı bir ödeme alınmış; önce o ödemeyi kontrol edin.',
      'This order number was paid successfully before; check that payment first.',
    ),
    'uncertain-final',
  ],
  ARCHIVED_PAYMENT: [
    NO_REFUND,
    both(
      'Ödeme bankada arşivlenmiş, buradan iade edilemez; bankanızla görüşün.',
      'The bank has archived the payment, so it cannot be refunded here; talk to the bank.',
    ),
    'final',
  ],
  BIN_NOT_FOUND: [
    CHECK_CARD,
    both(
      'Kartın ilk 8 hanesi hiçbir bankaya ait değil.',
      'The first 8 digits of the card belong to no bank.',
    ),
    'retry',
  ],
  BLOCKED_CARD: [
    CALL_BANK,
    both('Kart, bankası tarafından bloke edilmiş.', 'The bank has blocked the card.'),
    'retry',
  ],
  BNPL_CANCELLED: [
    OTHER_METHOD,
    both('Alışveriş kredisi iptal edildi.', 'The shopping loan was cancelled.'),
    'retry',
  ],
  CARD_NOT_PERMITTED: [
    OTHER_CARD,
    both(
      'Bankası bu kartla bu işleme izin vermiyor.',
      'The bank does not allow this payment with this card.',
    ),
    'retry',
  ],
  COMMUNICATION_OR_SYSTEM_ERROR: [
    LATER,
    both(
      'Banka zamanında cevap vermedi; kısa bir kesinti olabilir.',
      'The bank did not answer in time; it may be a short outage.',
    ),
    'uncertain',
  ],
  CVC2_MAX_ATTEMPT: [
    OTHER_CARD,
    both('Güvenlik kodu çok kez yanlış girildi.', 'The security code was entered wrongly too often.'),
    'retry',
  ],
  CVC_REQUIRED: [
    CHECK_CVC,
    both('Bu POS güvenlik kodu olmadan ödeme almıyor.', 'This POS takes no payment without a security code.'),
    'retry',
  ],
  DEBIT_CARDS_INSTALLMENT_NOT_ALLOWED: [
    SINGLE_PAYMENT,
    both('Banka kartıyla taksit yapılamaz.', 'Debit cards cannot pay in instalments.'),
    'retry',
  ],
  DEBIT_CARDS_REQUIRES_3DS: [
    both(
      'Bu kartla yalnızca 3D Secure ile ödeme yapılabilir. Tekrar deneyin.',
      'This card can pay only with 3D Secure. Please try again.',
    ),
    both(
      'Banka kartları 3D Secure ister; forceThreeDS açılabilir.',
      'Debit cards need 3D Secure; consider forceThreeDS.',
    ),
    'retry',
  ],
  DECLINED: [CALL_BANK, both('Banka ödemeyi reddetti.', 'The bank declined the payment.'), 'retry'],
  DO_NOT_HONOUR: [
    CALL_BANK,
    both(
      'Banka onay vermedi; günlük limit aşılmış veya art arda çok deneme yapılmış olabilir.',
      'The bank did not approve; a daily limit or too many tries in a row may be the reason.',
    ),
    'retry',
  ],
  EXCEEDS_ALLOWABLE_PIN_TRIES: [
    OTHER_CARD,
    both('Kart şifresi çok kez yanlış girildi.', 'The PIN was entered wrongly too often.'),
    'retry',
  ],
  EXCEEDS_WITHDRAWAL_AMOUNT_LIMIT: [
    CALL_BANK,
    both(
      'Kartın günlük işlem limiti veya adedi aşıldı.',
      'The daily limit or count of the card is exceeded.',
    ),
    'retry',
  ],
  EXPIRED_CARD: [
    CHECK_EXPIRY,
    both('Kartın son kullanma tarihi hatalı.', 'The expiry date is wrong.'),
    'retry',
  ],
  EXPIRED_PROVISION: [NO_REFUND, both('Provizyon süresi dolmuş.', 'The authorization has run out.'), 'final'],
  FRAUD_CHECK_BLOCK: [
    NOT_NOW,
    both(
      'Ödeme, Craftgate fraud kurallarınızdan biri tarafından engellendi.',
      'One of your Craftgate fraud rules blocked the payment.',
    ),
    'final',
  ],
  FRAUD_SUSPECT: [
    OTHER_CARD,
    both(
      'Banka güvenlik nedeniyle reddetti; tekrar denetmeden önce siparişi inceleyin.',
      'The bank refused for security reasons; review the order before it is tried again.',
    ),
    'retry',
  ],
  INPUT_DATA: [
    CHECK_CARD,
    both('Banka gönderilen bilgileri geçersiz buldu.', 'The bank found the data it got invalid.'),
    'retry',
  ],
  INVALID_AMOUNT: [
    CALL_BANK,
    both(
      'Banka tutarı kabul etmedi; limit veya adet aşılmış olabilir.',
      'The bank did not accept the amount; a limit or count may be exceeded.',
    ),
    'retry',
  ],
  INVALID_CARD_NUMBER: [
    CHECK_CARD,
    both('Banka kart numarasını tanımadı.', 'The bank did not recognise the card number.'),
    'retry',
  ],
  INVALID_CARD_TYPE: [CHECK_CARD, both('Kart tipi geçersiz.', 'The card type is not valid.'), 'retry'],
  INVALID_CAVV: [
    CALL_BANK,
    both('3D Secure doğrulama değeri (CAVV) hatalı.', 'The 3D Secure value (CAVV) is wrong.'),
    'retry',
  ],
  INVALID_CHARS_IN_EMAIL: [
    both(
      'E-posta adresinizi kontrol edip tekrar deneyin.',
      'Please check your e-mail address and try again.',
    ),
    both('Banka e-posta adresini geçersiz buldu.', 'The bank found the e-mail address invalid.'),
    'retry',
  ],
  INVALID_CVC2: [CHECK_CVC, both('Güvenlik kodu hatalı.', 'The security code is wrong.'), 'retry'],
  INVALID_CVC2_LENGTH: [
    CHECK_CVC,
    both('Güvenlik kodunun uzunluğu geçersiz.', 'The length of the security code is not valid.'),
    'retry',
  ],
  INVALID_ECI: [
    CALL_BANK,
    both('3D Secure sonucu (ECI) hatalı.', 'The 3D Secure result (ECI) is wrong.'),
    'retry',
  ],
  INVALID_EXPIRE_YEAR_MONTH: [
    CHECK_EXPIRY,
    both('Son kullanma tarihi geçersiz.', 'The expiry date is not valid.'),
    'retry',
  ],
  INVALID_IP: [
    NOT_NOW,
    both(
      'Sanal POS, Craftgate IPv4 adreslerini tanımıyor; bankanıza tanımlatın.',
      'The virtual POS does not know Craftgate’s IPv4 addresses; ask the bank to add them.',
    ),
    'final',
  ],
  INVALID_MERCHANT_OR_SP: [
    NOT_NOW,
    both(
      'Banka üye işyeri kategorinizi hatalı buldu; bankanızla görüşün.',
      'The bank finds your merchant category wrong; talk to the bank.',
    ),
    'final',
  ],
  INVALID_PIN: [CALL_BANK, both('Kart şifresi hatalı.', 'The PIN is wrong.'), 'retry'],
  INVALID_REFUND_TRANSACTION: [
    NO_REFUND,
    both('Banka iade işlemini geçersiz buldu.', 'The bank finds the refund invalid.'),
    'final',
  ],
  INVALID_TRANSACTION: [
    OTHER_CARD,
    both('Banka işlemi geçersiz buldu.', 'The bank finds the transaction invalid.'),
    'retry',
  ],
  ISSUER_OR_SWITCH_INOPERATIVE: [
    LATER,
    both('Bankada veya terminalde kısa bir kesinti var.', 'The bank or the terminal is out for a moment.'),
    'uncertain',
  ],
  LOST_CARD: [
    OTHER_CARD,
    both(
      'Kart kayıp olarak bildirilmiş; sahtecilik denemesi olabilir, alıcının sonraki ödemelerinde 3D Secure isteyin.',
      'The card is reported lost; it may be fraud, so ask this buyer for 3D Secure from now on.',
    ),
    'retry',
  ],
  MAY_HAVE_ALREADY_REFUNDED: [
    NO_REFUND,
    both(
      'İade tutarı kalan tutardan büyük; bu ödeme daha önce iade edilmiş olabilir.',
      'The refund is larger than what is left; the payment may have been refunded already.',
    ),
    'uncertain-final',
  ],
  NON_REFUNDABLE_PAYMENT: [
    NO_REFUND,
    both('Ödeme iade edilebilir durumda değil.', 'The payment is not in a state to be refunded.'),
    'final',
  ],
  NOT_PERMITTED_TO_CARDHOLDER: [
    OTHER_CARD,
    both('Kart sahibinin bu işleme yetkisi yok.', 'The cardholder is not allowed to make this payment.'),
    'retry',
  ],
  NOT_PERMITTED_TO_FOREIGN_CARD: [
    both(
      'Yurt dışı kartlarla ödeme alınamıyor. Lütfen başka bir kart deneyin.',
      'Foreign cards are not accepted. Please try another card.',
    ),
    both(
      'POS yurt dışı kartlara kapalı; POS yetkilerini kontrol edin.',
      'The POS is closed to foreign cards; check its rights.',
    ),
    'retry',
  ],
  NOT_PERMITTED_TO_INSTALLMENT: [
    SINGLE_PAYMENT,
    both(
      'POS taksitli işleme kapalı; POS yetkilerini kontrol edin.',
      'The POS is closed to instalments; check its rights.',
    ),
    'retry',
  ],
  NOT_PERMITTED_TO_TERMINAL: [
    NOT_NOW,
    both(
      'POS’un bu işleme yetkisi yok; POS yetkilerini kontrol edin.',
      'The POS may not do this; check its rights.',
    ),
    'final',
  ],
  NOT_SUFFICIENT_AWARD: [
    POINTS,
    both('Kartta bu kadar ödül puanı yok.', 'The card does not have that many reward points.'),
    'retry',
  ],
  NOT_SUFFICIENT_FUNDS: [
    both(
      'Kart limiti veya bakiyesi yetersiz. Başka bir kart deneyin.',
      'The card’s limit or balance is too low. Please try another card.',
    ),
    both('Kartın limiti veya bakiyesi yetersiz.', 'The card’s limit or balance is too low.'),
    'retry',
  ],
  NO_RESPONSE: [
    LATER,
    both('Banka zamanında cevap vermedi.', 'The bank did not answer in time.'),
    'uncertain',
  ],
  NO_SUCH_ISSUER: [
    CHECK_CARD,
    both('Kartın bankası bulunamadı.', 'The bank of the card was not found.'),
    'retry',
  ],
  ORDER_ID_ALREADY_USED: [
    ALREADY,
    both(
      'Bu sipariş numarası başarılı bir ödemede kullanılmış; önce o ödemeyi kontrol edin.',
      'This order number belongs to a successful payment; check that payment first.',
    ),
    'uncertain-final',
  ],
  PAYMENT_NOT_FOUND_FOR_REFUND: [
    NO_REFUND,
    both('Banka iade edilecek ödemeyi bulamadı.', 'The bank did not find the payment to refund.'),
    'final',
  ],
  PICKUP_CARD: [
    OTHER_CARD,
    both(
      'Banka karta el konmasını istiyor; sahtecilik denemesi olabilir, alıcının sonraki ödemelerinde 3D Secure isteyin.',
      'The bank wants the card withheld; it may be fraud, so ask this buyer for 3D Secure from now on.',
    ),
    'retry',
  ],
  POS_BALANCE_NOT_SUFFICIENT: [
    NOT_NOW,
    both('Sanal POS bakiyesi bu işlem için yetersiz.', 'The balance of the virtual POS is too low for this.'),
    'final',
  ],
  REFER_TO_CARD_ISSUER: [
    CALL_BANK,
    both('Banka, kart sahibinden elle onay istiyor.', 'The bank wants the cardholder’s approval by phone.'),
    'retry',
  ],
  REFUND_DECLINE: [
    NO_REFUND,
    both(
      'Banka iadeye şu anda izin vermiyor; daha sonra deneyin.',
      'The bank allows no refund now; try later.',
    ),
    'final',
  ],
  REQUEST_BLOCKED_BY_BANK: [
    OTHER_CARD,
    both('Banka isteği engelledi.', 'The bank blocked the request.'),
    'retry',
  ],
  REQUEST_TIMEOUT: [
    LATER,
    both('Bankaya gönderilen istek zaman aşımına uğradı.', 'The request to the bank timed out.'),
    'uncertain',
  ],
  REQUIRES_3DS: [
    both(
      'Bu ödeme yalnızca 3D Secure ile yapılabilir. Tekrar deneyin.',
      'This payment needs 3D Secure. Please try again.',
    ),
    both(
      'Bu işlem 3D Secure ister; forceThreeDS açılabilir.',
      'This payment needs 3D Secure; consider forceThreeDS.',
    ),
    'retry',
  ],
  REQUIRES_DAY_END: [
    NOT_NOW,
    both(
      'Bu işlem ancak POS’ta gün sonu yapıldıktan sonra olur.',
      'This works only after the POS has closed its day.',
    ),
    'final',
  ],
  RESTRICTED_BY_LAW: [
    both(
      'Kartınız internet alışverişine kapalı. Bankanızı arayıp açtırın ya da başka bir kart deneyin.',
      'Your card is closed to online shopping. Ask your bank to open it or try another card.',
    ),
    both('Kart e-ticaret ödemelerine kapalı.', 'The card is closed to e-commerce.'),
    'retry',
  ],
  RESTRICTED_CARD: [OTHER_CARD, both('Kart kısıtlı.', 'The card is restricted.'), 'retry'],
  SALES_AMOUNT_LESS_THAN_AWARD: [
    POINTS,
    both('Kullanılan puan, ödeme tutarından yüksek.', 'The points used exceed the amount.'),
    'retry',
  ],
  STOLEN_CARD: [
    OTHER_CARD,
    both(
      'Kart çalıntı olarak bildirilmiş; sahtecilik denemesi olabilir, alıcının sonraki ödemelerinde 3D Secure isteyin.',
      'The card is reported stolen; it may be fraud, so ask this buyer for 3D Secure from now on.',
    ),
    'retry',
  ],
  THREEDS_INIT_ERROR: [
    both(
      '3D Secure doğrulaması başlatılamadı. Tekrar deneyin.',
      '3D Secure could not be started. Please try again.',
    ),
    both(
      '3D Secure başlatılamadı; ayrıntı için bankayla görüşün.',
      '3D Secure could not be started; ask the bank for details.',
    ),
    'retry',
  ],
  TOO_MANY_REQUESTS: [
    LATER,
    both(
      'Banka art arda çok istek aldı ya da bu ödemenin bir iadesi hâlâ sürüyor; bitmesini bekleyin.',
      'The bank got too many requests, or a refund of this payment is still under way; wait for it to end.',
    ),
    'uncertain',
  ],
  UNKNOWN: [
    both(
      'Ödeme alınamadı. Tekrar deneyin ya da başka bir kart kullanın.',
      'The payment could not be taken. Please try again or use another card.',
    ),
    both('Ödeme başarısız; banka bir neden bildirmedi.', 'The payment failed; the bank gave no reason.'),
    'retry',
  ],
}
