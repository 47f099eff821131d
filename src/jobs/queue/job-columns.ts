/** The table of jobs. `turn` is the order in which they came; rows are never reused. */
export const JOB_COLUMNS = {
  turn: 'INTEGER PRIMARY KEY AUTOINCREMENT',
  id: 'TEXT NOT NULL UNIQUE',
  video_path: 'TEXT NOT NULL',
  is_upload: 'INTEGER NOT NULL',
  options: 'TEXT NOT NULL',
  status: 'TEXT NOT NULL',
  attempts: 'INTEGER NOT NULL DEFAULT 0',
  created_at_ms: 'INTEGER NOT NULL',
  started_at_ms: 'INTEGER',
  ended_at_ms: 'INTEGER',
  frames_done: 'INTEGER NOT NULL DEFAULT 0',
  frames_total: 'INTEGER NOT NULL DEFAULT 0',
  reason: 'TEXT',
  note: 'TEXT',
} as const
