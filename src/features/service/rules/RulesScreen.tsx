import { Button } from '@mantine/core'
import { IconListCheck, IconPencilPlus } from '@tabler/icons-react'
import { Link } from 'react-router'
import { type RuleSet, ruleSetsInForce } from '#domain/eligibility/inForce.ts'
import { useRuleSets } from '#store/ruleSets.ts'
import { formatFullDay } from '#ui/dates.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Page } from '#ui/Page.tsx'
import { Pill } from '#ui/Pill.tsx'
import { Section } from '#ui/Section.tsx'
import { useLocalNow } from '#ui/useNow.ts'
import classes from '../Service.module.css'
import { RuleWords } from './RuleWords.tsx'
import { Withdraw } from './Withdraw.tsx'

/** Who the service is for: the rules in force, and every version that ever was. */
export function RulesScreen() {
  const { today } = useLocalNow()
  const all = useRuleSets()
  return (
    <Page
      title="Who the service is for"
      lead="Rules inform whoever decides, and keep nobody out. A decision names the version it was made by, so a published version never changes: publish a new one instead."
      back={{ to: '/service', label: 'Service' }}
    >
      {all ? <RuleSets all={all} today={today} /> : <Loading />}
    </Page>
  )
}

function RuleSets({ all, today }: { all: RuleSet[]; today: string }) {
  const inForce = ruleSetsInForce(all, today)
  const others = all.filter((one) => !inForce.includes(one))
  return (
    <>
      {inForce.length === 0 && (
        <EmptyState
          title="No rules are in force"
          icon={<IconListCheck size={36} />}
          action={
            <Button component={Link} to="/service/rules/new">
              Write new rules
            </Button>
          }
        >
          Whoever opens a referral sees no criteria until you publish some.
        </EmptyState>
      )}
      {inForce.map((one, i) => (
        <InForce key={one.body.name} ruleSet={one} offeredFirst={i === 0} />
      ))}
      {others.length > 0 && <Others others={others} today={today} />}
    </>
  )
}

function InForce({ ruleSet, offeredFirst }: { ruleSet: RuleSet; offeredFirst: boolean }) {
  const { name, version, from, note, rules } = ruleSet.body
  return (
    <Section title={name} icon={<IconListCheck size={22} />}>
      <p className={classes['pills']}>
        <Pill tone="accent">Version {version}</Pill>
        <Pill>Since {formatFullDay(from)}</Pill>
        {offeredFirst && <Pill>Offered first</Pill>}
      </p>
      {note && <p className={classes['quiet']}>{note}</p>}
      <RuleWords rules={rules} />
      <div className={classes['actions']}>
        <Button
          component={Link}
          to={`/service/rules/new?of=${encodeURIComponent(name)}`}
          leftSection={<IconPencilPlus size={20} aria-hidden />}
          aria-label={`New version of ${name}`}
        >
          New version
        </Button>
        <Withdraw ruleSet={ruleSet} />
      </div>
    </Section>
  )
}

function Others({ others, today }: { others: RuleSet[]; today: string }) {
  return (
    <Section title="Not in force" look="plain">
      <List label="Not in force">
        {others.map(({ record, body }) => (
          <ListRow
            key={record ?? `${body.name} ${body.version}`}
            title={`${body.name}, version ${body.version}`}
            detail={[standingWords(body, today), body.note].filter(Boolean).join('. ')}
          />
        ))}
      </List>
    </Section>
  )
}

function standingWords({ status, from }: RuleSet['body'], today: string): string {
  if (status === 'withdrawn') return 'Withdrawn'
  return from > today ? `Holds from ${formatFullDay(from)}` : 'A newer version holds'
}
