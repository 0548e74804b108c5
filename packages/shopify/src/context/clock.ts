/** The time of the app; tests move it. */
export type Clock = () => Date
