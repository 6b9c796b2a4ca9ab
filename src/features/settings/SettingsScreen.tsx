import { useSyncStatus } from '#sync/react.ts'
import { Page } from '#ui/Page.tsx'
import { AboutSection } from './AboutSection.tsx'
import { AppearanceSection } from './AppearanceSection.tsx'
import { ChangePinSection } from './ChangePinSection.tsx'
import { InstallSection } from './InstallSection.tsx'
import { KeepingSection } from './KeepingSection.tsx'
import { LeaveSection } from './LeaveSection.tsx'
import { RenewSection } from './RenewSection.tsx'

/** What somebody can change about Doorstep on this device. */
export function SettingsScreen() {
  const status = useSyncStatus()
  return (
    <Page title="Settings">
      {status?.phase === 'signIn' && <RenewSection />}
      <AppearanceSection />
      <ChangePinSection />
      <InstallSection />
      <KeepingSection />
      <AboutSection />
      <LeaveSection />
    </Page>
  )
}
