// What the plugin adds to Vendure's dashboard: Craftgate's part of an order's page, and the way into the merchant's panel.
import { defineDashboardExtension, type PageContext } from '@vendure/dashboard'
import { attentionAlert } from './attention'
import { OrderBlock } from './order-block'
import { isPaidByCraftgate, sellerOrderOf } from './order-payments'
import { PanelPage } from './panel-page'
import { SellerBlock } from './seller-block'

const ORDER_PAGES = ['order-detail', 'seller-order-detail'] as const

const onPage = (pageId: (typeof ORDER_PAGES)[number]) => ({
  title: 'Craftgate',
  location: { pageId, column: 'main', position: { blockId: 'payment-details', order: 'after' } } as const,
  requiresPermission: 'ReadCraftgate',
})

defineDashboardExtension({
  pageBlocks: ORDER_PAGES.flatMap((pageId) => [
    {
      ...{ id: 'craftgate-payment', ...onPage(pageId) },
      component: OrderBlock,
      shouldRender: ({ entity }: PageContext) => isPaidByCraftgate(entity),
    },
    {
      ...{ id: 'craftgate-seller-payment', ...onPage(pageId) },
      component: SellerBlock,
      shouldRender: ({ entity }: PageContext) => sellerOrderOf(entity) !== undefined,
    },
  ]),
  alerts: [attentionAlert],
  routes: [
    {
      path: '/craftgate',
      component: () => <PanelPage />,
      navMenuItem: {
        sectionId: 'sales',
        id: 'craftgate',
        title: 'Craftgate',
        requiresPermission: 'ReadCraftgate',
      },
    },
  ],
})
