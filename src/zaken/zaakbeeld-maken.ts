import type { Statustaal, Zaaktaal, Zaaktypetaal } from '../corpus/index.ts'
import { type Datum, datumOp, type Tijdzone } from '../kalender/index.ts'
import { signalenVan } from './laat.ts'
import { verwachtingen } from './termijn.ts'
import { regelVoor, type Toonregel, type Toonregels } from './toonregel.ts'
import type { Besluitbeeld, Woorden, Zaakbeeld, Zaakverhaal } from './zaakbeeld.ts'
import type { Besluitgegevens, Stap, Statusgegevens, Zaakdetail, Zaakgegevens } from './zaakgegevens.ts'

/** What a case is read with. */
export interface Leeswijze {
  readonly zaaktaal: Pick<Zaaktaal, 'vindZaaktype' | 'vindStatus'>
  /** What this connection shows. */
  readonly regels: Toonregels
  /** The day, and the zone it is a day in, at the organisation that decides. */
  readonly vandaag: Datum
  readonly zone: Tijdzone
}

/** What a source says, in words that people know. What nobody described stays in the words of the source, marked so. */
export function maakZaakbeeld(zaak: Zaakgegevens, wijze: Leeswijze): Zaakbeeld {
  const { zaaktaal, vandaag } = wijze
  const { status, resultaat, einde } = zaak
  const zaaktype = zaaktaal.vindZaaktype(...zaak.type.namen)
  const gekend = status && zaaktaal.vindStatus(...status.namen)
  const groep = groepVan(zaak, gekend)
  const doet = einde === undefined ? gekend?.doet : 'niemand'
  const statusOp = status && datumOp(status.op, wijze.zone)
  const laatst = statusOp ?? zaak.geregistreerd ?? zaak.start
  const straks = einde === undefined || gekend?.groep === 'beslist' ? gekend?.straks : undefined
  const uitkomst = resultaat && vanBron(resultaat.namen)
  return {
    ref: zaak.ref,
    organisatie: zaak.organisatie,
    ...(zaak.nummer !== undefined && { nummer: zaak.nummer }),
    rol: zaak.rol,
    titel: titelVan(zaak, zaaktype, wijze),
    ...(zaaktype && { onderwerp: zaaktype.onderwerp }),
    ...(zaaktype?.regeling && { regeling: zaaktype.regeling.id }),
    start: zaak.start,
    ...(einde !== undefined && { einde }),
    ...(groep !== undefined && { groep }),
    ...statusVan(status, gekend),
    ...(statusOp !== undefined && { statusOp }),
    ...(straks !== undefined && { straks: { van: 'ons', tekst: straks } }),
    ...(doet !== undefined && { doet }),
    verwacht: verwachtingen(zaak, zaaktype, groep, vandaag),
    ...planVoorbij(zaak, vandaag),
    isOpgeschort: zaak.isOpgeschort && einde === undefined,
    isVerlengd: zaak.isVerlengd,
    ...(uitkomst && { resultaat: uitkomst }),
    signalen: signalenVan(zaak, { zaaktype, groep, doet, laatst, vandaag }),
    verwant: zaak.verwant,
  }
}

function planVoorbij({ gepland, einde, isOpgeschort }: Zaakgegevens, vandaag: Datum) {
  const isVoorbij = gepland !== undefined && gepland < vandaag && einde === undefined && !isOpgeschort
  return isVoorbij ? { planVoorbij: gepland } : {}
}

/** One case opened. What an official wrote, and documents, only where the organisation says that they are shown. */
export function maakZaakverhaal(detail: Zaakdetail, wijze: Leeswijze): Zaakverhaal {
  const { zaak } = detail
  const regel = regelVoor(wijze.regels, zaak.type.sleutel)
  return {
    zaak: maakZaakbeeld(zaak, wijze),
    tijdlijn: detail.tijdlijn.map((status) => ({
      op: datumOp(status.op, wijze.zone),
      wat: stapwoorden(status, wijze.zaaktaal),
      ...(regel.statustoelichting && status.toelichting !== undefined && { toelichting: status.toelichting }),
    })),
    daarna: daarna(zaak, wijze),
    documenten: regel.documenten ? detail.documenten : [],
    magToevoegen: regel.documenten && regel.toevoegen && zaak.einde === undefined,
    besluiten: detail.besluiten.map((besluit) => besluitbeeld(besluit, regel)),
    ontbreekt: detail.ontbreekt,
  }
}

