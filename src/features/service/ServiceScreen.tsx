import { IconClipboardList, IconClipboardText, IconListCheck, IconPhone } from '@tabler/icons-react'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Page } from '#ui/Page.tsx'

/** How the service works: what its managers decide for everybody. */
export function ServiceScreen() {
  return (
    <Page title="Service" lead="What you set here holds for everybody who works here.">
      <List>
        <ListRow
          to="/service/rules"
          icon={<IconListCheck size={26} stroke={1.75} />}
          title="Who the service is for"
          detail="The rules of eligibility, and what a new version would mean to those who wait."
        />
        <ListRow
          to="/service/forms"
          icon={<IconClipboardText size={26} stroke={1.75} />}
          title="Forms"
          detail="What is asked on visits and beside them: import, look, publish, retire."
        />
        <ListRow
          to="/service/measures"
          icon={<IconClipboardList size={26} stroke={1.75} />}
          title="Measures"
          detail="What can be taken, and the licensed wording that you load for it."
        />
        <ListRow
          to="/service/settings"
          icon={<IconPhone size={26} stroke={1.75} />}
          title="Numbers and times"
          detail="Whom to ring in an emergency, and after how long things are due."
        />
      </List>
    </Page>
  )
}
