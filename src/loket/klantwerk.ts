/** Contacts in a chain case, and what waits for an organisation, handed to its own register of contacts: each once. */
import type { OrganisatieId } from '../domain/index.ts'
import type { Klantwerk, NieuwKlantwerk } from '../zaken/index.ts'
import { evolve, speelAf } from './evolve.ts'
import type { Ketenbericht, MeldKeten } from './ketenbericht.ts'
import type { Ketenzaak } from './ketenzaak.ts'
import type { KetenzaakStore } from './ketenzaak-store.ts'
import type { KlantwerkStore } from './klantwerk-store.ts'
import type { Bezorgd } from './uitgaand.ts'
import type { Uitgaand } from './uitgaand-store.ts'
import type { Voorval } from './voorval.ts'

/** What an event is to one organisation; of `contact` nothing is asked. */
export interface Klantvoorval {
  readonly soort: 'contact' | 'stap' | 'coordinator' | 'doorbreker' | 'doorgestuurd' | 'overdracht'
  readonly naar: OrganisatieId
  /** Of a step its last day. */
  readonly termijn?: string
  /** Whether it waits for them in the case as it stands now. */
  readonly wachtNog: (nu: Ketenzaak) => boolean
}

const altijd = () => true

/**
 * A contact is of the organisation of who wrote it down. Asked are: the owner of a step, by another organisation; a
 * function that something goes up to; to whom is forwarded; to whom the case is offered. `undefined`: nothing of these.
 */
export function klantvoorval(
  { inhoud, door }: Voorval,
  voor: Ketenzaak | undefined,
  na: Ketenzaak,
): Klantvoorval | undefined {
  const eigen = door.soort === 'medewerker' ? door.organisatie : undefined
  switch (inhoud.soort) {
    case 'onderdeel-erbij':
      return inhoud.wat === 'contactmoment' && eigen !== undefined
        ? { soort: 'contact', naar: eigen, wachtNog: altijd }
        : undefined
    case 'stap-gepland':
    case 'stap-gewijzigd':
    case 'stap-stand': {
      const naar = gevraagde(na, inhoud.stap)
      if (naar === undefined || naar === eigen || naar === gevraagde(voor, inhoud.stap)) return undefined
      const termijn = na.stappen.get(inhoud.stap)?.termijn
      const wachtNog = (nu: Ketenzaak) => nu.stand === 'open' && gevraagde(nu, inhoud.stap) === naar
      return { soort: 'stap', naar, ...(termijn && { termijn }), wachtNog }
    }
    case 'opgeschaald':
      return {
        soort: inhoud.functie,
        naar: inhoud.organisatie,
        wachtNog: ({ opschalingen }) => opschalingen.get(inhoud.opschaling)?.stand === 'open',
      }
    case 'doorgestuurd':
      return {
        soort: 'doorgestuurd',
        naar: inhoud.naar,
        // Of one from before it lay in a work list nobody says whether it was taken.
        wachtNog: ({ stand, verzoeken }) =>
          stand === 'open' && (verzoeken.get(inhoud.doorzending)?.stand ?? 'open') === 'open',
      }
    case 'overdracht-aangeboden':
      return {
        soort: 'overdracht',
        naar: inhoud.aan,
        wachtNog: ({ overdrachten }) => overdrachten.get(inhoud.overdracht)?.stand === 'open',
      }
    default:
      return undefined
  }
}

/** Which organisation was asked for this step and did not say yet what it does. */
function gevraagde(stand: Ketenzaak | undefined, id: string): OrganisatieId | undefined {
  const stap = stand?.stappen.get(id)
  return stap?.stand === 'gevraagd' && stap.eigenaar.soort === 'organisatie'
    ? stap.eigenaar.organisatie
    : undefined
}

const soorten: readonly string[] = [
  'onderdeel-erbij',
  'stap-gepland',
  'stap-gewijzigd',
  'stap-stand',
  'opgeschaald',
  'doorgestuurd',
  'overdracht-aangeboden',
] satisfies readonly Voorval['inhoud']['soort'][]
/** By which something is not waited for any more. */
const einden: readonly string[] = [
  'stap-gewijzigd',
  'stap-stand',
  'opgeschaald',
  'opschaling-behandeld',
  'doorbroken',
  'overdracht-aanvaard',
  'overdracht-geweigerd',
  'overdracht-ingetrokken',
  'overdracht-verlopen',
  'verzoek-aangenomen',
  'verzoek-teruggegeven',
  'deelnemer-weg',
  'gesloten',
] satisfies readonly Voorval['inhoud']['soort'][]

export interface Klantwerkbronnen {
  /** Of this organisation; `undefined`: it has none that we are connected to. */
  readonly bij: (organisatie: OrganisatieId) => Klantwerk | undefined
  /** Is there any at all? */
  readonly isEr: () => boolean
}

export interface Klantmeldingdelen {
  readonly store: Pick<KetenzaakStore, 'laad'>
  readonly klantwerk: Pick<KlantwerkStore, 'leg'>
  readonly bronnen: Klantwerkbronnen
  readonly nu: () => Date
}

/** Puts in the outbox what goes to a register of contacts: the same event is the same row, however often this runs. */
export function createKlantmelding({ store, klantwerk, bronnen, nu }: Klantmeldingdelen): MeldKeten {
  return async (berichten) => {
    if (!bronnen.isEr()) return
    const mee = berichten.filter(({ type }) => {
      const soort = type.split('.').at(-1) ?? ''
      return soorten.includes(soort) || einden.includes(soort)
    })
    for (const [ketenzaak, rij] of Map.groupBy(mee, ({ subject }) => subject))
      await klantwerk.leg(await rijenVan({ store, bronnen, nu }, ketenzaak, rij))
  }
}

