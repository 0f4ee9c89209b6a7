import { type Bron, type BronOmgeving, type Bronstand, createBron } from '../../platform/bron/index.ts'
import type { RegisterUitkomst } from '../register.ts'
import type { Zaakverkenner } from '../verkenning.ts'
import type { Zaakaanwijzer, Zaakbron } from '../zaakbron.ts'
import type { Aanmelden } from './aanmelden.ts'
import { type Component, componenten, maakAdressen } from './adressen.ts'
import type { Binnen, Huis, ZgwInstelling } from './binnen.ts'
import { createCatalogus } from './catalogus.ts'
import { haalDocument } from './documenten.ts'
import { haal } from './haal.ts'
import { createKlant } from './klant.ts'
import { voegToe } from './toevoegen.ts'
import { verken } from './verken.ts'
import { Vermogensboek } from './vermogens.ts'
import { refVan } from './verwant.ts'
import { wieHeeft, type ZoekPersoon } from './wie-heeft.ts'
import { zaaktypenVan } from './zaaktypen.ts'
import { zoek } from './zoek.ts'

export interface ZgwOnderdelen extends Omit<Huis, 'nu' | 'log'>, BronOmgeving {
  readonly aanmelden: Aanmelden
  readonly zoekPersoon: ZoekPersoon
}

/** The cases of one organisation over ZGW: Zaken 1.2 and later, Catalogi, Documenten, Besluiten. */
export interface ZgwZaakbron extends Zaakbron, Zaakaanwijzer, Zaakverkenner {
  /** Of each component that there is. */
  readonly standen: () => Readonly<Partial<Record<Component, Bronstand>>>
  readonly sluit: () => void
}

/**
 * Per request. A register needs longer than our own: ten seconds, of which two to connect. A page of a hundred cases
 * with all that belongs to them is large; a list of ten million characters of one case is none.
 */
const gewoneZaakgrenzen = {
  verbindMs: 2_000,
  totaalMs: 10_000,
  maxBytes: 8 * 1024 * 1024,
  // Where nothing can be expanded one person is tens of questions.
  wachtend: 500,
}
/** Documents are large and fewer at a time. */
const documentgrenzen = { totaalMs: 30_000, tegelijk: 8 }

export function zgwZaakbron(instelling: ZgwInstelling, onderdelen: ZgwOnderdelen): ZgwZaakbron {
  const { aanmelden, zoekPersoon, klok, log, ...rest } = onderdelen
  const { nu } = klok
  const adressen = maakAdressen(instelling.urls, instelling.noemtZich)
  const bronnen: Partial<Record<Component, Bron>> = {}
  for (const component of componenten) {
    const basisUrl = instelling.urls[component]
    if (basisUrl === undefined) continue
    bronnen[component] = createBron(
      {
        naam: `${instelling.id} ${component}`,
        basisUrl,
        aanmelden,
        grenzen: {
          ...gewoneZaakgrenzen,
          ...(component === 'drc' ? documentgrenzen : {}),
          ...instelling.grenzen,
        },
        ...(instelling.tls === undefined ? {} : { tls: instelling.tls }),
        magNaar: instelling.magNaar,
      },
      onderdelen,
    )
  }
  const klant = createKlant(bronnen, adressen, nu)
  const binnen: Binnen = {
    instelling,
    huis: { ...rest, nu, log },
    klant,
    catalogus: createCatalogus(klant, nu),
    vermogens: new Vermogensboek(nu),
  }
  const alle = Object.entries(bronnen)
  const bezig = new Map<string, Promise<RegisterUitkomst<void>>>()
  /** Twice at the same moment is once; see `identificatieVoor` for twice after each other. */
  const eenKeer = (sleutel: string, doe: () => Promise<RegisterUitkomst<void>>) => {
    const lopend = bezig.get(sleutel) ?? doe().finally(() => bezig.delete(sleutel))
    bezig.set(sleutel, lopend)
    return lopend
  }
  return {
    id: instelling.id,
    zoek: (vraag) => zoek(binnen, vraag),
    haal: (vraag, ref) => haal(binnen, vraag, ref),
    document: (vraag, ref, uuid) => haalDocument(binnen, vraag, ref, uuid),
    voegToe: (vraag, ref, nieuw) =>
      eenKeer(`${vraag.persoon}/${ref.uuid}/${nieuw.kenmerk}`, () => voegToe(binnen, vraag, ref, nieuw)),
    verken: () => verken(binnen),
    zaaktypen: () => zaaktypenVan(binnen),
    wieHeeft: (ref) => wieHeeft(binnen, zoekPersoon, ref),
    refVan: (url) => refVan(binnen, url),
    standen: () => Object.fromEntries(alle.map(([component, bron]) => [component, bron.stand()])),
    sluit: () => {
      for (const [, bron] of alle) bron.sluit()
    },
  }
}
