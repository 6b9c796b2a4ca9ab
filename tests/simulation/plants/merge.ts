import type { Plant } from './plant.ts'

/** Bugs of the one rule by which edits meet. */
export const mergePlants: Plant[] = [
  {
    name: 'clock-decides',
    about: 'of two values the one with the later clock stays, and the other is gone',
    patches: [
      {
        file: 'src/domain/merge/field.ts',
        find: 'return continueContested(record, path, edit, stamp) ?? contest(record, path, edit, stamp)',
        put: `const later = Object.values(record.written ?? {}).every(({ at }) => at < stamp.at)
          if (later && !record.deleted) return write(record, path, edit, stamp, rules)
          return continueContested(record, path, edit, stamp) ?? contest(record, path, edit, stamp)`,
      },
    ],
  },
  {
    name: 'first-one-wins',
    about: 'a value that meets another one is dropped',
    patches: [
      {
        file: 'src/domain/merge/contest.ts',
        find: 'return withContested(record, path, [...valuesAt(record, path), { change, by, device, at, from, to }])',
        put: 'return record',
      },
    ],
  },
  {
    name: 'removal-revived',
    about: 'an edit of a removed record brings it back',
    patches: [
      {
        file: 'src/domain/merge/field.ts',
        find: 'if (record.deleted) return null',
        put: 'if (record.deleted) return write({ ...record, deleted: null }, path, edit, stamp, rules)',
      },
    ],
  },
  {
    name: 'set-as-scalar',
    about: 'the whole list of whoever came last replaces what others added',
    patches: [
      {
        file: 'src/domain/merge/set.ts',
        find: 'return [...kept, ...after.filter((item) => !isIn(item, before) && !isIn(item, kept))]',
        put: 'return after',
      },
    ],
  },
  {
    name: 'list-as-scalar',
    about: 'the steps of a plan are replaced as a whole by whoever came last',
    patches: [
      {
        file: 'src/domain/merge/field.ts',
        find: "case 'keyed':\n",
        put: "case 'keyed':\n      if (!record.deleted) return setField(record, field, edit.to, stamp, rules)\n",
      },
    ],
  },
  {
    name: 'contested-dropped-at-settle',
    about: 'what somebody decided against is not kept beside the record',
    patches: [
      {
        file: 'src/domain/merge/contest.ts',
        find: 'valuesAt(record, path).map((value) => (!value.settled && decided(value) ? { ...value, settled } : value)),',
        put: 'valuesAt(record, path).filter((value) => value.settled || !decided(value)),',
      },
    ],
  },
  {
    name: 'removal-swallows-edits',
    about: 'a removal takes away what its author never saw, without a question',
    patches: [
      {
        file: 'src/domain/merge/merge.ts',
        find: 'if (raced || unseen || wasKept(record, edit, stamp)) return contest',
        put: 'if (raced) return contest',
      },
    ],
  },
]
