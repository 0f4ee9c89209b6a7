import type { BronAntwoord, BronUitkomst } from '../../platform/bron/index.ts'
import { crsKoppen } from '../../zgw/index.ts'
import type { Onderdeelstand, Verkenning } from '../verkenning.ts'
import { type Component, componenten } from './adressen.ts'
import type { Binnen } from './binnen.ts'
import { pad } from './klant.ts'
import { proefnummer } from './proefnummer.ts'
import { catalogusVorm, lijstVorm } from './vormen.ts'

const paden: Readonly<Record<Component, string>> = {
  zrc: pad('zaken', { identificatie: proefnummer }),
  ztc: 'catalogussen',
  drc: pad('enkelvoudiginformatieobjecten', { identificatie: proefnummer }),
  brc: pad('besluiten', { identificatie: proefnummer }),
}

/** Asks what can be asked without a person; how it goes for a test person is for `bronproeven.ts`. */
export async function verken(binnen: Binnen): Promise<Verkenning> {
  const { klant, huis } = binnen
  const lijsten = await Promise.all(
    componenten
      .filter((component) => klant.adressen.heeft(component))
      .map(async (component) => ({ component, ...(await probeer(binnen, component, paden[component])) })),
  )
  const zaken = lijsten.find(({ component }) => component === 'zrc')
  const isOpen = zaken?.uitkomst.status === 'ok'
  const [gezocht, vouwt] = isOpen
    ? await Promise.all([
        probeer(binnen, 'zrc', 'zaken/_zoek', { identificatie: proefnummer }),
        expandVan(binnen),
      ])
    : [undefined, 'onbekend' as const]
  const [klok] = lijsten.flatMap(({ uitkomst, opMs }) => klokVan(uitkomst, opMs))
  const noemtZich = vreemdeNaam(binnen, lijsten.find(({ component }) => component === 'ztc')?.uitkomst)
  return {
    op: huis.nu(),
    onderdelen: lijsten.map(({ component, uitkomst, ms }) => alsStand(component, uitkomst, ms)),
    zoek: zoekVan(gezocht?.uitkomst),
    expand: vouwt,
    crs: crsVan(zaken?.uitkomst),
    ...(klok === undefined ? {} : { klokverschilS: klok }),
    ...(noemtZich === undefined ? {} : { noemtZich }),
  }
}

type Antwoord = BronUitkomst<BronAntwoord>

async function probeer({ klant, huis }: Binnen, component: Component, waar: string, json?: unknown) {
  const bron = klant.bron(component)
  const beginMs = huis.nu().getTime()
  const uitkomst: Antwoord =
    bron === undefined
      ? { status: 'fout', soort: 'onbegrepen', sinds: huis.nu() }
      : await bron.roep({
          handeling: 'verkennen',
          methode: json === undefined ? 'GET' : 'POST',
          pad: waar,
          json,
          isHerhaalbaar: true,
          ...(component === 'zrc' ? { koppen: crsKoppen } : {}),
          lees: (antwoord) =>
            isLijst(antwoord) ? { soort: 'gelezen', inhoud: antwoord } : { soort: 'onleesbaar' },
        })
  const opMs = huis.nu().getTime()
  return { uitkomst, ms: opMs - beginMs, opMs }
}

function leesLijst({ lichaam }: BronAntwoord): readonly unknown[] | undefined {
  try {
    return lijstVorm.safeParse(JSON.parse(lichaam.toString('utf8'))).data?.results
  } catch {
    return undefined
  }
}

const isLijst = (antwoord: BronAntwoord) => leesLijst(antwoord) !== undefined

/** A name that no version has must be refused; where it is not, the parameter is passed over. */
async function expandVan(binnen: Binnen): Promise<Verkenning['expand']> {
  const met = (expand: string) =>
    probeer(binnen, 'zrc', pad('zaken', { identificatie: proefnummer, expand })).then(
      ({ uitkomst }) => uitkomst,
    )
  const [gewoon, onzin] = await Promise.all([met('status'), met('voordeurproef')])
  if (gewoon.status === 'fout' && gewoon.http === 400) return 'weigert'
  if (gewoon.status !== 'ok') return 'onbekend'
  if (onzin.status === 'ok') return 'negeert'
  return onzin.status === 'fout' && onzin.http === 400 ? 'ja' : 'onbekend'
}

function zoekVan(uitkomst: Antwoord | undefined): Verkenning['zoek'] {
  if (uitkomst === undefined) return 'onbekend'
  if (uitkomst.status === 'ok') return 'ja'
  if (uitkomst.status === 'niet-gevonden') return 'nee'
  return [400, 405, 501].includes(uitkomst.http ?? 0) ? 'nee' : 'onbekend'
}

function crsVan(uitkomst: Antwoord | undefined): Verkenning['crs'] {
  if (uitkomst?.status === 'ok') return 'goed'
  const http = uitkomst?.status === 'fout' ? uitkomst.http : undefined
  return [406, 412, 415].includes(http ?? 0) ? 'geweigerd' : 'onbekend'
}

function klokVan(uitkomst: Antwoord, opMs: number): number[] {
  const daar = uitkomst.status === 'ok' ? Date.parse(uitkomst.inhoud.koppen.date ?? '') : Number.NaN
  return Number.isNaN(daar) ? [] : [Math.round((daar - opMs) / 1_000)]
}

/** The commonest mistake in a connection: the source calls itself by another name than we call it. */
function vreemdeNaam({ klant }: Binnen, uitkomst: Antwoord | undefined): string | undefined {
  if (uitkomst?.status !== 'ok') return undefined
  const [eerste] = leesLijst(uitkomst.inhoud) ?? []
  const url = catalogusVorm.safeParse(eerste).data?.url
  if (url === undefined || klant.adressen.ontleed(url) !== undefined) return undefined
  return url.slice(0, url.lastIndexOf('/catalogussen/'))
}

function alsStand(component: Component, uitkomst: Antwoord, ms: number): Onderdeelstand {
  if (uitkomst.status === 'niet-gevonden') return { component, ms, stand: 'niet-gevonden', http: 404 }
  if (uitkomst.status === 'fout') {
    const { soort, http, oorzaak } = uitkomst
    return {
      component,
      ms,
      stand: soort,
      ...(http === undefined ? {} : { http }),
      ...(oorzaak === undefined ? {} : { oorzaak }),
    }
  }
  const { koppen, http } = uitkomst.inhoud
  const versie = koppen['api-version']
  const isVersie = typeof versie === 'string' && /^[\w.-]{1,20}$/.test(versie)
  return { component, ms, stand: 'goed', http, ...(isVersie ? { versie } : {}) }
}
