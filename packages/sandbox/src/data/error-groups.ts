// Payment errors: group|code|Turkish|English (developer.craftgate.io/error-groups and the test card pages).
// Only 10051 is printed there; the other codes are guesses that follow ISO 8583 where it has a number.
export const ERROR_GROUPS = `
AMEX_CAN_USE_ONLY_MR|10301|American Express kart hatası|American Express card error
APM_ERROR|10302|APM Ödemesi alınamadı|The alternative payment could not be taken
APPROVED_COMPLETED|10008|Önceden onaylanan işlem|The transaction was approved before
BIN_NOT_FOUND|10213|BIN bulunamadı|BIN not found
BLOCKED_CARD|10209|Bloke statülü kart|The card is blocked
CARD_NOT_PERMITTED|10201|Kart, işleme izin vermedi|The card does not permit this transaction
COMMUNICATION_OR_SYSTEM_ERROR|10214|İletişim veya sistem hatası|Communication or system error
CVC2_MAX_ATTEMPT|10212|CVC2 yanlış girme deneme sayısı aşıldı|Too many wrong CVC attempts
CVC_REQUIRED|10303|CVC gönderilmesi zorunludur|CVC is required
DEBIT_CARDS_INSTALLMENT_NOT_ALLOWED|10218|Banka kartları ile taksit yapılamaz|Debit cards cannot pay in instalments
DEBIT_CARDS_REQUIRES_3DS|10217|Banka kartları sadece 3D Secure işleminde kullanılabilir|Debit cards can be used with 3D Secure only
DECLINED|10202|Ödeme alınamadı|The payment could not be taken
DO_NOT_HONOUR|10005|İşlem onaylanmadı. Lütfen başka kart ile deneyiniz|The transaction was not approved, please try another card
EXCEEDS_ALLOWABLE_PIN_TRIES|10226|İzin verilen PIN giriş sayısı aşılmış|Too many PIN attempts
EXCEEDS_WITHDRAWAL_AMOUNT_LIMIT|10061|Para çekme limiti/adedi aşılmış|The withdrawal limit is exceeded
EXPIRED_CARD|10054|Son kullanma tarihi hatalı|The expiry date is wrong
FRAUD_CHECK_BLOCK|10304|Ödeme güvenlik kuralları gereği engellendi|The payment was blocked by fraud rules
FRAUD_SUSPECT|10034|Ödeme güvenlik denetimini geçemedi|The payment did not pass the security check
INVALID_AMOUNT|10013|Geçersiz tutar|Invalid amount
INVALID_CARD_NUMBER|10014|Geçersiz kart numarası|Invalid card number
INVALID_CARD_TYPE|10203|Geçersiz kart tipi|Invalid card type
INVALID_CAVV|10210|Hatalı CAVV bilgisi|Invalid CAVV
INVALID_CHARS_IN_EMAIL|10221|E-posta geçerli formata değil|Invalid e-mail address
INVALID_CVC2_LENGTH|10205|CVC uzunluğu geçersiz|Invalid CVC length
INVALID_CVC2|10084|Cvc2 bilgisi hatalı|Invalid CVC
INVALID_ECI|10211|Hatalı ECI bilgisi|Invalid ECI
INVALID_EXPIRE_YEAR_MONTH|10229|Son kullanma tarihi geçersiz|Invalid expiry date
INVALID_IP|10305|Geçersiz IPv4|Invalid IPv4 address
INVALID_MERCHANT_OR_SP|10003|Üye işyeri kategori kodu hatalı|Wrong merchant category code
INVALID_PIN|10055|Geçersiz PIN|Invalid PIN
INVALID_TRANSACTION|10012|Geçersiz işlem. Lütfen başka kart ile deneyiniz|Invalid transaction, please try another card
ISSUER_OR_SWITCH_INOPERATIVE|10091|Banka veya terminal işlem yapamıyor|The bank or terminal is out of service
LOST_CARD|10041|Kayıp kart, karta el koyunuz|Lost card, pick up
MAY_HAVE_ALREADY_REFUNDED|10306|İade edilmek istenen tutar satış tutarından küçük olmalı. Bu ödeme daha önce iade edilmiş olabilir.|The refund must be smaller than the sale; the payment may have been refunded already
NOT_PERMITTED_TO_CARDHOLDER|10057|Kart sahibi bu işlemi yapamaz. Lütfen başka kart ile deneyiniz|The cardholder may not make this transaction, please try another card
NOT_PERMITTED_TO_FOREIGN_CARD|10220|Terminal yurtdışı kartlara kapalı|The terminal is closed to foreign cards
NOT_PERMITTED_TO_INSTALLMENT|10222|Terminal taksitli işleme kapalı|The terminal is closed to instalments
NOT_PERMITTED_TO_TERMINAL|10058|Terminalin bu işlemi yapmaya yetkisi yok|The terminal may not make this transaction
NOT_SUFFICIENT_AWARD|10307|Yetersiz ödül puanı|Not enough reward points
NOT_SUFFICIENT_FUNDS|10051|Kart limiti yetersiz, yetersiz bakiye|Not sufficient funds
NO_RESPONSE|10207|Ödeme işlemi esnasında genel bir hata oluştu|A general error happened during the payment
NO_SUCH_ISSUER|10015|Bankası bulunamadı|No such issuer
ORDER_ID_ALREADY_USED|10308|Sipariş numarası (orderId) daha önce kullanılmış. Sipariş numaraları başarılı satış bazında tekil olmalıdır.|The order id has been used by a successful sale
PICKUP_CARD|10004|Karta el koyunuz|Pick up card
POS_BALANCE_NOT_SUFFICIENT|10309|Sanal Pos bakiyesi yetersiz|The POS balance is not sufficient
REFER_TO_CARD_ISSUER|10001|Bankanızdan onay alınız|Refer to card issuer
REQUEST_BLOCKED_BY_BANK|10310|İstek bankadan hata aldı|The bank refused the request
REQUEST_TIMEOUT|10219|Bankaya gönderilen istek zaman aşımına uğradı|The request to the bank timed out
REQUIRES_DAY_END|10223|Gün sonu yapılmalı|The day must be closed at the bank first
RESTRICTED_BY_LAW|10093|Kartınız e-ticaret işlemlerine kapalıdır. Bankanızı arayınız.|The card is closed to e-commerce, please call your bank
RESTRICTED_CARD|10225|Kısıtlı kart|Restricted card
SALES_AMOUNT_LESS_THAN_AWARD|10311|Satış tutarı ödül puanından düşük olamaz|The sale may not be smaller than the reward
STOLEN_CARD|10043|Çalıntı kart, karta el koyunuz|Stolen card, pick up
THREEDS_INIT_ERROR|10312|3D Secure ödeme başlatılamadı|3D Secure could not be started
UNKNOWN|10000|Ödeme işlemi esnasında genel bir hata oluştu|A general error happened during the payment
INPUT_DATA|10313|Geçersiz veri|Invalid data
REQUIRES_3DS|10314|Bu işlem yalnızca 3DSecure olarak gerçekleştirilebilir.|This transaction can be made with 3D Secure only
TOO_MANY_REQUESTS|10315|Alınan çok fazla istek nedeniyle istek bloklandı|The request was blocked because of too many requests
ARCHIVED_PAYMENT|10316|Ödeme arşivlenmiş, iade edilemez. Bankanız ile iletişime geçiniz.|The payment is archived and cannot be refunded
EXPIRED_PROVISION|10317|Provizyon süresi dolmuş.|The provision has expired
INVALID_REFUND_TRANSACTION|10318|Geçersiz iade işlemi.|Invalid refund transaction
NON_REFUNDABLE_PAYMENT|10319|Ödeme iade edilemez durumda.|The payment cannot be refunded
PAYMENT_NOT_FOUND_FOR_REFUND|10320|İade edilecek ödeme bulunamadı.|The payment to refund was not found
REFUND_DECLINE|10321|Gerçekleştirdiğiniz işlem için şu an iade işlemi yapamıyorsunuz|The refund was declined
`
