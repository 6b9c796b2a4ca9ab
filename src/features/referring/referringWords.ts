import type { Person } from '#protocol/account.ts'

/** Whether somebody is of the service itself, and passes people on; a referrer comes from elsewhere. */
export function worksHere({ role }: Pick<Person, 'role'>): boolean {
  return role !== 'referrer'
}

export function wordsFor(person: Pick<Person, 'role'>) {
  return worksHere(person)
    ? {
        home: 'Pass to a co-ordinator',
        refer: 'Pass somebody on',
        list: 'People you passed on',
        empty: 'You have passed nobody on yet',
      }
    : {
        home: 'Your referrals',
        refer: 'Refer somebody',
        list: 'People you referred',
        empty: 'You have referred nobody yet',
      }
}
