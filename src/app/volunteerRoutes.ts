import type { RouteObject } from 'react-router'

/** A volunteer's evening: the drop-in, what nothing fitted, and passing somebody on. */
export const volunteerRoutes: RouteObject[] = [
  {
    path: '/gaps',
    lazy: async () => ({ Component: (await import('#features/gaps/GapsScreen.tsx')).GapsScreen }),
  },
  {
    path: '/gaps/new',
    lazy: async () => ({ Component: (await import('#features/gaps/NewGapScreen.tsx')).NewGapScreen }),
  },
  {
    path: '/drop-in',
    lazy: async () => ({ Component: (await import('#features/dropIn/DropInScreen.tsx')).DropInScreen }),
  },
  {
    path: '/drop-in/new',
    lazy: async () => ({ Component: (await import('#features/dropIn/OpenScreen.tsx')).OpenScreen }),
  },
  {
    path: '/drop-in/:sessionId',
    lazy: async () => ({ Component: (await import('#features/dropIn/SessionScreen.tsx')).SessionScreen }),
  },
  {
    path: '/drop-in/:sessionId/edit',
    lazy: async () => ({ Component: (await import('#features/dropIn/OpenScreen.tsx')).EditSessionScreen }),
  },
  {
    path: '/drop-in/:sessionId/:contactId',
    lazy: async () => ({ Component: (await import('#features/dropIn/ContactScreen.tsx')).ContactScreen }),
  },
  {
    path: '/referring',
    lazy: async () => ({
      Component: (await import('#features/referring/ReferringScreen.tsx')).ReferringScreen,
    }),
  },
  {
    path: '/referring/new',
    lazy: async () => ({ Component: (await import('#features/referring/ReferScreen.tsx')).ReferScreen }),
  },
]
