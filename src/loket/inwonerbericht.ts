/** That something happened in their case, told to whoever it is about: by the way they chose, and once. */
import type { Audit, Sleutelring, Verwerkingsbewijs } from '../audit/index.ts'
import type { Datum, OrganisatieId, PersoonId } from '../domain/index.ts'
import type { Tekst } from '../engine/index.ts'
import {
  type Berichten,
  type Berichtspraken,
  type NieuwBericht,
  type Sjabloonsoort,
  stelBerichtOp,
  type Waarde,
  type Waardenaam,
} from '../kanalen/index.ts'
import type { Gespreksverslag } from './begrippen.ts'
import { ketenDoel } from './doel.ts'
import { evolve, speelAf } from './evolve.ts'
import type { Ketenbericht, MeldKeten } from './ketenbericht.ts'
import { metWoorden } from './ketentekst.ts'
import type { Ketenzaak } from './ketenzaak.ts'
import type { KetenzaakStore } from './ketenzaak-store.ts'
import type { Bezorgd } from './uitgaand.ts'
import type { Uitgaand, UitgaandStore } from './uitgaand-store.ts'
import type { Voorval, Voorvalsoort } from './voorval.ts'
import { persoonIn } from './vrager.ts'
import { type Tekstverwijzing, verwijzingenIn } from './woorden.ts'

/** Words of the case, the name of an organisation, a text of the house, or what any message may hold. */
export type Vertelwaarde =
  | Waarde
  | Tekstverwijzing
  | { readonly organisatie: OrganisatieId }
  | { readonly sleutel: string }
  | { readonly acties: readonly Vertelactie<Tekstverwijzing>[] }

/** Who does what by when: the name of an outside party is words of the case. */
interface Vertelactie<W> {
  readonly wie: W | { readonly organisatie: OrganisatieId } | { readonly sleutel: string }
  readonly wat: W
  readonly termijn: Datum
}

/** One message about one event, in the words of a template of `kanalen`. */
export interface Vertelling {
  readonly soort: Sjabloonsoort
  readonly waarden: Readonly<Partial<Record<Waardenaam, Vertelwaarde>>>
  readonly van: OrganisatieId
}

/** An event with the case as it was before and after it. */
export interface Vertelmoment {
  readonly voorval: Voorval
  readonly voor: Ketenzaak
  readonly na: Ketenzaak
}

type Inhoud<S extends Voorvalsoort> = Extract<Voorval['inhoud'], { soort: S }>
type Vertellers = {
  readonly [S in Voorvalsoort]?: (inhoud: Inhoud<S>, moment: Vertelmoment) => Vertelling | undefined
}

/** Of which events they are told, and what. A new one is a row here, and a kind of message in `kanalen`. */
const vertellers: Vertellers = {
  'sluiting-gevraagd': ({ uitleg }, { na }) => ({
    ...bij('keten-sluiting-gevraagd', na),
    waarden: { ...vast(na), reden: uitleg },
  }),
  gesloten: ({ om, ja, uitleg, betwistbaarTot }, { na }) =>
    // By time, without words: of a case of nobody who is known.
    uitleg && {
      ...bij('keten-gesloten', na),
      waarden: {
        ...vast(na),
        wat: { sleutel: `loket.bericht.gesloten.${ja === undefined ? om : `ja_${ja}`}` },
        reden: uitleg,
        datum: { dag: betwistbaarTot },
      },
    },
  'sluiting-betwist': ({ reden }, { na }) => ({
    ...bij('keten-heropend', na),
    waarden: { ...vast(na), reden },
  }),
  'bezwaar-beoordeeld': ({ deling, uitkomst, reden }, { na }) => {
    const wie = na.deelnemers.get(na.delingen.get(deling)?.deelnemer ?? '')?.wie
    return {
      ...bij('keten-bezwaar', na),
      waarden: {
        ...vast(na),
        naar:
          wie === undefined
            ? { sleutel: 'loket.bericht.bezwaar.wie' }
            : wie.soort === 'organisatie'
              ? { organisatie: wie.organisatie }
              : wie.naam,
        wat: { sleutel: `loket.bericht.bezwaar.${uitkomst}` },
        reden,
      },
    }
  },
  'doorzending-gemeld': ({ doorzending, tekst }, { na }) => {
    const naar = na.doorzendingen.get(doorzending)?.naar
    return (
      naar && {
        ...bij('keten-doorgestuurd', na),
        waarden: { ...vast(na), naar: { organisatie: naar }, wat: tekst },
      }
    )
  },
  'onderdeel-erbij': ({ tekst, gesprek }, { na }) =>
    gesprek && {
      ...bij('keten-gesprek', na),
      waarden: {
        ...vast(na),
        reden: tekst,
        antwoord: gesprek.antwoord,
        wat: gesprek.afgesproken ?? { sleutel: 'loket.bericht.gesprek.niets' },
        taak:
          gesprek.acties.length === 0
            ? { sleutel: 'loket.bericht.gesprek.niemand' }
            : { acties: gesprek.acties.map((een) => vertelactie(een, na)) },
      },
    },
  'overdracht-aanvaard': (_, { na }) => eigenaar(na),
  'regie-toegewezen': (_, { na }) => eigenaar(na),
}

