import { expect, test } from 'vitest'
import { kinds } from '../kind/kinds.ts'
import { finishVisit } from './finishVisit.ts'
import { enough, finishing, menInSheds, scale, visitBegun, withAnswers, words } from './visits.fixture.ts'

test('a visit shares with a service just what was agreed to, as it leaves the person, and nothing of the assessment', () => {
  const result = finishVisit(
    {
      ...withAnswers(visitBegun({ client: { phone: '020 7946 0001', aboutMe: 'In confidence' } }), {
        ...enough,
        ...scale(Array.from({ length: 14 }, () => 3)),
        'matters.most': words('My garden'),
      }),
      services: [
        { ...menInSheds, note: 'Likes to mend', agreedToShare: ['reason', 'risks', 'wellbeing-score'] },
        { ...menInSheds, id: crypto.randomUUID(), note: 'Likes to mend', agreedToShare: [] },
      ],
    },
    finishing,
  )
  const [first, second] = (result.ok ? result.value : []).flatMap((edit) =>
    edit.op === 'create' && edit.kind === 'onwardReferral'
      ? [kinds.onwardReferral.body.parse(edit.body)]
      : [],
  )
  expect(first?.shared).toEqual({
    called: 'Mrs Ade',
    reason: 'Likes to mend',
    risks: ['None known'],
    'wellbeing-score': { total: 42, on: '2026-11-25' },
  })
  expect(second?.shared).toEqual({ called: 'Mrs Ade' })
  expect(first).toMatchObject({
    serviceName: 'Men in Sheds',
    organisation: menInSheds.organisation,
    from: { name: 'Grace Lanternby', service: 'Doorstep', phone: '020 7946 0000' },
  })
  const text = JSON.stringify([first, second])
  for (const never of ['020 7946 0001', 'In confidence', 'My garden']) expect(text).not.toContain(never)
  expect(JSON.stringify(second)).not.toContain('mend')
})