function titelVan(
  { type, omschrijving, nummer, ref }: Zaakgegevens,
  zaaktype: Zaaktypetaal | undefined,
  { regels }: Leeswijze,
): Woorden {
  const { titel } = regelVoor(regels, type.sleutel)
  if (titel === 'omschrijving' && omschrijving !== undefined) return { van: 'bron', tekst: omschrijving }
  if (titel !== 'zaaktype' && zaaktype !== undefined) return { van: 'ons', tekst: zaaktype.naam }
  // A type without any name: then at least what somebody can say on the telephone.
  return vanBron(type.namen) ?? { van: 'bron', tekst: nummer ?? (type.sleutel.identificatie || ref.uuid) }
}

/** A closed case is closed, whatever its last status is called. */
function groepVan({ einde, status }: Zaakgegevens, gekend: Statustaal | undefined): Zaakbeeld['groep'] {
  if (einde !== undefined) return 'afgerond'
  return gekend?.groep ?? (status?.isEinde === true ? 'afgerond' : undefined)
}

function statusVan(
  status: Statusgegevens | undefined,
  gekend: Statustaal | undefined,
): Pick<Zaakbeeld, 'status'> {
  if (gekend !== undefined) return { status: { van: 'ons', tekst: gekend.wat } }
  const eigen = status && vanBron(status.namen)
  return eigen === undefined ? {} : { status: eigen }
}

/** A step that is only taken when something is missing: a catalogue names it for every case. */
const alsErIetsMist = 'wacht-op-u'

/**
 * The steps that the catalogue has after the present one, as far as they come in every case; two that mean the same,
 * or the same as where it is now, stand there once.
 */
function daarna(zaak: Zaakgegevens, { zaaktaal }: Leeswijze): readonly Woorden[] {
  if (zaak.einde !== undefined) return []
  const nu = zaak.status?.volgnummer ?? Number.NEGATIVE_INFINITY
  const stappen = zaak.type.stappen.filter(({ volgnummer }) => volgnummer > nu)
  const woorden = stappen
    .filter(({ namen }) => zaaktaal.vindStatus(...namen)?.id !== alsErIetsMist)
    .toSorted((een, ander) => een.volgnummer - ander.volgnummer)
    .map((stap) => stapwoorden(stap, zaaktaal))
  const hier = zaak.status && stapwoorden(zaak.status, zaaktaal)
  return woorden.filter((een, i) => JSON.stringify(een) !== JSON.stringify(woorden[i - 1] ?? hier))
}

function stapwoorden({ namen, volgnummer }: Stap, zaaktaal: Leeswijze['zaaktaal']): Woorden {
  const gekend = zaaktaal.vindStatus(...namen)
  if (gekend !== undefined) return { van: 'ons', tekst: gekend.wat }
  return vanBron(namen) ?? { van: 'bron', tekst: String(volgnummer) }
}

function besluitbeeld(
  { namen, datum, ingang, verval, bezwaarTot, toelichting }: Besluitgegevens,
  { statustoelichting }: Toonregel,
): Besluitbeeld {
  return {
    naam: vanBron(namen) ?? { van: 'bron', tekst: datum },
    datum,
    ...(ingang !== undefined && { ingang }),
    ...(verval !== undefined && { verval }),
    ...(bezwaarTot !== undefined && { bezwaarTot }),
    ...(statustoelichting && toelichting !== undefined && { toelichting }),
  }
}

/** The first is the plainest. */
function vanBron(namen: readonly string[]): Woorden | undefined {
  const [tekst] = namen
  return tekst === undefined ? undefined : { van: 'bron', tekst }
}
