/**
 * What audit needs to know of an activity in the register of processing activities (AVG art. 30). The register
 * itself is a part of the corpus; `app.ts` hands it over.
 */
export interface Verwerkingsactiviteit {
  readonly id: string
  /** A relevant change is a new version: the log points to what held then. */
  readonly versie: number
  /** Kinds of data that may be processed for this purpose. */
  readonly gegevens: readonly string[]
  /** Whose data. */
  readonly betrokkenen: readonly string[]
  /** Who may act for this purpose. */
  readonly door: readonly ('inwoner' | 'medewerker' | 'taak' | 'portaal')[]
  /** Roles of professionals; absent when no professional acts. */
  readonly rollen: readonly string[]
  readonly bewaren: Bewaarregel
}

export interface Bewaarregel {
  /** Named in the log when data are erased: `erased under rule X`. */
  readonly regel: string
  /** ISO 8601, in days, months or years: P90D, P6M, P5Y. */
  readonly termijn: string
}

export interface Verwerkingsregister {
  vind(id: string): Verwerkingsactiviteit | undefined
  alle(): readonly Verwerkingsactiviteit[]
}

/** The last moment that is older than the term; what was recorded before it goes. Days are UTC days. */
export function grensVan({ termijn }: Bewaarregel, nu: Date): Date {
  const [, jaren = '0', maanden = '0', dagen = '0'] =
    /^P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/.exec(termijn) ?? []
  const aantallen = [Number(jaren), Number(maanden), Number(dagen)] as const
  if (aantallen.every((aantal) => aantal === 0)) throw new Error(`geen bewaartermijn: ${termijn}`)
  const grens = new Date(nu)
  const dag = grens.getUTCDate()
  grens.setUTCDate(1)
  grens.setUTCMonth(grens.getUTCMonth() - aantallen[0] * 12 - aantallen[1])
  // 31 March minus a month is the last day of February, not 3 March.
  const laatste = new Date(Date.UTC(grens.getUTCFullYear(), grens.getUTCMonth() + 1, 0)).getUTCDate()
  grens.setUTCDate(Math.min(dag, laatste) - aantallen[2])
  return grens
}
