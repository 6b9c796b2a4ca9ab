import type { Person } from '#protocol/account.ts'

/** A volunteer works here and passes somebody on; a referrer comes from elsewhere. */
export function wordsFor({ role }: Pick<Person, 'role'>) {
  return role === 'volunteer'
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
