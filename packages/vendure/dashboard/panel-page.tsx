import { Page, PageBlock, PageLayout, PageTitle } from '@vendure/dashboard'
import { AttentionList } from './attention'
import { OpenPanel } from './open-panel'
import { useWords } from './words'

/** The menu's entry: leads into the merchant's panel. */
export function PanelPage() {
  const { words } = useWords()
  return (
    <Page pageId="craftgate">
      <PageTitle>Craftgate</PageTitle>
      <PageLayout>
        <PageBlock column="main" blockId="craftgate-panel">
          <AttentionList />
          <p className="pb-4 text-sm">{words.panelText}</p>
          <OpenPanel path="/">{words.openAll}</OpenPanel>
        </PageBlock>
      </PageLayout>
    </Page>
  )
}
