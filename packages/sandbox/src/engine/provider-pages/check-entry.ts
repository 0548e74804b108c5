import type { MethodEntry, PayStep } from '../../hosted-page-service'
import type { Method } from '../methods/method'
import { isTransferBank } from './transfer-banks'

/** The code of Pluxee's app in the sandbox (alternative-payment-methods/sodexo). */
const APP_CODE = '843195'

export const isRightAppCode = (code: string | undefined): boolean => code?.trim() === APP_CODE

/** What is wrong with what the shopper typed on a tab. */
export function checkEntry(method: Method, entry: MethodEntry): PayStep | undefined {
  const { asks, page } = method
  const phone = asks === 'phone' || asks === 'phone-and-code'
  if (phone && !isPhone(entry.phone, method)) return invalid('phone', 'Telefon numarası geçersiz.')
  if (asks === 'card-number' && !/^\d{16}$/.test(digitsOf(entry.cardNumber)))
    return invalid('cardNumber', 'Kart numarası 16 haneli olmalıdır.')
  if (asks === 'phone-and-code' && !/^\d{6}$/.test(digitsOf(entry.code)))
    return invalid('code', 'Kod 6 haneli olmalıdır.')
  if (page === 'transfer' && !isTransferBank(entry.bankCode)) return invalid('bankCode', 'Banka seçilmedi.')
  return undefined
}

const digitsOf = (text = ''): string => text.replace(/\D/g, '')

/** "10 digits, 5*********" at home (paycelldcb, sodexo), 5 to 15 digits with the country abroad (bizum). */
function isPhone(text: string | undefined, { currencies }: Method): boolean {
  const digits = digitsOf(text)
  return currencies.includes('TRY') ? /^(90|0)?5\d{9}$/.test(digits) : /^\d{5,15}$/.test(digits)
}

const invalid = (field: string, description: string): PayStep => ({ kind: 'invalid', field, description })
