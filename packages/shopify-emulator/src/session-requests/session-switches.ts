/** What goes wrong on purpose with the next session requests. */
export interface SessionSwitches {
  /** Every try is made this often, in parallel; 1 is honest. */
  copies: number
  /** So many answers are thrown away as if they had come too late. */
  ignoredAnswers: number
}

export const honestSessionSwitches = (): SessionSwitches => ({ copies: 1, ignoredAnswers: 0 })
