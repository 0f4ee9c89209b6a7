/** What another installation may ask of cases that lie here: one professional's view, a command, a list of work. */
import { randomUUID } from 'node:crypto'
import type { ZodType } from 'zod'
import { isUuid7, type OrganisatieId } from '../../domain/index.ts'
import { foutAntwoord } from '../../zgw/aanbieder/index.ts'
import { ZgwFout } from '../../zgw/index.ts'
import type { Gehoord } from '../elders.ts'
import { ketentokenuitleg, leesKetentoken } from '../ketentoken.ts'
import type { Ketenverbinding, Koppelingen } from '../koppelingen.ts'
import type { Ketenbeeld, Loket, Loketvrager } from '../loket.ts'
import { teVaak } from '../te-vaak.ts'
import { idVan } from '../vast-id.ts'
import {
  beeldvraagSchema,
  type Doorelders,
  deurmerk,
  ketengebeurtenisSchema,
  opdrachtenElders,
  opdrachtvraagSchema,
} from './vormen.ts'

export interface Ketendeurverzoek {
  /** Below the door, without a slash in front. */
  readonly pad: string
  readonly authorization: string | undefined
  readonly tekst: string
}

export interface Ketendeurantwoord {
  readonly status: number
  readonly koppen: Readonly<Record<string, string>>
  readonly lichaam: string
}

export type Ketendeur = (verzoek: Ketendeurverzoek) => Promise<Ketendeurantwoord>

export interface Ketendeurdelen {
  readonly loket: Pick<Loket, 'bekijk' | 'doe' | 'werkvoorraad'>
  readonly koppelingen: Pick<Koppelingen, 'opClient' | 'merkToken'>
  readonly vragerVan: (organisatie: OrganisatieId, door: Doorelders) => Loketvrager
  /** By which name this organisation knows somebody. */
  readonly pseudoniem: (organisatie: OrganisatieId, persoon: string) => string
  /** On the chain of the case: who did it there, and on what ground. What was done writes that with the deed itself. */
  readonly schrijf: (
    soort: 'gezien-van-elders' | 'opdracht-van-elders',
    ketenzaak: string,
    codes: Readonly<Record<string, string>>,
  ) => Promise<void>
  /** That something changed in a case of theirs. */
  readonly hoor: (verbinding: Ketenverbinding, gebeurtenis: Gehoord) => Promise<void>
  /** Counts one question; gives how many seconds to wait when it is one too many. */
  readonly tel: (client: string) => Promise<number | undefined>
  readonly nu: () => Date
}

export function createKetendeur(delen: Ketendeurdelen): Ketendeur {
  return async (verzoek) => {
    const { koppen, ...rest } = await beantwoord(verzoek)
    return { ...rest, koppen: { ...koppen, [deurmerk.kop]: deurmerk.waarde } }
  }
  async function beantwoord({ pad, authorization, tekst }: Ketendeurverzoek): Promise<Ketendeurantwoord> {
    try {
      const aangemeld = await leesKetentoken(authorization, tekst, {
        koppelingen: delen.koppelingen,
        nu: delen.nu(),
      })
      if ('fout' in aangemeld)
        throw new ZgwFout(403, aangemeld.fout, ketentokenuitleg(aangemeld.fout, delen.nu()))
      const { verbinding } = aangemeld
      const seconden = await delen.tel(verbinding.koppeling.client ?? '')
      if (seconden !== undefined) throw teVaak(seconden)
      return await antwoord(delen, verbinding, pad, tekst)
    } catch (fout) {
      if (!(fout instanceof ZgwFout)) throw fout
      const { lichaam, ...rest } = foutAntwoord(fout, randomUUID())
      return { ...rest, lichaam: String(lichaam) }
    }
  }
}

const json = (inhoud: unknown): Ketendeurantwoord => ({
  status: 200,
  koppen: { 'content-type': 'application/json' },
  lichaam: JSON.stringify(inhoud),
})
const nergens = () => new ZgwFout(404, 'not_found', 'Niet gevonden.')

