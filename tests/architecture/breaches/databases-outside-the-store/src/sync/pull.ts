import { Dexie } from 'dexie'
import type { RxDatabase } from 'rxdb'
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory'

export const pull = (database: RxDatabase) => [Dexie, getRxStorageMemory, database]
