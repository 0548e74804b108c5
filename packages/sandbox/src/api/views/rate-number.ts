import { toText } from '../../money/minor'

/** A rate as JSON carries it, in percent: 42500 is 4.25. */
export const rateNumber = (rate: number): number => Number(toText(rate, 4))