async function antwoord(
  delen: Ketendeurdelen,
  verbinding: Ketenverbinding,
  pad: string,
  tekst: string,
): Promise<Ketendeurantwoord> {
  const [wat, ketenzaak = '', hoe] = pad.split('/')
  if (pad === 'berichten') return hoor(delen, verbinding, tekst)
  if (pad === 'werk') {
    const { door } = lees(beeldvraagSchema, tekst)
    const regels = await delen.loket.werkvoorraad(delen.vragerVan(verbinding.koppeling.organisatie, door))
    return json({ regels: regels.filter(({ soort }) => soort !== 'regie' && soort !== 'terug') })
  }
  if (wat !== 'zaken') throw nergens()
  if (hoe === 'beeld') return geefBeeld(delen, verbinding, ketenzaak, lees(beeldvraagSchema, tekst).door)
  if (hoe === 'opdrachten') return doe(delen, verbinding, ketenzaak, tekst)
  throw nergens()
}

async function geefBeeld(
  delen: Ketendeurdelen,
  { koppeling: { organisatie } }: Ketenverbinding,
  ketenzaak: string,
  door: Doorelders,
): Promise<Ketendeurantwoord> {
  const beeld = await delen.loket.bekijk(delen.vragerVan(organisatie, door), ketenzaak)
  // Who owns a case has it here; from elsewhere nobody is in charge of it.
  if (beeld === undefined || beeld.zicht.als === 'regie' || beeld.zicht.als === 'inwoner') throw nergens()
  await delen.schrijf('gezien-van-elders', ketenzaak, {
    organisatie,
    medewerker: door.medewerker,
    grond: door.grond,
  })
  return json({ beeld: naarBuiten(delen, organisatie, beeld) })
}

/** The same view; a person goes out under a name of this organisation alone, and what cannot be done there is left out. */
function naarBuiten(
  { pseudoniem }: Ketendeurdelen,
  organisatie: OrganisatieId,
  { zicht, zin, verloop, herkomst }: Ketenbeeld,
) {
  const { betrokkene, kan, ...rest } = zicht
  return {
    zin,
    verloop,
    herkomst,
    zicht: {
      ...rest,
      kan: kan.filter((soort) => (opdrachtenElders as readonly string[]).includes(soort)),
      ...(betrokkene && {
        betrokkene:
          betrokkene.soort === 'persoon'
            ? { ...betrokkene, persoon: idVan('betrokkene', pseudoniem(organisatie, betrokkene.persoon)) }
            : betrokkene,
      }),
    },
  }
}

async function doe(
  delen: Ketendeurdelen,
  { koppeling: { organisatie } }: Ketenverbinding,
  ketenzaak: string,
  tekst: string,
): Promise<Ketendeurantwoord> {
  const { id, verwacht, na, opdracht, door } = lees(opdrachtvraagSchema, tekst)
  if (!isUuid7(ketenzaak)) throw nergens()
  // What was optional and absent has no key, as in a form here.
  const kaal = JSON.parse(JSON.stringify(opdracht)) as Parameters<Loket['doe']>[2]
  const { medewerker, grond } = door
  const codes = { organisatie, medewerker, grond, opdracht: id, wat: opdracht.soort }
  const uitslag = await delen.loket.doe(
    delen.vragerVan(organisatie, door),
    { id, ketenzaak, verwacht, na, vanElders: codes },
    kaal,
  )
  // Of a case that is not there, or not theirs, there is no chain to write on.
  const isNergens = uitslag.status === 'geweigerd' && uitslag.weigering.reden === 'niet-gevonden'
  if (uitslag.status !== 'ok' && !isNergens)
    await delen.schrijf('opdracht-van-elders', ketenzaak, { ...codes, uitkomst: uitslag.status })
  return json(uitslag)
}

async function hoor(
  { hoor: hoorVan }: Ketendeurdelen,
  verbinding: Ketenverbinding,
  tekst: string,
): Promise<Ketendeurantwoord> {
  const { subject, type, voordeurvergeet } = lees(ketengebeurtenisSchema, tekst)
  const vergeet = voordeurvergeet === true
  await hoorVan(verbinding, { ketenzaak: subject.toLowerCase(), type, vergeet })
  return { status: 204, koppen: {}, lichaam: '' }
}

function lees<T>(vorm: ZodType<T>, tekst: string): T {
  let waarde: unknown
  try {
    waarde = JSON.parse(tekst)
  } catch {
    throw new ZgwFout(400, 'parse_error', 'Dit is geen JSON.')
  }
  const gelezen = vorm.safeParse(waarde)
  if (gelezen.success) return gelezen.data
  throw new ZgwFout(400, 'invalid', 'Dit bericht klopt niet.', {
    velden: gelezen.error.issues.map(({ path, message }) => ({
      name: path.map(String).join('.') || 'nonFieldErrors',
      code: 'invalid',
      reason: message,
    })),
  })
}
