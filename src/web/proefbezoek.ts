/** For tests and measurements: a visitor who has filled everything in. */
import { padUit } from './proefweb.ts'
import { adres, type Taal } from './routes.ts'

/** A visitor that keeps cookies: `Bezoeker` without a port, or one over real HTTP. */
export interface Bezoek {
  readonly haal: (url: string) => Promise<Geantwoord>
  readonly stuur: (url: string, velden: Velden) => Promise<Geantwoord>
}
interface Geantwoord {
  readonly statusCode: number
  readonly headers: { readonly location?: string | undefined }
  readonly body: string
}

export type Velden = Readonly<Record<string, string>>
/** By the last part of the pointer, or by the whole pointer; what is not here is answered with «I do not know». */
export type Huishouden = Readonly<Record<string, Velden>>

const datum = (dag: string, maand: string, jaar: string): Velden => ({ dag, maand, jaar })
const w = (waarde: string): Velden => ({ waarde })

/** A couple with three children and a parent in the house, all with an income: as much on the page as there is. */
export const vol: Huishouden = {
  gemeente: { gemeente: 'Utrecht' },
  geboortedatum: datum('2', '4', '1990'),
  '/huishouden/partner/geboortedatum': datum('3', '5', '1991'),
  '/huishouden/kinderen/0/geboortedatum': datum('2', '4', '2016'),
  '/huishouden/kinderen/1/geboortedatum': datum('7', '9', '2019'),
  '/huishouden/kinderen/2/geboortedatum': datum('30', '11', '2024'),
  '/huishouden/medebewoners/0/geboortedatum': datum('1', '1', '1960'),
  partner: w('ja'),
  kinderen: w('3'),
  medebewoners: w('1'),
  toetsingsinkomen: w('16.000'),
  netto_maandinkomen: w('1100'),
  vermogen: w('1.000'),
  zorgverzekerd: w('ja'),
  '/huishouden/woning/soort': w('huur'),
  kale_huur: w('650,50'),
  zelfstandig: w('ja'),
}

const HOOGSTENS_VERZOEKEN = 200

/** Answers question after question until the overview; then a life event and a change are filled in as well. */
export async function vulAlles(bezoeker: Bezoek, taal: Taal = 'nl', wie = vol): Promise<number> {
  const klaar = adres(taal, 'overzicht')
  let url = adres(taal, 'vraag', { n: 1 })
  let vragen = 0
  for (let verzoeken = 0; verzoeken < HOOGSTENS_VERZOEKEN && url !== klaar; verzoeken += 1) {
    const pagina = await bezoeker.haal(url)
    if (pagina.statusCode === 303) {
      url = pagina.headers.location ?? ''
      continue
    }
    const pad = padUit(pagina.body)
    const n = /name="n" value="(\d+)"/.exec(pagina.body)?.[1] ?? '1'
    const velden = wie[pad] ?? wie[pad.split('/').at(-1) ?? ''] ?? { actie: 'weet-niet' }
    const antwoord = await bezoeker.stuur(adres(taal, 'antwoord'), { pad, n, ...velden })
    if (antwoord.statusCode !== 303) throw new Error(`${pad}: ${antwoord.statusCode}`)
    url = antwoord.headers.location ?? ''
    vragen += 1
  }
  if (url !== klaar) throw new Error('er komt geen eind aan de vragen')
  await bezoeker.stuur(adres(taal, 'gebeurtenisAntwoord', { gebeurtenis: 'kind-krijgen' }), {
    ...datum('14', '3', '2026'),
    gemeente: '',
  })
  await bezoeker.stuur(adres(taal, 'watAlsStuur', { soort: 'werken' }), { inkomen: '42000' })
  return vragen
}
