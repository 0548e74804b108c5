/** The banks of an instant transfer; their codes are ours, the portal prints one, "0". */
export const TRANSFER_BANKS = [
  { bankCode: '0', bankName: 'Akbank' },
  { bankCode: '1', bankName: 'Garanti BBVA' },
  { bankCode: '2', bankName: 'İş Bankası' },
  { bankCode: '3', bankName: 'Yapı Kredi' },
  { bankCode: '4', bankName: 'Ziraat Bankası' },
] as const

export const isTransferBank = (code: string | undefined): boolean =>
  TRANSFER_BANKS.some(({ bankCode }) => bankCode === code)