async function rijenVan(
  { store, bronnen, nu }: Omit<Klantmeldingdelen, 'klantwerk'>,
  ketenzaak: string,
  berichten: readonly Ketenbericht[],
): Promise<readonly Omit<Uitgaand, 'pogingen'>[]> {
  const { voorvallen } = await store.laad({ soort: 'taak' }, ketenzaak)
  const einde = speelAf(ketenzaak, voorvallen)
  const nummers = new Set(berichten.map(({ data }) => data.nr))
  const eerste = Math.min(...nummers)
  const rij = ({ naar }: Klantvoorval, nr: number, af?: true): Omit<Uitgaand, 'pogingen'> => ({
    ...{ id: `${ketenzaak}/${String(nr).padStart(5, '0')}/klant${af ? '-af' : ''}`, soort: 'klant' },
    ...{ naar, ketenzaak, op: nu(), inhoud: { nr, ...(af && { af }) } },
  })
  const uit: Omit<Uitgaand, 'pogingen'>[] = []
  let voor: Ketenzaak | undefined
  let ervoor: Ketenzaak | undefined
  const gevraagd: { readonly nr: number; readonly is: Klantvoorval }[] = []
  for (const voorval of voorvallen) {
    if (voorval.nr === eerste) ervoor = voor
    const na = evolve(ketenzaak, voor, voorval)
    const is = klantvoorval(voorval, voor, na)
    voor = na
    if (is === undefined || einde === undefined) continue
    const { nr } = voorval
    gevraagd.push({ nr, is })
    if (nummers.has(nr) && gaat(is, einde, bronnen.bij(is.naar))) uit.push(rij(is, nr))
  }
  // What was waited for before these events, or came with them, and is not waited for any more: its task is done. Of one
  // that was never made there is nothing to do there.
  for (const { nr, is } of gevraagd) {
    if (is.soort === 'contact' || einde === undefined || is.wachtNog(einde)) continue
    const isVanNu = nr >= eerste ? nummers.has(nr) : ervoor !== undefined && is.wachtNog(ervoor)
    if (!isVanNu || bronnen.bij(is.naar)?.neemtTaken !== true) continue
    uit.push(rij(is, nr, true))
  }
  return uit
}

/** A contact always; a task to who has somebody for it, while it is waited for. */
function gaat({ soort, wachtNog }: Klantvoorval, nu: Ketenzaak, werk: Klantwerk | undefined): boolean {
  if (werk === undefined) return false
  return soort === 'contact' || (werk.neemtTaken && wachtNog(nu))
}

export interface Klantbezorgdelen {
  readonly store: Pick<KetenzaakStore, 'laad'>
  readonly bronnen: Pick<Klantwerkbronnen, 'bij'>
  /** Texts of the house in the language of registers: Dutch. */
  readonly t: (sleutel: string, waarden?: Readonly<Record<string, string>>) => string
  readonly datum: (dag: string) => string
  /** Where somebody there opens the case; absent: we do not know under which name people reach us. */
  readonly adresVan: (ketenzaak: string) => string | undefined
}

/** Brings one. What is not waited for any more is not brought, nor what is for who is not connected any more. */
export function createKlantbezorger(delen: Klantbezorgdelen): (wat: Uitgaand) => Promise<Bezorgd> {
  return async ({ ketenzaak, naar, inhoud }) => {
    // Written by `createKlantmelding`.
    const { nr, af } = inhoud as { readonly nr: number; readonly af?: true }
    const werk = delen.bronnen.bij(naar)
    const { voorvallen } = await delen.store.laad({ soort: 'taak' }, ketenzaak)
    const tot = (hoogste: number) =>
      speelAf(
        ketenzaak,
        voorvallen.filter((een) => een.nr <= hoogste),
      )
    const [voorval, na, einde] = [
      voorvallen.find((een) => een.nr === nr),
      tot(nr),
      tot(Number.MAX_SAFE_INTEGER),
    ]
    const is = voorval && na && klantvoorval(voorval, tot(nr - 1), na)
    if (werk === undefined || voorval === undefined || einde === undefined || is === undefined)
      return { status: 'klaar' }
    const { onderwerp, taak } = woorden(delen, is, einde)
    const wat = { kenmerk: `${ketenzaak}/${nr}`, op: voorval.op, zaak: ketenzaak, onderwerp }
    if (af !== true && !gaat(is, einde, werk)) return { status: 'klaar' }
    const { status } = await (af === true ? werk.rondAf(wat) : werk.leg({ ...wat, ...(taak && { taak }) }))
    return { status: status === 'ok' ? 'klaar' : 'wacht' }
  }
}

/** Sentences of ours with the number of the case, and no word of anybody. */
function woorden(
  { t, datum, adresVan }: Klantbezorgdelen,
  { soort, termijn }: Klantvoorval,
  { id, nummer }: Ketenzaak,
): Pick<NieuwKlantwerk, 'onderwerp' | 'taak'> {
  if (soort === 'contact') return { onderwerp: t('loket.klantwerk.contact', { nummer }) }
  const adres = adresVan(id)
  return {
    onderwerp: t('loket.klantwerk.onderwerp', { nummer }),
    taak: {
      handeling: t(`loket.klantwerk.${soort}`, termijn === undefined ? {} : { datum: datum(termijn) }),
      ...(adres !== undefined && { toelichting: t('loket.klantwerk.waar', { adres }) }),
    },
  }
}
