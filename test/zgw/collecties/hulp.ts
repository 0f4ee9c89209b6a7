import type { ZgwAntwoord, ZgwVerzoek } from '../../../src/zgw/aanbieder/index.ts'

/** What a collection calls besides the provider: reference lists with a few rows of each kind, and known addresses. */
export function hulpAntwoord({ adres, methode }: ZgwVerzoek, wortel: string): ZgwAntwoord | undefined {
  const [, eerste, ...rest] = adres.pathname.split('/')
  if (eerste === 'mock') return mock(rest.join('/'), methode, wortel)
  if (eerste !== 'referentielijsten') return undefined
  const basis = `${wortel}/referentielijsten/api/v1`
  const [soort = '', id] = rest.slice(2)
  const lijst = lijsten(basis)[soort]
  if (lijst === undefined) return json(404, {})
  if (id !== undefined) {
    const rij = lijst.find(({ url }) => url.endsWith(`/${id}`))
    return rij === undefined ? json(404, {}) : json(200, rij)
  }
  const procesType = adres.searchParams.get('procesType')
  const gezocht = lijst.filter((rij) => procesType === null || rij.procesType === procesType)
  const isPagina = soort === 'resultaten'
  return json(
    200,
    isPagina ? { count: gezocht.length, next: null, previous: null, results: gezocht } : gezocht,
  )
}

interface Rij {
  readonly url: string
  readonly procesType?: string
  readonly [veld: string]: unknown
}

const termijnen = ['nihil', 'vast_te_leggen_datum', 'ingeschatte_bestaansduur_procesobject', ''] as const

/** Made up: enough for each kind of term, with a term to keep and one to destroy, under two kinds of process. */
function lijsten(basis: string): Readonly<Record<string, readonly Rij[]>> {
  const procestype = (nr: number) => `${basis}/procestypen/${nr}`
  const resultaten = [1, 2].flatMap((proces) =>
    termijnen.flatMap((procestermijn, i) =>
      (['vernietigen', 'blijvend_bewaren'] as const).map((waardering, j) => ({
        url: `${basis}/resultaten/${proces * 100 + i * 10 + j}`,
        procesType: procestype(proces),
        nummer: i * 10 + j + 1,
        naam: `Resultaat ${i}${j}`,
        waardering,
        procestermijn,
        bewaartermijn: waardering === 'vernietigen' ? 'P5Y' : null,
      })),
    ),
  )
  return {
    resultaten,
    procestypen: [1, 2].map((nr) => ({ url: procestype(nr), nummer: nr, jaar: 2020, naam: `Proces ${nr}` })),
    resultaattypeomschrijvingen: ['Afgebroken', 'Afgehandeld', 'Toegekend', 'Afgewezen'].map(
      (omschrijving, i) => ({
        url: `${basis}/resultaattypeomschrijvingen/${i + 1}`,
        omschrijving,
        definitie: omschrijving,
        opmerking: '',
      }),
    ),
    communicatiekanalen: ['Balie', 'Telefoon', 'E-formulier'].map((naam, i) => ({
      url: `${basis}/communicatiekanalen/${i + 1}`,
      naam,
      omschrijving: naam,
    })),
  }
}

function mock(pad: string, methode: string, wortel: string): ZgwAntwoord {
  const url = `${wortel}/mock/${pad}`
  switch (pad) {
    case '200':
      return json(200, {})
    case '204':
      return { status: 204, koppen: {}, lichaam: '' }
    case 'zaaktype':
      return json(200, { url, identificatie: 'MOCK', omschrijving: 'Een zaaktype elders', concept: false })
    case 'zaak':
      return json(200, { url, identificatie: 'MOCK', zaaktype: `${wortel}/mock/zaaktype`, einddatum: null })
    case 'communicatiekanaal':
      return json(200, { url, naam: 'Balie', omschrijving: '' })
    default:
      return json(404, { code: 'not_found', detail: methode })
  }
}

const json = (status: number, inhoud: unknown): ZgwAntwoord => ({
  status,
  koppen: { 'content-type': 'application/json' },
  lichaam: JSON.stringify(inhoud),
})
