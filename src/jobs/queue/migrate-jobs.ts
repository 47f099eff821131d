import type { DatabaseSync } from 'node:sqlite'
import { DATABASE_VERSION, versionOf } from './database-version.ts'
import { JOB_COLUMNS } from './job-columns.ts'
import { DamagedFile } from './sqlite-errors.ts'

/** Columns that came later are added; a table that lacks what was always there is somebody else's. */
export function migrateJobs(db: DatabaseSync): void {
  const from = versionOf(db)
  db.exec('BEGIN IMMEDIATE')
  const definitions = Object.entries(JOB_COLUMNS)
  db.exec(
    `CREATE TABLE IF NOT EXISTS jobs (${definitions.map((one) => one.join(' ')).join(', ')}) STRICT`,
  )
  const there = new Set(
    db
      .prepare('PRAGMA table_info(jobs)')
      .all()
      .map(({ name }) => name),
  )
  for (const [name, definition] of definitions.filter(([column]) => !there.has(column))) {
    const hasAlwaysBeen = definition.includes('NOT NULL') && !definition.includes('DEFAULT')
    if (hasAlwaysBeen) throw new DamagedFile(`no column ${name}`)
    db.exec(`ALTER TABLE jobs ADD COLUMN ${name} ${definition}`)
  }
  db.exec('CREATE INDEX IF NOT EXISTS jobs_by_status ON jobs (status, turn)')
  // Nothing is written to a file that is as it should be: the disk may be full.
  if (from !== DATABASE_VERSION) db.exec(`PRAGMA user_version = ${DATABASE_VERSION}`)
  db.exec('COMMIT')
}
