/**
 * Whom Masterpass knows under a telephone number. Every number has an account here, as the hosted page shows its tab for
 * every number; two endings play the others. The first four digits of `accountStatus` are Masterpass's own: record,
 * account, linked, locked.
 */
export function masterpassUser(gsmNumber: string) {
  const hasMasterpassAccount = !gsmNumber.endsWith('0404')
  const isMasterpassAccountLocked = gsmNumber.endsWith('0423')
  const usable = hasMasterpassAccount && !isMasterpassAccountLocked
  return {
    isEligibleToUseMasterpass: usable,
    isAnyCardSavedInCustomerProgram: usable,
    hasMasterpassAccount,
    hashAnyCardSavedInMasterpassAccount: usable,
    isMasterpassAccountLinkedWithMerchant: usable,
    isMasterpassAccountLocked,
    isPhoneNumberUpdatedInAnotherMerchant: false,
    accountStatus: accountStatus(hasMasterpassAccount, isMasterpassAccountLocked),
  }
}

function accountStatus(known: boolean, locked: boolean): string {
  if (!known) return '0000000000000000'
  return locked ? '0111100000000000' : '0111000000000000'
}
