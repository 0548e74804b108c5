const MARK = 'zerdali:returned'

/**
 * The pages before this one are the payment page and the bank's, where nothing is left to do: "back" leads to the cart. Once for
 * each visit, so that going forward again changes nothing.
 */
export function backLeadsToCart(): void {
  if (history.state?.[MARK]) return
  const here = location.pathname + location.search
  history.replaceState(null, '', '/sepet')
  history.pushState({ [MARK]: true }, '', here)
}
