/** A merchant that the API created; the seed does not know it. */
export interface MerchantAccount {
  readonly name: string
  readonly apiKey: string
  readonly secretKey: string
  readonly callbackKey: string
  readonly webhookKey: string
}
