import type { Routes } from '../http/routes'
import { attentionPage } from './attention-page'

export function attentionRoutes({ page }: Routes): void {
  page('/attention', attentionPage)
}
