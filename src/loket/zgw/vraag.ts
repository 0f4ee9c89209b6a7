/** What a client asks of the list of cases, as far as the row of a case can say. */
import type { OrganisatieId } from '../../domain/index.ts'
import { type Datum, isUuid7, parseDatum } from '../../domain/index.ts'
import type { Voorwaarde, Zoekvraag } from '../../zgw/aanbieder/index.ts'
import { ZgwFout } from '../../zgw/index.ts'
import { LIJST_DIEPST, type Lijstplek, type Lijstvraag } from '../ketenlijst-store.ts'
import { dagbegin } from '../zone.ts'

type Filters = Pick<Lijstvraag, 'nummer' | 'organisaties' | 'isOpen'> & {
  readonly geopendVan?: Datum
  readonly geopendTot?: Datum
  readonly gesloten?: { readonly van?: Datum; readonly tot?: Datum }
}

export interface Vraagomgeving {
  readonly zaaktype: string
  /** Which owners have this number. */
  readonly organisatiesVan: (rsins: readonly string[]) => readonly OrganisatieId[]
  /** Of a field that is the same for all of them. */
  readonly past: (voorwaarde: Voorwaarde) => boolean
}

/** `undefined`: nothing can match. A filter that the row cannot answer is refused, never passed over. */
export function lijstvraagVan(
  { voorwaarden, ordening = [], vanaf = 0, aantal = 0, na }: Zoekvraag,
  omgeving: Vraagomgeving,
): Lijstvraag | undefined {
  let filters: Filters | undefined = {}
  for (const eis of voorwaarden) {
    const deel = filterVan(eis, omgeving)
    if (deel === undefined) return undefined
    filters = samen(filters, deel)
    if (filters === undefined) return undefined
  }
  const [eerste] = ordening
  // A page that is found by its number alone costs all that comes before it.
  if (na === undefined && vanaf > LIJST_DIEPST)
    throw new ZgwFout(404, 'not_found', 'Ongeldige pagina: volg `next`, of vraag om een kortere periode.')
  const { geopendVan, geopendTot, gesloten, ...rest } = filters
  return {
    ...{ ...rest, orde: ordeVan(eerste), vanaf, aantal },
    ...(geopendVan && { geopendVan: dagbegin(geopendVan) }),
    ...(geopendTot && { geopendTot: dagbegin(geopendTot) }),
    ...(gesloten && {
      gesloten: {
        ...(gesloten.van && { van: dagbegin(gesloten.van) }),
        ...(gesloten.tot && { tot: dagbegin(gesloten.tot) }),
      },
    }),
    ...(na !== undefined && { na: leesPlaats(na) }),
  }
}

/** Where a page ended, in the address of the next one. */
export function schrijfPlaats({ geopend, id, nummer }: Lijstplek): string {
  return `${geopend.getTime()}_${id}_${nummer}`
}

function leesPlaats(na: string): Lijstplek {
  const [, ms, id = '', nummer = ''] = /^(\d{1,14})_([0-9a-f-]{36})_([0-9A-Z-]{1,20})$/.exec(na) ?? []
  if (ms === undefined || !isUuid7(id)) return nietHier('na')
  return { geopend: new Date(Number(ms)), id, nummer }
}

function filterVan(eis: Voorwaarde, omgeving: Vraagomgeving): Filters | undefined {
  const veld = 'veld' in eis ? eis.veld : eis.op
  switch (veld) {
    case 'identificatie':
      return eis.op === 'is' ? { nummer: String(eis.waarde) } : nietHier(veld)
    case 'zaaktype':
      return waardenVan(eis).includes(omgeving.zaaktype) ? {} : undefined
    case 'bronorganisatie': {
      const organisaties = omgeving.organisatiesVan(waardenVan(eis))
      return organisaties.length === 0 ? undefined : { organisaties }
    }
    case 'startdatum':
    case 'registratiedatum': {
      const { van, tot } = reeksVan(eis)
      return { ...(van && { geopendVan: van }), ...(tot && { geopendTot: tot }) }
    }
    case 'einddatum':
      if (eis.op === 'leeg') return { isOpen: eis.isLeeg }
      return { isOpen: false, gesloten: reeksVan(eis) }
    case 'rol':
      return nietHier('rol__…')
    default:
      return omgeving.past(eis) ? {} : undefined
  }
}

function waardenVan(eis: Voorwaarde): readonly string[] {
  if (eis.op === 'is') return [String(eis.waarde)]
  return eis.op === 'in' ? eis.waarden : []
}

/** From a day, and to a day that is not in it. */
function reeksVan(eis: Voorwaarde): NonNullable<Filters['gesloten']> {
  const dag = 'waarde' in eis ? parseDatum(String(eis.waarde).slice(0, 10)) : undefined
  if (dag === undefined) return nietHier('veld' in eis ? eis.veld : eis.op)
  const morgen = volgende(dag)
  switch (eis.op) {
    case 'is':
      return { van: dag, tot: morgen }
    case 'lt':
      return { tot: dag }
    case 'lte':
      return { tot: morgen }
    case 'gt':
      return { van: morgen }
    case 'gte':
      return { van: dag }
    default:
      return nietHier(eis.op)
  }
}

function volgende(dag: string) {
  const morgen = parseDatum(new Date(Date.parse(`${dag}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10))
  if (morgen === undefined) throw new Error('na elke dag komt er een')
  return morgen
}

/** Both hold: the later begin, the earlier end. */
function samen(een: Filters, ander: Filters): Filters | undefined {
  if (een.nummer !== undefined && ander.nummer !== undefined && een.nummer !== ander.nummer) return undefined
  if (een.isOpen !== undefined && ander.isOpen !== undefined && een.isOpen !== ander.isOpen) return undefined
  const organisaties =
    een.organisaties && ander.organisaties
      ? een.organisaties.filter((id) => ander.organisaties?.includes(id))
      : (een.organisaties ?? ander.organisaties)
  if (organisaties?.length === 0) return undefined
  const geopendVan = laatste(een.geopendVan, ander.geopendVan)
  const geopendTot = eerste(een.geopendTot, ander.geopendTot)
  const van = laatste(een.gesloten?.van, ander.gesloten?.van)
  const tot = eerste(een.gesloten?.tot, ander.gesloten?.tot)
  return {
    ...een,
    ...ander,
    ...(organisaties && { organisaties }),
    ...(geopendVan && { geopendVan }),
    ...(geopendTot && { geopendTot }),
    ...((van ?? tot) && { gesloten: { ...(van && { van }), ...(tot && { tot }) } }),
  }
}

const laatste = <T extends string>(een?: T, ander?: T): T | undefined =>
  een === undefined || (ander !== undefined && ander > een) ? ander : een
const eerste = <T extends string>(een?: T, ander?: T): T | undefined =>
  een === undefined || (ander !== undefined && ander < een) ? ander : een

function ordeVan(
  orde: { readonly veld: string; readonly isAflopend: boolean } | undefined,
): Lijstvraag['orde'] {
  switch (orde?.veld) {
    case undefined:
      return 'oudste'
    case 'startdatum':
    case 'registratiedatum':
      return orde?.isAflopend ? 'nieuwste' : 'oudste'
    case 'identificatie':
      return orde?.isAflopend ? 'nummer-af' : 'nummer'
    default:
      return nietHier('ordering')
  }
}

function nietHier(name: string): never {
  throw new ZgwFout(400, 'invalid', 'Een of meer gegevens zijn ongeldig.', {
    velden: [{ name, code: 'unknown-parameters', reason: 'Hierop kan bij ketenzaken niet worden gezocht.' }],
  })
}
