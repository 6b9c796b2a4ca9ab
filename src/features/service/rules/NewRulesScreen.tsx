import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { createRecord } from '#domain/change/write.ts'
import { nextVersion, type RuleSet, ruleSetsInForce } from '#domain/eligibility/inForce.ts'
import { newId } from '#store/ids.ts'
import { useWorkspace } from '#store/react.ts'
import { useRuleSets } from '#store/ruleSets.ts'
import { DayField } from '#ui/DayField.tsx'
import { ErrorSummary, type FieldProblem } from '#ui/ErrorSummary.tsx'
import { FormFoot } from '#ui/FormFoot.tsx'
import { Loading } from '#ui/Loading.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { Page } from '#ui/Page.tsx'
import { Section } from '#ui/Section.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { useLocalNow } from '#ui/useNow.ts'
import classes from '../Service.module.css'
import { CriteriaFields } from './CriteriaFields.tsx'
import { PreviewSection } from './PreviewSection.tsx'
import {
  type RulesForm,
  rulesFormOf,
  rulesFormProblems,
  rulesFormSchema,
  rulesIn,
  ruleSetOf,
} from './rulesForm.ts'

/** Puts a new version together, beside what it would mean to those who wait. */
export function NewRulesScreen() {
  const [params] = useSearchParams()
  const { today } = useLocalNow()
  const all = useRuleSets()
  const of = params.get('of') ?? ''
  return (
    <Page
      title={of === '' ? 'New rules' : `New version of ${of}`}
      width="wide"
      back={{ to: '/service/rules', label: 'Who the service is for' }}
    >
      {all ? <NewRules key={of} all={all} of={of} today={today} /> : <Loading />}
    </Page>
  )
}

function NewRules({ all, of, today }: { all: RuleSet[]; of: string; today: string }) {
  const { person } = useWorkspace()
  const navigate = useNavigate()
  const inForce = ruleSetsInForce(all, today)
  const [begin] = useState(() =>
    rulesFormOf(
      inForce.find(({ body }) => body.name === of),
      today,
      newId,
    ),
  )
  const [problems, setProblems] = useState<FieldProblem[]>([])
  const draft = useFormDraft<RulesForm>({
    id: `rules:${of}`,
    about: `rules:${of}`,
    schema: rulesFormSchema,
    begin,
  })
  if (!draft.state) return <Loading />
  const form = draft.state
  const name = form.name.trim()
  const before = inForce.find(({ body }) => body.name === name) ?? inForce[0]
  const change = (part: Partial<RulesForm>) => draft.change({ ...form, ...part })
  const leave = () => void navigate('/service/rules')
  const publish = async () => {
    const found = rulesFormProblems(form, today)
    setProblems(found)
    if (found.length > 0) return
    const body = ruleSetOf(form, all, person.id)
    if ((await draft.finish([createRecord('ruleSet', newId(), null, body)])) === null) return
    tell(`${body.name}, version ${body.version} is published. It reaches your colleagues once it is sent.`)
    leave()
  }
  return (
    <>
      <ErrorSummary problems={problems} />
      <div className={classes['columns']}>
        <div>
          <Section title="The rules">
            <div className={classes['form']}>
              <TextInput
                id="rules-name"
                label="Name"
                description={name === '' ? undefined : `This will be version ${nextVersion(all, name)}`}
                autoComplete="off"
                value={form.name}
                onChange={(event) => change({ name: event.currentTarget.value })}
              />
              <CriteriaFields form={form} onChange={change} />
            </div>
          </Section>
          <Section title="From when">
            <div className={classes['form']}>
              <DayField
                id="rules-from"
                label="They hold from"
                value={form.from}
                onChange={(from) => change({ from })}
              />
              <TextInput
                label="What is new, or why (may be left empty)"
                autoComplete="off"
                value={form.note}
                onChange={(event) => change({ note: event.currentTarget.value })}
              />
            </div>
          </Section>
        </div>
        <PreviewSection before={before} after={rulesIn(form)} today={today} />
      </div>
      <FormFoot
        draft={draft}
        label="Publish"
        onSave={() => void publish()}
        onLeave={() => void draft.discard().then(leave)}
      />
    </>
  )
}
