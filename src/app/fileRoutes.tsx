import type { RouteObject } from 'react-router'

/** One person's file, and what is done in it and about it. */
export const fileScreens: RouteObject[] = [
  {
    path: '/clients/new',
    lazy: async () => ({ Component: (await import('#features/client/NewClientScreen.tsx')).NewClientScreen }),
  },
  {
    path: '/clients/:clientId',
    lazy: async () => ({
      Component: (await import('#features/client/ClientFileScreen.tsx')).ClientFileScreen,
    }),
  },
  {
    path: '/clients/:clientId/edit',
    lazy: async () => ({
      Component: (await import('#features/client/EditClientScreen.tsx')).EditClientScreen,
    }),
  },
  {
    path: '/clients/:clientId/care-use',
    lazy: async () => ({
      Component: (await import('#features/client/careUse/CareUseScreen.tsx')).CareUseScreen,
    }),
  },
  {
    path: '/clients/:clientId/merged',
    lazy: async () => ({
      Component: (await import('#features/client/duplicates/MergedScreen.tsx')).MergedScreen,
    }),
  },
  {
    path: '/duplicates',
    lazy: async () => ({
      Component: (await import('#features/client/duplicates/DuplicatesScreen.tsx')).DuplicatesScreen,
    }),
  },
  {
    path: '/duplicates/:one/:other',
    lazy: async () => ({
      Component: (await import('#features/client/duplicates/PairScreen.tsx')).PairScreen,
    }),
  },
  {
    path: '/clients/:clientId/close',
    lazy: async () => ({
      Component: (await import('#features/client/episode/CloseScreen.tsx')).CloseScreen,
    }),
  },
  {
    path: '/clients/:clientId/reopen',
    lazy: async () => ({
      Component: (await import('#features/client/episode/ReopenScreen.tsx')).ReopenScreen,
    }),
  },
  {
    path: '/clients/:clientId/people/:personId/file',
    lazy: async () => ({
      Component: (await import('#features/client/people/BeginFileScreen.tsx')).BeginFileScreen,
    }),
  },
  {
    path: '/clients/:clientId/visits/:visitId',
    lazy: async () => ({
      Component: (await import('#features/client/PlanVisitScreen.tsx')).PlanVisitScreen,
    }),
  },
  {
    path: '/clients/:clientId/visits/:visitId/booking',
    lazy: async () => ({ Component: (await import('#features/client/BookingScreen.tsx')).BookingScreen }),
  },
  {
    path: '/clients/:clientId/decline',
    lazy: async () => ({ Component: (await import('#features/client/DeclineScreen.tsx')).DeclineScreen }),
  },
  {
    path: '/clients/:clientId/concern',
    lazy: async () => ({
      Component: (await import('#features/concerns/NewConcernScreen.tsx')).NewConcernScreen,
    }),
  },
  {
    path: '/clients/:clientId/onward/new',
    lazy: async () => ({ Component: (await import('#features/client/onward/ReferScreen.tsx')).ReferScreen }),
  },
  {
    path: '/clients/:clientId/onward/:referralId',
    lazy: async () => ({ Component: (await import('#features/client/onward/ShareScreen.tsx')).ShareScreen }),
  },
  {
    path: '/clients/:clientId/leaflet',
    lazy: async () => ({
      Component: (await import('#features/leaflet/ClientsLeaflet.tsx')).ClientsLeafletScreen,
    }),
  },
  {
    path: '/clients/:clientId/forms/new',
    lazy: async () => ({ Component: (await import('#features/forms/FillScreen.tsx')).FillScreen }),
  },
  {
    path: '/clients/:clientId/responses/:responseId',
    lazy: async () => ({ Component: (await import('#features/forms/ResponseScreen.tsx')).ResponseScreen }),
  },
  {
    path: '/clients/:clientId/rights',
    lazy: async () => ({ Component: (await import('#features/rights/RightsScreen.tsx')).RightsScreen }),
  },
  {
    path: '/clients/:clientId/export',
    lazy: async () => ({ Component: (await import('#features/rights/ExportScreen.tsx')).ExportScreen }),
  },
  {
    path: '/clients/:clientId/destroy',
    lazy: async () => ({ Component: (await import('#features/rights/DestroyScreen.tsx')).DestroyScreen }),
  },
]