const bij = (soort: Sjabloonsoort, { regie }: Ketenzaak) => ({ soort, van: regie.organisatie })
const vast = ({ nummer, regie }: Ketenzaak) =>
  ({ nummer, organisatie: { organisatie: regie.organisatie }, van: regie.aanspreekpunt }) as const
const eigenaar = (na: Ketenzaak): Vertelling => ({ ...bij('keten-eigenaar', na), waarden: vast(na) })

function vertelactie(
  { wie, wat, termijn }: Gespreksverslag<Tekstverwijzing>['acties'][number],
  { deelnemers }: Ketenzaak,
): Vertelactie<Tekstverwijzing> {
  if (wie.soort === 'organisatie') return { wie: { organisatie: wie.organisatie }, wat, termijn }
  const partij = wie.soort === 'partij' ? deelnemers.get(wie.deelnemer)?.wie : undefined
  return {
    wie: partij?.soort === 'partij' ? partij.naam : { sleutel: `loket.bericht.gesprek.${wie.soort}` },
    ...{ wat, termijn },
  }
}

/** What they are told of this event; `undefined`: nothing, or of a case of nobody who is known. */
export function vertellingVan(
  moment: Vertelmoment,
): (Vertelling & { readonly persoon: PersoonId }) | undefined {
  const { inhoud } = moment.voorval
  const persoon = persoonIn(moment.na)
  // The row of this kind takes this kind.
  const verteller = vertellers[inhoud.soort] as Vertellers['gesloten'] | undefined
  const vertelling = persoon && verteller?.(inhoud as Inhoud<'gesloten'>, moment)
  return persoon && vertelling && { ...vertelling, persoon }
}

/** What an event of a chain is called outside, without the part that every one has. */
const soortVan = ({ type }: Ketenbericht): string => type.split('.').at(-1) ?? ''

export interface Inwonermeldingdelen {
  readonly store: Pick<KetenzaakStore, 'laad'>
  readonly uitgaand: Pick<UitgaandStore, 'leg'>
  readonly nu: () => Date
}

/** Puts what they are told in the outbox: the same event is the same row, however often this runs. */
export function createInwonermelding({ store, uitgaand, nu }: Inwonermeldingdelen): MeldKeten {
  return async (berichten) => {
    const rijen: Parameters<UitgaandStore['leg']>[0][number][] = []
    for (const bericht of berichten) {
      if (!(soortVan(bericht) in vertellers)) continue
      const { subject: ketenzaak, data } = bericht
      const vertelling = await vindVertelling(store, ketenzaak, data.nr)
      if (vertelling === undefined) continue
      const id = `${ketenzaak}/${String(data.nr).padStart(5, '0')}/inwoner`
      const inhoud = { nr: data.nr }
      rijen.push({ id, soort: 'inwoner', naar: vertelling.van, ketenzaak, op: nu(), inhoud })
    }
    await uitgaand.leg(rijen)
  }
}

async function vindVertelling(store: Pick<KetenzaakStore, 'laad'>, ketenzaak: string, nr: number) {
  const { voorvallen } = await store.laad({ soort: 'taak' }, ketenzaak)
  const voor = speelAf(
    ketenzaak,
    voorvallen.filter((een) => een.nr < nr),
  )
  const voorval = voorvallen.find((een) => een.nr === nr)
  if (voor === undefined || voorval === undefined) return undefined
  const vertelling = vertellingVan({ voorval, voor, na: evolve(ketenzaak, voor, voorval) })
  return vertelling && { ...vertelling, nummer: voor.nummer }
}

