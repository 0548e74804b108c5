import type { html } from 'hono/html'

export type Html = ReturnType<typeof html>

/** Said by colour as well as by words, never by colour alone. */
export type Tone = 'good' | 'calm' | 'warn' | 'bad'
