/** Money that a merchant paid out to a card: no payment, nothing of it can be refunded. Amounts are minor units. */
export interface CardDeposit {
  readonly id: number
  readonly merchant: string
  readonly createdAt: number
  readonly price: number
  readonly currency: string
  readonly description?: string
  readonly orderId: string
  readonly referenceId: string
}
