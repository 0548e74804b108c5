/** A card that a caller typed on his telephone; its number is not kept. */
export interface IvrCall {
  readonly merchant: string
  readonly callToken: string
  readonly bin: string
  readonly lastFour: string
}
