import { randomUUID } from 'node:crypto'
import { openDatabase } from '@parley/db/database'

// Run as a process of its own: writes a room into the folder it is given, says so and stays.

const [folder] = process.argv.slice(2)
const { db } = await openDatabase({ folder, onError: console.error })
await db.insertInto('rooms').values({ id: randomUUID(), kind: 'public', name: 'kept' }).execute()
console.log('holding')
setInterval(() => {}, 60_000)
