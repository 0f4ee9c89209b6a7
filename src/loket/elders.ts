/** Chain cases that lie at another installation, done from here: read there, written there, and nowhere else. */
import { createHmac } from 'node:crypto'
import { type Audit, ontzegel, type Sleutelring, verzegel } from '../audit/index.ts'
import { isUuid7, type OrganisatieId, type Toeval } from '../domain/index.ts'
import type { Subject } from '../toegang/index.ts'
import type { EldersStore } from './elders-store.ts'
import {
  beeldSchema,
  isOpdrachtElders,
  type Opdrachtelders,
  uitslagSchema,
  werkSchema,
} from './federatie/vormen.ts'
import type { Ketenweg } from './ketenweg.ts'
import type { Ketenverbinding, Koppelingen } from './koppelingen.ts'
import type {
  Elders,
  Ketenbeeld,
  Loket,
  Loketvrager,
  NietGelezen,
  Opdrachtkop,
  Uitslag,
  Werkregel,
} from './loket.ts'
import type { Bezorgd } from './uitgaand.ts'
import type { Uitgaand, UitgaandStore } from './uitgaand-store.ts'
import { magVan, type Toegangsdelen } from './vrager.ts'
import { metElders } from './werkblad.ts'

export interface Eldersdelen extends Toegangsdelen {
  readonly store: EldersStore
  readonly uitgaand: UitgaandStore
  readonly koppelingen: Pick<Koppelingen, 'opOrganisatie' | 'verbindingen'>
  readonly weg: Pick<Ketenweg, 'vraag'>
  readonly audit: Pick<Audit, 'schrijf'>
  readonly ring: Sleutelring
  readonly toeval: Toeval
}

export interface Eldersdienst {
  /** The same loket, with the cases that lie elsewhere among those that lie here. */
  readonly metElders: (loket: Loket) => Loket
  readonly bezorgOpdracht: (wat: Uitgaand) => Promise<Bezorgd>
  /** Somebody said that something changed in a case of theirs. */
  readonly hoor: (
    van: Ketenverbinding,
    over: { readonly ketenzaak: string; readonly type: string },
  ) => Promise<void>
  /** What lies with organisations here at each of the other installations. Gives how many answered. */
  readonly ververs: () => Promise<number>
}

/** Named limits: what was read is shown again for so long when it cannot be read; so many of those at once. */
const geheugenMs = 15 * 60_000
const maxGeheugen = 500
/** So long is the one who sent it the one who tries; after that it is the work that goes on by itself. */
const eersteMs = 10_000

type Medewerker = Extract<Subject, { readonly soort: 'medewerker' }>

export function createElders(delen: Eldersdelen): Eldersdienst {
  const geheugen = new Map<string, { readonly beeld: Ketenbeeld; readonly gelezen: Date }>()
  const stil: Stil = new Map()
  const bezorgOpdracht = (wat: Uitgaand) => bezorg(delen, wat)
  return {
    bezorgOpdracht,
    hoor: (van, over) => hoor(delen, van, over),
    ververs: () => ververs(delen, stil),
    metElders: (loket) => ({
      ...loket,
      async bekijk(vrager, ketenzaak, sinds) {
        const hier = await loket.bekijk(vrager, ketenzaak, sinds)
        if (hier !== undefined) return hier
        const plek = await plekVan(delen, vrager, ketenzaak)
        return plek && bekijk(delen, { geheugen, stil }, plek)
      },
      async overzie(vrager, ketenzaak) {
        const hier = await loket.overzie(vrager, ketenzaak)
        if (hier !== undefined) return hier
        const plek = await plekVan(delen, vrager, ketenzaak)
        return plek && bekijk(delen, { geheugen, stil }, plek)
      },
      async doe(vrager, kop, opdracht) {
        const hier = await loket.doe(vrager, kop, opdracht)
        if (hier.status !== 'geweigerd' || hier.weigering.reden !== 'niet-gevonden') return hier
        const plek = await plekVan(delen, vrager, kop.ketenzaak)
        if (plek === undefined) return hier
        if (!isOpdrachtElders(opdracht)) return { status: 'geweigerd', weigering: { reden: 'mag-niet' } }
        return doe(delen, plek, kop, opdracht)
      },
      async werkvoorraad(vrager) {
        const hier = await loket.werkvoorraad(vrager)
        const elders = await werkElders(delen, vrager)
        return elders.length === 0 ? hier : [...hier, ...elders].toSorted(opTermijn)
      },
      async werkbladen(vrager, vraag) {
        const [hier, elders] = await Promise.all([loket.werkbladen(vrager, vraag), werkElders(delen, vrager)])
        return metElders(hier, elders, vraag)
      },
      async vindNummer(vrager, nummer) {
        const hier = await loket.vindNummer(vrager, nummer)
        return hier ?? (await werkElders(delen, vrager)).find((een) => een.nummer === nummer)?.ketenzaak
      },
      async ligtElders(vrager, ketenzaak) {
        const plek = await plekVan(delen, vrager, ketenzaak)
        if (plek === undefined) return undefined
        const opdrachten = await delen.store.opdrachten(plek.lezer, ketenzaak)
        return { bij: plek.bij, isNu: false, opdrachten, ...omVan(stil, plek) }
      },
      nietGelezen({ subject }) {
        if (subject.soort !== 'medewerker') return []
        return [...stil.values()].flatMap(({ voor, ...een }) => (voor === subject.organisatie ? [een] : []))
      },
    }),
  }
}

