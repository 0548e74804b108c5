const MAXIMUM = 1_092_000
const RESTORE_RATE = 54_600

/** extensions.cost as one mutation has it. The bucket refills faster than any test can empty it. */
export const costOf = (actualQueryCost: number) => ({
  cost: {
    requestedQueryCost: 13,
    actualQueryCost,
    throttleStatus: {
      maximumAvailable: MAXIMUM,
      currentlyAvailable: MAXIMUM - actualQueryCost,
      restoreRate: RESTORE_RATE,
    },
  },
})
