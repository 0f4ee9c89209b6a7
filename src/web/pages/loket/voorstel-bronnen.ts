/** What a proposal is made of besides the life event: running cases and rights of who is helped, as their ground allows. */
import { type BronId, huishoudenVoorRechten } from '../../../inwoner/index.ts'
import { GEEN_ANTWOORDEN, maakOverzicht, type Overzicht } from '../../../rechten/index.ts'
import { type GesteldeGrond, handelendeMet } from '../../../toegang/index.ts'
import { sleutelVan, type Zaakbeeld } from '../../../zaken/index.ts'
import type { Verzoek } from '../../verzoek.ts'
import { eisPersoon, eisWerker, inkomenZien, zakenZien } from '../balie/eis.ts'
import { beslisVoorWerker } from '../balie/werker.ts'
import { vulIn } from '../mijn/invul-feiten.ts'
import { vulDoelen } from '../mijn/verwerk.ts'
import { type Beeld, maakBeeld, rekenUit } from '../rechten/beeld.ts'
import { dagVan } from './woorden.ts'

/** Named limit: who asks for a proposal waits a moment longer than who opens a page. */
const ANTWOORD_MS = 1_500

/** `mag-niet`: the ground does not reach so far, and nobody was asked. */
export type Zakenstuk =
  | { readonly soort: 'mag-niet' }
  | {
      readonly soort: 'gekeken'
      /** Running ones, by the key that a reason names. */
      readonly zaken: ReadonlyMap<string, Zaakbeeld>
      /** Who did not answer, as organisations. */
      readonly stil: readonly string[]
      readonly isKlaar: boolean
    }

export type Rechtenstuk =
  | { readonly soort: 'mag-niet' | 'stil' }
  | {
      readonly soort: 'gekeken'
      readonly beeld: Beeld
      readonly overzicht: Overzicht
      /** Registers that were not asked or did not answer: what they know is unknown, and not «no». */
      readonly onbekend: readonly { readonly bron: BronId; readonly waarom: 'mag-niet' | 'stil' }[]
    }

export interface Persoonsstuk {
  readonly zaken: Zakenstuk
  readonly rechten: Rechtenstuk
}

/** Each source by itself: one that is down costs its own part. */
export async function leesPersoon(verzoek: Verzoek, grond: GesteldeGrond): Promise<Persoonsstuk> {
  const [zaken, rechten] = await Promise.all([leesZaken(verzoek, grond), leesRechten(verzoek, grond)])
  return { zaken, rechten }
}

async function leesZaken(verzoek: Verzoek, grond: GesteldeGrond): Promise<Zakenstuk> {
  const { balie, werker } = eisWerker(verzoek)
  if (balie.zaken === undefined || !beslisVoorWerker(balie, werker, zakenZien, verzoek.nu).mag)
    return { soort: 'mag-niet' }
  const kijker = {
    plek: grond.id,
    persoon: eisPersoon(grond),
    door: handelendeMet(grond),
    doel: grond.doel,
  }
  const { zaken, bronnen, isKlaar } = await balie.zaken.kijk(kijker, ANTWOORD_MS)
  return {
    soort: 'gekeken',
    zaken: new Map(
      zaken.flatMap((een) => (een.einde === undefined ? [[sleutelVan(een.ref), een] as const] : [])),
    ),
    stil: bronnen.flatMap(({ bron, stand }) => (stand.soort === 'mislukt' ? [bron] : [])),
    isKlaar,
  }
}

/** What the registers know of them, for the time of this request. What they do not know stays unknown. */
async function leesRechten(verzoek: Verzoek, grond: GesteldeGrond): Promise<Rechtenstuk> {
  const { balie, werker } = eisWerker(verzoek)
  const { bronnen, context, nu } = verzoek
  const soorten = balie.verwerkingen().get(grond.doel)?.gegevens ?? []
  const mag = (bron: BronId) => vulDoelen[bron].gegevens.every((een) => soorten.includes(een))
  if (!mag('brp')) return { soort: 'mag-niet' }
  const magInkomen = mag('inkomen') && beslisVoorWerker(balie, werker, inkomenZien, nu).mag
  const persoon = eisPersoon(grond)
  const feiten = await huishoudenVoorRechten(
    balie.registers,
    { persoon, toestemming: new Set(magInkomen ? ['brp', 'inkomen'] : ['brp']), op: dagVan(nu) },
    (bron, fn) =>
      balie.toegang.audit.metVerwerking(
        {
          doel: grond.doel,
          gegevens: vulDoelen[bron].gegevens,
          betrokkenen: [persoon],
          door: handelendeMet(grond),
        },
        fn,
      ),
  )
  if (feiten.bronnen.brp !== 'ok') return { soort: 'stil' }
  const uitBrp = vulIn(GEEN_ANTWOORDEN, feiten, 'brp').antwoorden
  const { antwoorden } = vulIn(uitBrp, feiten, 'inkomen')
  const beeld = maakBeeld(bronnen, antwoorden, context.taal)
  if (beeld === undefined) {
    bronnen.meldFout('voorstel', new Error('een register zegt iets dat niet in het huishouden past'))
    return { soort: 'stil' }
  }
  const inkomen = magInkomen ? feiten.bronnen.inkomen : 'mag-niet'
  return {
    soort: 'gekeken',
    beeld,
    overzicht: maakOverzicht(rekenUit(beeld, { uitleg: false }), beeld.valuta),
    onbekend:
      inkomen === 'ok' ? [] : [{ bron: 'inkomen', waarom: inkomen === 'mag-niet' ? 'mag-niet' : 'stil' }],
  }
}