/** Of the last round, per connection: why nothing could be read there, and since when. */
type Stil = Map<string, NietGelezen & { readonly voor: OrganisatieId }>

const stilSleutel = (bij: OrganisatieId, voor: OrganisatieId): string => `${bij} ${voor}`

function omVan(stil: Stil, { bij, lezer }: Pick<Plek, 'bij' | 'lezer'>): Pick<Elders, 'om'> {
  const om = stil.get(stilSleutel(bij, lezer.organisatie))?.om
  return om === undefined ? {} : { om }
}

interface Plek {
  readonly ketenzaak: string
  readonly bij: OrganisatieId
  readonly subject: Medewerker
  readonly lezer: {
    readonly soort: 'medewerker'
    readonly organisatie: OrganisatieId
    readonly medewerker: string
  }
}

/** Where a case lies that is not here; nowhere for who may not see it. */
async function plekVan(
  delen: Eldersdelen,
  vrager: Loketvrager,
  ketenzaak: string,
): Promise<Plek | undefined> {
  const { subject } = vrager
  if (subject.soort !== 'medewerker' || !isUuid7(ketenzaak)) return undefined
  const { soort, organisatie, medewerker } = subject
  const lezer = { soort, organisatie, medewerker }
  const rij = await delen.store.vind(lezer, ketenzaak)
  if (rij === undefined) return undefined
  // That their organisation takes part is what the other installation said; what they see of it, it says again.
  const feiten = { ketenzaak, organisatie: rij.bij, deelnemers: [organisatie] }
  return magVan(delen, vrager, 'bekijken', feiten) ? { ketenzaak, bij: rij.bij, subject, lezer } : undefined
}

/** Who does it, as the other side may know: a mark of them for that organisation alone, their roles, and why. */
function doorVan({ ring }: Eldersdelen, { bij, subject }: Pick<Plek, 'bij' | 'subject'>) {
  const sleutel = ring.leid(ring.actief(), `keten medewerker ${bij}`)
  const mark = createHmac('sha256', sleutel).update(`${subject.organisatie}|${subject.medewerker}`)
  return {
    medewerker: mark.digest('hex').slice(0, 32),
    rollen: [...subject.rollen],
    grond: subject.grond?.doel ?? 'ketenzaak',
  }
}

