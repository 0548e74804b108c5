// What the plugin adds to Vendure's dashboard: Craftgate's part of an order's page, and the way into the merchant's panel.
import { defineDashboardExtension } from '@vendure/dashboard'
import { attentionAlert } from './attention'
import { OrderBlock } from './order-block'
import { isPaidByCraftgate } from './order-payments'
import { PanelPage } from './panel-page'

const ORDER_PAGES = ['order-detail', 'seller-order-detail'] as const

defineDashboardExtension({
  pageBlocks: ORDER_PAGES.map((pageId) => ({
    id: 'craftgate-payment',
    title: 'Craftgate',
    location: { pageId, column: 'main', position: { blockId: 'payment-details', order: 'after' } },
    component: OrderBlock,
    shouldRender: ({ entity }) => isPaidByCraftgate(entity),
    requiresPermission: 'ReadCraftgate',
  })),
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