export interface Inwonervertellerdelen {
  readonly store: Pick<KetenzaakStore, 'laad' | 'teksten'>
  readonly audit: Pick<Audit, 'metVerwerking'>
  readonly ring: Sleutelring
  readonly berichten: Pick<Berichten, 'stuur'>
  readonly spraken: Berichtspraken
  readonly naamVan: (organisatie: OrganisatieId) => string
}

/** Sends what waits. Sent twice it is one message: the mark of a message is that of its event. */
export function createInwonerverteller(
  delen: Inwonervertellerdelen,
): (wat: Pick<Uitgaand, 'ketenzaak' | 'inhoud'>) => Promise<Bezorgd> {
  const { store, audit, ring, berichten } = delen
  return async ({ ketenzaak, inhoud }) => {
    // Written by `createInwonermelding`.
    const { nr } = inhoud as { readonly nr: number }
    const vertelling = await vindVertelling(store, ketenzaak, nr)
    // The case is gone, and with it whom it was about.
    if (vertelling === undefined) return { status: 'klaar' }
    const { persoon } = vertelling
    const ids = verwijzingenIn(vertelling).map(({ tekst }) => tekst)
    const verwerking = {
      ...{ doel: ketenDoel, gegevens: ['ketenvraag', 'ketenplan', 'ketenberichten'], betrokkenen: [persoon] },
      door: { soort: 'taak', taak: 'ketenbericht' },
    } as const
    const lees = (bewijs: Verwerkingsbewijs) =>
      store.teksten({ soort: 'taak' }, { ketenzaak, persoon }, ids, bewijs)
    const rijen = ids.length === 0 ? [] : await audit.metVerwerking(verwerking, lees)
    // The same thing: only references became words.
    const gelezen = metWoorden(ring, ketenzaak, vertelling.waarden, rijen) as Gelezenwaarden
    await berichten.stuur({
      persoon,
      kenmerk: `ketenzaak ${ketenzaak}/${nr}`,
      ...stelOp(delen, { ...vertelling, ketenzaak, gelezen }),
    })
    return { status: 'klaar' }
  }
}

type Gelezenwaarde =
  | Exclude<Vertelwaarde, Tekstverwijzing | { acties: unknown }>
  | { readonly acties: readonly Vertelactie<string | undefined>[] }
type Gelezenwaarden = Readonly<Partial<Record<Waardenaam, Gelezenwaarde>>>

/** One sentence for each, in every language. */
function actietekst(
  { spraken, naamVan }: Pick<Inwonervertellerdelen, 'spraken' | 'naamVan'>,
  acties: readonly Vertelactie<string | undefined>[],
): Tekst {
  const inTaal = ({ t, datum }: Berichtspraken[string]) =>
    acties
      .map(({ wie, wat, termijn }) => {
        const gewist = t('loket.tekst_gewist')
        const naam =
          typeof wie !== 'object' ? wie : 'sleutel' in wie ? t(wie.sleutel) : naamVan(wie.organisatie)
        return t('loket.bericht.gesprek.actie', {
          ...{ wie: naam ?? gewist, wat: wat ?? gewist, dag: datum(termijn) },
        })
      })
      .join(' ')
  return Object.fromEntries(Object.entries(spraken).map(([taal, spraak]) => [taal, inTaal(spraak)]))
}

function stelOp(
  delen: Pick<Inwonervertellerdelen, 'spraken' | 'naamVan'>,
  {
    soort,
    van,
    ketenzaak,
    gelezen,
  }: Vertelling & { readonly ketenzaak: string; readonly gelezen: Gelezenwaarden },
): Pick<NieuwBericht, 'soort' | 'inhoud'> {
  const { spraken, naamVan } = delen
  const tekst = (sleutel: string): Tekst =>
    Object.fromEntries(Object.entries(spraken).map(([taal, spraak]) => [taal, spraak.t(sleutel)]))
  const waarde = (een: Gelezenwaarden[Waardenaam]): Waarde => {
    // Erased meanwhile.
    if (een === undefined) return { tekst: tekst('loket.tekst_gewist') }
    if (typeof een !== 'object' || 'dag' in een || 'tekst' in een) return een
    if ('acties' in een) return { tekst: actietekst(delen, een.acties) }
    return 'sleutel' in een ? { tekst: tekst(een.sleutel) } : naamVan(een.organisatie)
  }
  const waarden = Object.fromEntries(Object.entries(gelezen).map(([naam, een]) => [naam, waarde(een)]))
  return {
    soort,
    inhoud: {
      ...stelBerichtOp(spraken, soort, waarden),
      van,
      verwijzing: { soort: 'ketenzaak', id: ketenzaak },
    },
  }
}