async function bekijk(
  delen: Eldersdelen,
  {
    geheugen,
    stil,
  }: {
    readonly geheugen: Map<string, { readonly beeld: Ketenbeeld; readonly gelezen: Date }>
    readonly stil: Stil
  },
  plek: Plek,
): Promise<Ketenbeeld | undefined> {
  const { ketenzaak, bij, lezer } = plek
  const verbinding = await delen.koppelingen.opOrganisatie(bij)
  const basis = verbinding?.koppeling.keten
  const sleutel = `${lezer.organisatie} ${lezer.medewerker} ${ketenzaak}`
  const opdrachten = () => delen.store.opdrachten(lezer, ketenzaak)
  if (verbinding !== undefined && basis !== undefined) {
    const door = doorVan(delen, plek)
    // Before anybody has a word of it.
    await schrijf(delen, 'elders-gezien', plek, door)
    const antwoord = await delen.weg.vraag(verbinding, {
      adres: `${zonderSlash(basis)}/zaken/${ketenzaak}/beeld`,
      handeling: 'ketenzaak lezen',
      json: { door },
      vorm: beeldSchema,
    })
    if (antwoord.status === 'niet-gevonden') {
      geheugen.delete(sleutel)
      await delen.store.weg(ketenzaak, bij)
      return undefined
    }
    if (antwoord.status === 'ok') {
      // The same shape: only what may be absent has a type that says so in another way.
      const beeld = antwoord.inhoud.beeld as unknown as Ketenbeeld
      const gelezen = delen.nu()
      onthoud(geheugen, sleutel, { beeld, gelezen })
      return { ...beeld, elders: { bij, gelezen, isNu: true, opdrachten: await opdrachten() } }
    }
  }
  const eerder = geheugen.get(sleutel)
  if (eerder === undefined || delen.nu().getTime() - eerder.gelezen.getTime() > geheugenMs) return undefined
  const elders: Elders = {
    bij,
    gelezen: eerder.gelezen,
    isNu: false,
    opdrachten: await opdrachten(),
    ...omVan(stil, plek),
  }
  return { ...eerder.beeld, elders }
}

function onthoud<V>(geheugen: Map<string, V>, sleutel: string, waarde: V): void {
  geheugen.delete(sleutel)
  geheugen.set(sleutel, waarde)
  const [oudste] = geheugen.keys()
  if (geheugen.size > maxGeheugen && oudste !== undefined) geheugen.delete(oudste)
}

function schrijf(
  { audit, nu }: Eldersdelen,
  soort: 'elders-gezien' | 'opdracht-naar-elders',
  { ketenzaak, bij, lezer: { organisatie } }: Plek,
  { medewerker, grond, ...meer }: ReturnType<typeof doorVan> & Readonly<Record<string, unknown>>,
) {
  const { rollen: _, ...codes } = meer
  return audit.schrijf({
    onderwerp: `zaak:${ketenzaak}`,
    soort,
    tijd: nu(),
    codes: { ...(codes as Readonly<Record<string, string>>), organisatie, bij, medewerker, grond },
  })
}

/** What is sealed of a command until it arrived. */
interface Verpakt {
  readonly verwacht: number
  readonly na: readonly string[]
  readonly opdracht: Opdrachtelders
  readonly door: ReturnType<typeof doorVan>
}

const plekIn = (id: string) => ({ tabel: 'loket_uitgaand', rij: id, doel: 'opdracht' })

/** Kept first, then brought: whatever happens in between, it is not lost, and twice is once. */
async function doe(
  delen: Eldersdelen,
  plek: Plek,
  { id, verwacht, ketenzaak }: Opdrachtkop,
  opdracht: Opdrachtelders,
): Promise<Uitslag> {
  const { ring, toeval, uitgaand, nu } = delen
  if (!isUuid7(id)) return { status: 'geweigerd', weigering: { reden: 'niet-gevonden' } }
  const door = doorVan(delen, plek)
  const na = await uitgaand.wachtend(ketenzaak)
  const verpakt: Verpakt = { verwacht, na, opdracht, door }
  const { kid, cijfer } = verzegel(ring, plekIn(id), JSON.stringify(verpakt), { toeval })
  const op = nu()
  const wat: Omit<Uitgaand, 'pogingen'> = {
    id,
    soort: 'opdracht',
    naar: plek.bij,
    ketenzaak,
    op,
    inhoud: { voor: plek.lezer.organisatie, soort: opdracht.soort, kid, cijfer: cijfer.toString('hex') },
  }
  await schrijf(delen, 'opdracht-naar-elders', plek, { ...door, opdracht: id, wat: opdracht.soort })
  await uitgaand.leg([{ ...wat, volgend: new Date(op.getTime() + eersteMs) }])
  const bewaard: Uitslag = {
    status: 'ok',
    nr: verwacht,
    isHerhaald: false,
    isSamengevoegd: false,
    isBewaard: true,
  }
  // What was given before it goes before it.
  if (na.some((een) => een !== id)) return bewaard
  const uitkomst = await bezorg(delen, { ...wat, pogingen: 1 })
  if (uitkomst.status === 'wacht') return bewaard
  // What the other installation said, read by `uitslagSchema`; a reason that is new there is said as it is.
  const uitslag = uitkomst.uitkomst as Uitslag | { readonly status: 'weg' }
  // Whoever gave it is told now, whatever came of it.
  await uitgaand.klaar(id, nu(), { status: 'ok' })
  return uitslag.status === 'weg' ? { status: 'geweigerd', weigering: { reden: 'niet-gevonden' } } : uitslag
}

