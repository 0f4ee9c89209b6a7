import { HOOGSTENS_TEKENS } from '../zoeken/index.ts'
import { zoekdeel as ervaringZoekdeel } from './pages/ervaring/filter.ts'
import { zoekdeel as modelZoekdeel } from './pages/lijnen/modelvraag.ts'
import { zoekdeel as berichtenZoekdeel } from './pages/mijn/berichten-filter.ts'
import { inzageZoekdeel } from './pages/mijn/inzage-filter.ts'
import { zoekdeel as postZoekdeel } from './pages/post/sturen.ts'
import * as redactie from './pages/redactie/controller.ts'
import { zoekdeel as zakenZoekdeel } from './pages/zaken/filter.ts'
import { routes, taalVan } from './routes.ts'

/** Only what the page itself understands goes along to the other languages. */
export function zoekdeelVan(url: URL): string {
  const { pad } = taalVan(url.pathname)
  if (pad === routes.redactieRegelingen.pad) return redactie.zoekdeel(url.searchParams)
  if (pad === routes.zaken.pad || pad === routes.balieZaken.pad) return zakenZoekdeel(url.searchParams)
  if (pad === routes.post.pad) return postZoekdeel(url.searchParams)
  if (pad === routes.berichten.pad) return berichtenZoekdeel(url.searchParams)
  if (pad === routes.afspraakNieuw.pad || pad === routes.balieAfspraakNieuw.pad)
    return teamZoekdeel(url.searchParams)
  if (pad === routes.inzage.pad) return inzageZoekdeel(url.searchParams)
  if (pad === routes.balieErvaring.pad) return ervaringZoekdeel(url.searchParams)
  if (pad === routes.balieLijnmodel.pad) return modelZoekdeel(url.searchParams)
  if (/\/loket\/[^/]+\/doe\//.test(pad)) return overZoekdeel(url.searchParams)
  const n = url.searchParams.get('n')
  if (n !== null && /^\d{1,3}$/.test(n)) return `?n=${n}`
  const q = url.searchParams.get('q')
  return q !== null && q.length <= HOOGSTENS_TEKENS ? `?${new URLSearchParams({ q })}` : ''
}

/** With whom and on which day: words of the corpus, and a date. */
function teamZoekdeel(zoek: URLSearchParams): string {
  const [team, dag] = [zoek.get('team') ?? '', zoek.get('dag') ?? '']
  if (!/^[a-z][\w-]{0,80}$/i.test(team)) return ''
  return `?${new URLSearchParams({ team, ...(/^\d{4}-\d{2}-\d{2}$/.test(dag) && { dag }) })}`
}

/** Of a form in a chain case: which step, share or offer it is about, by its id. */
function overZoekdeel(zoek: URLSearchParams): string {
  const over = zoek.get('over') ?? ''
  return /^[\w-]{1,64}$/.test(over) ? `?${new URLSearchParams({ over })}` : ''
}
