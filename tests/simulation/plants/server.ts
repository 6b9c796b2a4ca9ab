import type { Plant } from './plant.ts'

/** Bugs of the server: what is taken, and who gets what. */
export const serverPlants: Plant[] = [
  {
    name: 'dedupe-off',
    about: 'a change whose receipt was lost is taken for a new one when it comes again',
    patches: [
      {
        file: 'sync-server/reconcile/plan.ts',
        find: 'work.receipts.get(incoming.id) ?? work.ground.receipts.get(incoming.id)',
        put: 'work.receipts.get(incoming.id)',
      },
    ],
  },
  {
    name: 'bad-change-blocks-the-batch',
    about: 'one change that must be refused takes its whole push down',
    patches: [
      {
        file: 'sync-server/reconcile/plan.ts',
        find: "else refuse(work, incoming, outcome.error, incoming.id !== '')",
        put: 'else throw new Error(outcome.error.reason)',
      },
    ],
  },
  {
    name: 'scope-before-the-move',
    about: 'who sees a record is worked out from the team of before the change',
    patches: [
      {
        file: 'sync-server/reconcile/sightings.ts',
        find: 'compare(id, was(before(id)), is(after(id)), seq, true)',
        put: 'compare(id, was(before(id)), was(before(id) ?? after(id)), seq, true)',
      },
    ],
  },
  {
    name: 'file-left-behind',
    about: 'a client goes to another team, and their file does not go along',
    patches: [
      {
        file: 'sync-server/reconcile/sightings.ts',
        find: 'const moved = ids\n',
        put: 'const moved = [].values()\n',
      },
    ],
  },
  {
    name: 'leaver-not-told',
    about: 'devices are not told what has left their person’s sight',
    patches: [
      {
        file: 'sync-server/scopes/pull.ts',
        find: 'return rows.map(({ record }) => record)',
        put: 'return []',
      },
    ],
  },
  {
    name: 'checkpoint-past-uncommitted',
    about:
      'a pull answers a checkpoint of after the rows were read: what came in between is skipped for good',
    patches: [
      {
        file: 'sync-server/store/database.ts',
        find: "return database.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read)",
        put: 'return read(database)',
      },
      {
        file: 'sync-server/scopes/pull.ts',
        find: 'return pageText({ ...checkpointOf(standing), seq: until }, records, gone, more)',
        put: `const late = more ? until : (await standingOf(tx, viewer)).seq
          return pageText({ ...checkpointOf(standing), seq: late }, records, gone, more)`,
      },
    ],
  },
  {
    name: 'epoch-ignored-by-the-server',
    about: 'after a restore a pull goes on from where the device was',
    patches: [
      {
        file: 'sync-server/scopes/pull.ts',
        find: 'return epoch !== standing.epoch || scopeVersion',
        put: 'return scopeVersion',
      },
    ],
  },
  {
    name: 'unknown-field-dropped',
    about: 'only fields that this version knows are kept',
    patches: [
      {
        file: 'src/domain/client/client.ts',
        find: 'clientBody = z.looseObject({',
        put: 'clientBody = z.object({',
      },
      {
        file: 'sync-server/reconcile/judge.ts',
        find: 'return ok(merged.value)',
        put: `return ok({
            ...merged.value,
            record: { ...after, body: kind.body.safeParse(after.body).data ?? after.body },
          })`,
      },
    ],
  },
]
