import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

/** The tables, as TypeScript sees them. `migrations/` makes them. */
export interface Schema {
  regeling_bestand: RegelingBestandTabel
  regeling_activering: RegelingActiveringTabel
  zoek_index: ZoekIndexTabel
}

/** A published regeling file, by the hash of its content. Never changed and never removed: receipts refer to it. */
export interface RegelingBestandTabel {
  sha256: ColumnType<string, string, never>
  /** Relative to its corpus directory, for example `regelingen/nationaal/zorgtoeslag/2026-01-01.yaml`. */
  pad: ColumnType<string, string, never>
  inhoud: ColumnType<string, string, never>
  geplaatst_op: ColumnType<Date, Date | undefined, never>
}

/** What holds now is the row with the highest `volgnummer` of a path. */
export interface RegelingActiveringTabel {
  volgnummer: GeneratedAlways<number>
  pad: ColumnType<string, string, never>
  sha256: ColumnType<string, string, never>
  status: ColumnType<'actief' | 'ingetrokken', 'actief' | 'ingetrokken', never>
  op: Generated<Date>
}

/** Which search indexes there are; documents and words hang on it and are written in plain SQL. */
export interface ZoekIndexTabel {
  hash: ColumnType<string, string, never>
  gebruikt_op: Generated<Date>
}
