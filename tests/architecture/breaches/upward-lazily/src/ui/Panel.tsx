import { lazy } from 'react'

const Page = lazy(() => import('#app/Page.tsx'))

export const Panel = () => <section>{<Page />}</section>
