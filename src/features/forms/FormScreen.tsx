import { IconAlertTriangle, IconEye } from '@tabler/icons-react'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { isShipped, lacksForVisits } from '#domain/assessment/shippedForms.ts'
import { answer, startAnswers } from '#domain/form/answers.ts'
import { type Edition, editionNamed } from '#domain/form/editions.ts'
import { openForm } from '#domain/form/openForm.ts'
import { inLanguage } from '#domain/form/translation.ts'
import { Questions } from '#questions/Questions.tsx'
import { type Say, SayContext } from '#questions/saying.ts'
import { useEditions } from '#store/editions.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Pill } from '#ui/Pill.tsx'
import { Section } from '#ui/Section.tsx'
import { standing } from './edition.ts'
import { lackingLine } from './faultWords.ts'
import classes from './Forms.module.css'
import { LanguageField } from './LanguageField.tsx'
import { Publishing } from './Publishing.tsx'

/** One edition as it is asked: to be looked at, tried, published and retired. */
export function FormScreen() {
  const [params] = useSearchParams()
  const editions = useEditions()
  const edition = editions && editionNamed(editions, params.get('form') ?? '')
  return (
    <Page
      title={edition?.body.title ?? 'Form'}
      tabName="Form"
      back={{ to: '/service/forms', label: 'Forms' }}
    >
      {!editions && <Loading />}
      {editions && !edition && (
        <EmptyState title="This form is not here">It may have been taken away by a colleague.</EmptyState>
      )}
      {editions && edition && <Looked key={edition.record} edition={edition} editions={editions} />}
    </Page>
  )
}

function Looked({ edition, editions }: { edition: Edition; editions: readonly Edition[] }) {
  const { body, form } = edition
  const lacking = lacksForVisits(form)
  return (
    <>
      <p className={classes['pills']}>
        <Pill tone={body.status === 'active' ? 'accent' : 'plain'}>
          {standing[body.status] ?? body.status}
        </Pill>
        <Pill>Version {body.formVersion}</Pill>
        {form.copyright && <Pill>{form.copyright}</Pill>}
      </p>
      {lacking.length > 0 && (
        <div className={classes['notice']}>
          <Notice tone="amber" icon={<IconAlertTriangle size={24} />} title="Visits cannot use it like this">
            It has the address of a form that visits use. These have to be mended before it is published:
            <ul className={classes['faults']}>
              {lacking.map((each) => (
                <li key={`${each.linkId} ${each.what}`}>{lackingLine(each)}</li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      <Publishing
        edition={edition}
        editions={editions}
        sound={lacking.length === 0}
        lasting={isShipped(form)}
      />
      {isShipped(form) && (
        <p className={classes['lead']}>Visits use it until you publish another version of it.</p>
      )}
      <Tried edition={edition} />
    </>
  )
}

/** The questions with answers that nobody keeps. */
function Tried({ edition: { form } }: { edition: Edition }) {
  const [answers, setAnswers] = useState(() => startAnswers(form))
  const [language, setLanguage] = useState('')
  const say: Say = (linkId, values) => setAnswers((now) => answer(now, linkId, values))
  const shown = language === '' ? form : inLanguage(form, language)
  return (
    <Section title="As it will be asked" icon={<IconEye size={22} />}>
      <p className={classes['lead']}>Try it: what you answer here is kept nowhere.</p>
      <LanguageField form={form} value={language} onChange={setLanguage} />
      <SayContext value={say}>
        <Questions items={openForm(shown, answers).items} checked={false} />
      </SayContext>
    </Section>
  )
}
