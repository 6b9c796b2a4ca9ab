import type { RouteObject } from 'react-router'
import { Loading } from '#ui/Loading.tsx'
import { fileScreens } from './fileRoutes.tsx'
import { Gate } from './Gate.tsx'
import { HeadOfFile } from './HeadOfFile.tsx'
import { NotFound } from './NotFound.tsx'
import { RouteFault } from './RouteFault.tsx'
import { Shell } from './Shell.tsx'
import { volunteerRoutes } from './volunteerRoutes.ts'

/** Inside the shell. Each area of work is a part of its own, loaded when it is first needed. */
const screens: RouteObject[] = [
  ...fileScreens,
  {
    path: '/today',
    lazy: async () => ({ Component: (await import('#features/today/TodayScreen.tsx')).TodayScreen }),
  },
  {
    path: '/caseload',
    lazy: async () => ({ Component: (await import('#features/caseload/CaseloadScreen.tsx')).CaseloadScreen }),
    // Beside the list on a tablet. Here the two features meet, which do not know each other.
    children: [
      {
        path: ':clientId',
        lazy: async () => ({
          Component: (await import('#features/client/ClientFileScreen.tsx')).ClientFilePane,
        }),
      },
    ],
  },
  {
    path: '/reviews',
    lazy: async () => ({ Component: (await import('#features/reviews/ReviewsScreen.tsx')).ReviewsScreen }),
  },
  {
    path: '/allocate',
    lazy: async () => ({
      Component: (await import('#features/allocation/AllocateScreen.tsx')).AllocateScreen,
    }),
  },
  {
    path: '/calls',
    lazy: async () => ({ Component: (await import('#features/calls/CallListsScreen.tsx')).CallListsScreen }),
  },
  {
    path: '/calls/with/:clientId',
    lazy: async () => ({ Component: (await import('#features/calls/CallScreen.tsx')).CallScreen }),
  },
  {
    path: '/calls/:listId',
    lazy: async () => ({ Component: (await import('#features/calls/CallListScreen.tsx')).CallListScreen }),
  },
  {
    path: '/concerns',
    lazy: async () => ({ Component: (await import('#features/concerns/ConcernsScreen.tsx')).ConcernsScreen }),
  },
  {
    path: '/concerns/new',
    lazy: async () => ({
      Component: (await import('#features/concerns/NewConcernScreen.tsx')).NewConcernScreen,
    }),
  },
  {
    path: '/concerns/:concernId',
    lazy: async () => ({ Component: (await import('#features/concerns/ConcernScreen.tsx')).ConcernScreen }),
  },
  {
    path: '/referrals/:referralId?',
    lazy: async () => ({
      Component: (await import('#features/referrals/ReferralsScreen.tsx')).ReferralsScreen,
    }),
  },
  {
    path: '/leaflet',
    lazy: async () => ({
      Component: (await import('#features/leaflet/AnybodysLeaflet.tsx')).AnybodysLeafletScreen,
    }),
  },
  {
    path: '/requests',
    lazy: async () => ({
      Component: (await import('#features/provider/ReferralsScreen.tsx')).ReferralsScreen,
    }),
  },
  {
    path: '/requests/:referralId',
    lazy: async () => ({ Component: (await import('#features/provider/ReferralScreen.tsx')).ReferralScreen }),
  },
  {
    path: '/directory/upkeep',
    lazy: async () => ({ Component: (await import('#features/upkeep/list/UpkeepScreen.tsx')).UpkeepScreen }),
  },
  {
    path: '/directory/upkeep/:serviceId',
    lazy: async () => ({
      Component: (await import('#features/upkeep/entry/UpkeepEntryScreen.tsx')).UpkeepEntryScreen,
    }),
  },
  {
    path: '/directory/:serviceId/edit',
    lazy: async () => ({
      Component: (await import('#features/upkeep/edit/EditEntryScreen.tsx')).EditEntryScreen,
    }),
  },
  {
    path: '/directory/new',
    lazy: async () => ({
      Component: (await import('#features/upkeep/edit/NewEntryScreen.tsx')).NewEntryScreen,
    }),
  },
  {
    path: '/directory/organisations/:organisationId',
    lazy: async () => ({
      Component: (await import('#features/upkeep/edit/OrganisationScreen.tsx')).OrganisationScreen,
    }),
  },
  {
    path: '/entries',
    lazy: async () => ({
      Component: (await import('#features/upkeep/provider/EntriesScreen.tsx')).EntriesScreen,
    }),
  },
  {
    path: '/entries/:serviceId',
    lazy: async () => ({
      Component: (await import('#features/upkeep/provider/EntryScreen.tsx')).EntryScreen,
    }),
  },
  {
    path: '/entries/:serviceId/propose',
    lazy: async () => ({
      Component: (await import('#features/upkeep/provider/ProposeScreen.tsx')).ProposeScreen,
    }),
  },
  ...volunteerRoutes,
  {
    path: '/directory/:serviceId?',
    lazy: async () => ({
      Component: (await import('#features/directory/DirectoryScreen.tsx')).DirectoryScreen,
    }),
  },
  {
    path: '/sync',
    lazy: async () => ({
      Component: (await import('#features/syncCentre/SyncCentreScreen.tsx')).SyncCentreScreen,
    }),
  },
  {
    path: '/sync/refused/:changeId',
    lazy: async () => ({
      Component: (await import('#features/syncCentre/refused/RefusedScreen.tsx')).RefusedScreen,
    }),
  },
  {
    path: '/questions/settled',
    lazy: async () => ({
      Component: (await import('#features/syncCentre/questions/SettledScreen.tsx')).SettledScreen,
    }),
  },
  {
    path: '/questions/:recordId',
    lazy: async () => ({
      Component: (await import('#features/syncCentre/questions/QuestionScreen.tsx')).QuestionScreen,
    }),
  },
  {
    path: '/reports',
    lazy: async () => ({ Component: (await import('#features/reports/ReportsScreen.tsx')).ReportsScreen }),
  },
  {
    path: '/service',
    lazy: async () => ({ Component: (await import('#features/service/ServiceScreen.tsx')).ServiceScreen }),
  },
  {
    path: '/service/settings',
    lazy: async () => ({
      Component: (await import('#features/service/settings/ServiceSettingsScreen.tsx')).ServiceSettingsScreen,
    }),
  },
  {
    path: '/service/measures',
    lazy: async () => ({
      Component: (await import('#features/service/measures/MeasuresScreen.tsx')).MeasuresScreen,
    }),
  },
  {
    path: '/service/measures/new',
    lazy: async () => ({
      Component: (await import('#features/service/measures/LoadPackScreen.tsx')).LoadPackScreen,
    }),
  },
  {
    path: '/service/rules',
    lazy: async () => ({ Component: (await import('#features/service/rules/RulesScreen.tsx')).RulesScreen }),
  },
  {
    path: '/service/rules/new',
    lazy: async () => ({
      Component: (await import('#features/service/rules/NewRulesScreen.tsx')).NewRulesScreen,
    }),
  },
  {
    path: '/service/forms',
    lazy: async () => ({ Component: (await import('#features/forms/FormsScreen.tsx')).FormsScreen }),
  },
  {
    path: '/service/forms/edition',
    lazy: async () => ({ Component: (await import('#features/forms/FormScreen.tsx')).FormScreen }),
  },
  {
    path: '/retention',
    lazy: async () => ({ Component: (await import('#features/rights/RetentionScreen.tsx')).RetentionScreen }),
  },
  {
    path: '/audit',
    lazy: async () => ({ Component: (await import('#features/audit/AuditScreen.tsx')).AuditScreen }),
  },
  {
    path: '/people',
    lazy: async () => ({ Component: (await import('#features/people/PeopleScreen.tsx')).PeopleScreen }),
  },
  {
    path: '/people/:staffId',
    lazy: async () => ({ Component: (await import('#features/people/MemberScreen.tsx')).MemberScreen }),
  },
  {
    path: '/review',
    lazy: async () => ({
      Component: (await import('#features/syncCentre/review/ReviewScreen.tsx')).ReviewScreen,
    }),
  },
  {
    path: '/review/:hash',
    lazy: async () => ({
      Component: (await import('#features/syncCentre/review/ReviewItemScreen.tsx')).ReviewItemScreen,
    }),
  },
  {
    path: '/settings',
    lazy: async () => ({ Component: (await import('#features/settings/SettingsScreen.tsx')).SettingsScreen }),
  },
  { path: '*', Component: NotFound },
]

