import { IconClipboardText } from '@tabler/icons-react'
import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { isOfVisits } from '#domain/assessment/shippedForms.ts'
import { calledName } from '#domain/client/name.ts'
import { answer } from '#domain/form/answers.ts'
import { type Edition, editionNamed, editionsInUse } from '#domain/form/editions.ts'
import { findItem, openForm } from '#domain/form/openForm.ts'
import { canonicalOf } from '#domain/form/questionnaire.ts'
import { inLanguage } from '#domain/form/translation.ts'
import type { ResponseBody } from '#domain/response/response.ts'
import { fieldId, wordsFor } from '#questions/problemWords.ts'
import { Questions } from '#questions/Questions.tsx'
import { type Say, SayContext } from '#questions/saying.ts'
import { useEditions } from '#store/editions.ts'
import { newId } from '#store/ids.ts'
import { useDraftsOfFile, useRecord, useWorkspace } from '#store/react.ts'
import { ErrorSummary } from '#ui/ErrorSummary.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FormFoot } from '#ui/FormFoot.tsx'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Loading } from '#ui/Loading.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { Page } from '#ui/Page.tsx'
import { Section } from '#ui/Section.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { beginFill, fillEdit, fillId, fillSchema, pathOfFill, pathToFill } from './fillDraft.ts'
import { LanguageField } from './LanguageField.tsx'

/** A form of the service, filled in with or for a client; first, which one. */
export function FillScreen() {
  const { clientId = '' } = useParams()
  const [params] = useSearchParams()
  const client = useRecord('client', clientId)
  const editions = useEditions()
  const [canonical, amends] = [params.get('form'), params.get('amends')]
  const edition = editions && canonical !== null ? editionNamed(editions, canonical) : undefined
  const name = client ? calledName(client.body) : 'The file'
  return (
    <Page
      title={edition?.body.title ?? 'Fill in a form'}
      tabName="Form"
      lead={edition && `With ${name}. Every answer is kept on this device as it is given.`}
      back={{ to: `/clients/${clientId}?part=notes`, label: name }}
    >
      {(!editions || client === undefined) && <Loading />}
      {editions && canonical === null && <Choose client={clientId} editions={editions} />}
      {editions && canonical !== null && !edition && (
        <EmptyState title="This form is not on this device">
          What was begun with it is kept. It opens again once the form is here.
        </EmptyState>
      )}
      {edition && (
        <Filling key={`${canonical} ${amends}`} client={clientId} edition={edition} amends={amends} />
      )}
    </Page>
  )
}

function Choose({ client, editions }: { client: string; editions: readonly Edition[] }) {
  // A visit does more with its own forms than keep their answers.
  const offered = editionsInUse(editions).filter(({ form }) => !isOfVisits(form))
  const begun = (useDraftsOfFile(client) ?? []).flatMap(({ id }) => pathOfFill(id, client) ?? [])
  return (
    <>
      {begun.length > 0 && (
        <Section title="Begun and not finished" look="plain">
          <List label="Begun and not finished">
            {begun.map((path) => (
              <ListRow
                key={path}
                to={path}
                icon={<IconClipboardText size={26} />}
                title={titleAt(path, editions)}
              />
            ))}
          </List>
        </Section>
      )}
      {offered.length === 0 && (
        <EmptyState title="There are no forms to fill in yet" icon={<IconClipboardText size={36} />}>
          What is asked on a visit is asked there. A manager can import other forms under Service.
        </EmptyState>
      )}
      <List label="Forms">
        {offered.map(({ form, body }) => (
          <ListRow
            key={body.url}
            to={pathToFill(client, canonicalOf(form) ?? '')}
            icon={<IconClipboardText size={26} stroke={1.75} />}
            title={body.title}
            detail={`Version ${body.formVersion}`}
          />
        ))}
      </List>
    </>
  )
}

function titleAt(path: string, editions: readonly Edition[]): string {
  const canonical = new URLSearchParams(path.split('?')[1]).get('form') ?? ''
  return editionNamed(editions, canonical)?.body.title ?? canonical
}

interface FillingProps {
  client: string
  edition: Edition
  amends: string | null
}

function Filling(props: FillingProps) {
  const before = useRecord('response', props.amends ?? '')
  if (props.amends === null) return <Fields {...props} before={null} />
  return before === undefined ? <Loading /> : <Fields {...props} before={before?.body ?? null} />
}

function Fields({
  client,
  edition: { form },
  amends,
  before,
}: FillingProps & { before: ResponseBody | null }) {
  const { person } = useWorkspace()
  const navigate = useNavigate()
  const [begin] = useState(() => beginFill(form, newId(), before) ?? undefined)
  const draft = useFormDraft({
    id: fillId(client, canonicalOf(form) ?? '', amends),
    about: client,
    schema: fillSchema,
    begin,
  })
  const [checked, setChecked] = useState(0)
  if (!begin)
    return <EmptyState title="These answers do not open with this form">They stay as they are.</EmptyState>
  if (!draft.state) return <Loading />
  const fill = draft.state
  const view = openForm(fill.language === '' ? form : inLanguage(form, fill.language), fill.answers)
  const say: Say = (linkId, values) => {
    const next = answer(fill.answers, linkId, values)
    const answers = Object.fromEntries(Object.entries(next).map(([key, all]) => [key, [...all]]))
    draft.change({ ...fill, answers })
  }
  const leaveTo = `/clients/${client}?part=notes`
  const finish = async () => {
    setChecked(checked + 1)
    const edit = fillEdit(form, fill, { client, by: person.id, now: new Date(), amends })
    if (!edit || (await draft.finish([edit])) !== 'saved') return
    tell('The form is kept.')
    void navigate(`/clients/${client}/responses/${fill.id}`, { replace: true })
  }
  const found = view.problems.map((problem) => {
    const item = findItem(view, problem.linkId)
    return {
      field: fieldId(problem.linkId),
      text: `${item?.text ?? problem.linkId}: ${wordsFor(problem, item?.type)}`,
    }
  })
  return (
    <>
      <ErrorSummary key={checked} problems={checked > 0 ? found : []} />
      <LanguageField
        form={form}
        value={fill.language}
        onChange={(language) => draft.change({ ...fill, language })}
      />
      <SayContext value={say}>
        <Questions items={view.items} checked={checked > 0} />
      </SayContext>
      <FormFoot
        draft={draft}
        label="Finish"
        onSave={() => void finish()}
        onLeave={() => void draft.discard().then(() => navigate(leaveTo))}
      />
    </>
  )
}