async function bezorg(delen: Eldersdelen, { id, naar, ketenzaak, inhoud }: Uitgaand): Promise<Bezorgd> {
  // Written by `doe`.
  const { kid, cijfer } = inhoud as { readonly kid: string; readonly cijfer: string }
  const verpakt = JSON.parse(
    ontzegel(delen.ring, plekIn(id), { kid, cijfer: Buffer.from(cijfer, 'hex') }),
  ) as Verpakt
  const verbinding = await delen.koppelingen.opOrganisatie(naar)
  const basis = verbinding?.koppeling.keten
  if (verbinding === undefined || basis === undefined) return { status: 'wacht' }
  const antwoord = await delen.weg.vraag(verbinding, {
    adres: `${zonderSlash(basis)}/zaken/${ketenzaak}/opdrachten`,
    handeling: 'opdracht aan ketenzaak',
    json: { id, ...verpakt },
    vorm: uitslagSchema,
  })
  if (antwoord.status === 'weg') return { status: 'wacht' }
  return { status: 'klaar', uitkomst: antwoord.status === 'ok' ? antwoord.inhoud : { status: 'weg' } }
}

async function hoor(
  { store, nu }: Eldersdelen,
  { koppeling: { organisatie: bij, voor } }: Ketenverbinding,
  { ketenzaak, type }: { readonly ketenzaak: string; readonly type: string },
): Promise<void> {
  // Who is no installation to do cases at is heard, and that is all.
  if (voor === undefined || !isUuid7(ketenzaak)) return
  if (/zaak-(verwijderd|afgesloten)$/.test(type)) await store.weg(ketenzaak, bij)
  else await store.erbij({ ketenzaak, bij, voor, op: nu() })
}

/** As nobody in particular: numbers, states and days, also of what no message told. */
async function ververs(delen: Eldersdelen, stil: Stil): Promise<number> {
  let aantal = 0
  for (const verbinding of await delen.koppelingen.verbindingen()) {
    const { organisatie: bij, voor, keten } = verbinding.koppeling
    if (voor === undefined || keten === undefined) continue
    const subject: Medewerker = {
      soort: 'medewerker',
      medewerker: 'ronde',
      organisatie: voor,
      rollen: ['behandelaar', 'coordinator', 'doorbreker'],
      doelen: [],
    }
    const antwoord = await delen.weg.vraag(verbinding, {
      adres: `${zonderSlash(keten)}/werk`,
      handeling: 'werk in ketenzaken',
      json: { door: doorVan(delen, { bij, subject }) },
      vorm: werkSchema,
    })
    const sleutel = stilSleutel(bij, voor)
    if (antwoord.status !== 'ok') {
      const eerder = stil.get(sleutel)
      const zegt = antwoord.status === 'weg' ? antwoord : undefined
      const om = zegt?.om ?? (zegt?.isNietGevraagd ? eerder?.om : undefined) ?? 'weg'
      stil.set(sleutel, { bij, voor, om, sinds: eerder?.sinds ?? delen.nu() })
      continue
    }
    stil.delete(sleutel)
    const regels = antwoord.inhoud.regels as unknown as readonly Werkregel[]
    await delen.store.zetWerk({ bij, voor, op: delen.nu() }, regels)
    aantal++
  }
  return aantal
}

async function werkElders(delen: Eldersdelen, vrager: Loketvrager): Promise<readonly Werkregel[]> {
  const { subject } = vrager
  if (subject.soort !== 'medewerker') return []
  const { soort, organisatie, medewerker } = subject
  if (!magVan(delen, vrager, 'bekijken', { deelnemers: [organisatie], organisatie })) return []
  const rijen = await delen.store.lijst({ soort, organisatie, medewerker })
  return rijen.flatMap(({ regels, bij }) => regels.map((regel) => ({ ...regel, elders: bij })))
}

function opTermijn(een: Werkregel, ander: Werkregel): number {
  return (een.termijn ?? '9999').localeCompare(ander.termijn ?? '9999')
}

const zonderSlash = (adres: string): string => adres.replace(/\/+$/, '')
