const KEY = 'zerdali.medusa.login'

/** Medusa's token of who is logged in, in this browser. */
export const savedLogin = {
  token: (): string | undefined => localStorage.getItem(KEY) ?? undefined,
  keep: (token: string): void => localStorage.setItem(KEY, token),
  forget: (): void => localStorage.removeItem(KEY),
}