/** A visit, or a measure taken by itself, fills the screen: no navigation, no banner, and in the client's turn no way out but the PIN. */
const visitScreens: RouteObject[] = [
  {
    path: '/visits/:visitId',
    lazy: async () => ({ Component: (await import('#features/visit/VisitScreen.tsx')).VisitScreen }),
  },
  {
    path: '/visits/:visitId/turn',
    lazy: async () => ({ Component: (await import('#features/visit/TurnScreen.tsx')).TurnScreen }),
  },
  {
    path: '/clients/:clientId/measures/:code',
    lazy: async () => ({ Component: (await import('#features/measure/MeasureScreen.tsx')).MeasureScreen }),
  },
  {
    path: '/visits/:visitId/leaflet',
    lazy: async () => ({
      Component: (await import('#features/leaflet/VisitsLeaflet.tsx')).VisitsLeafletScreen,
    }),
  },
]

export const routes: RouteObject[] = [
  {
    errorElement: <RouteFault />,
    HydrateFallback: () => <Loading label="Opening Doorstep…" />,
    children: [
      {
        path: '/join/:token',
        lazy: async () => ({ Component: (await import('#features/join/JoinScreen.tsx')).JoinScreen }),
      },
      {
        Component: Gate,
        children: [
          ...visitScreens,
          {
            Component: Shell,
            children: [
              { path: '/', element: null },
              { errorElement: <RouteFault />, Component: HeadOfFile, children: screens },
            ],
          },
        ],
      },
    ],
  },
]
