import { randomBytes } from 'node:crypto'
import { apparaatVan, type Inloguitkomst, type VoorKeuze } from '../../../toegang/index.ts'
import { secondenVan } from '../../bezoek/bezoek.ts'
import {
  inlogRegel,
  inlogUit,
  isMiddel,
  sessieRegel,
  zonderInlogRegel,
  zonderSessieRegel,
} from '../../bezoek/sessiekoekje.ts'
import { leesInlogmee } from '../../inlogmee.ts'
import { adres } from '../../routes.ts'
import { leesTerugnaam } from '../../terugnaam.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { inlogPagina } from './inlog-pagina.ts'
import { bijInloggen, zonderBronnen } from './invul-feiten.ts'

/** Choose how to log in, and why. */
export function kies({ context, zoek, mijn }: Verzoek): Antwoord {
  const naar = leesTerugnaam(zoek.get('naar')) ?? 'mijn'
  return {
    soort: 'pagina',
    pagina: inlogPagina(context, {
      naar,
      mee: leesInlogmee(naar, (naam) => zoek.get(naam)),
      middelen: mijn?.inlog.middelen,
      isUit: zoek.get('gedaan') === 'uitgelogd',
    }),
  }
}

/** A link and not a form: our own security policy lets no form end at another website. */
export async function start({ context, zoek, mijn, post, nu }: Verzoek): Promise<Antwoord> {
  const middel = zoek.get('middel')
  if (mijn === undefined || !isMiddel(middel)) return { soort: 'niet-gevonden' }
  const naar = leesTerugnaam(zoek.get('naar')) ?? 'mijn'
  const terug = new URL('/inloggen/terug', post.basis)
  const uitkomst = await mijn.inlog.start({ middel, niveau: 'substantieel', terug })
  if (uitkomst.status !== 'ok') return mislukt(context, mijn, uitkomst.status)
  const mee = leesInlogmee(naar, (naam) => zoek.get(naam))
  const onderweg = { staat: uitkomst.staat, naar, mee, taal: context.taal }
  const koekje = inlogRegel(onderweg, {
    sleutel: post.sleutel,
    nuSeconden: secondenVan(nu),
    iv: randomBytes(12),
    isHttps: post.isHttps,
  })
  return { soort: 'ga-naar', adres: uitkomst.adres.href, koekjes: [koekje] }
}

/** Back from the login service. What was remembered is used once, whatever comes of it. */
export async function terug({ context, mijn, post, nu, wie, bezoek }: Verzoek): Promise<Antwoord> {
  if (mijn === undefined) return { soort: 'niet-gevonden' }
  const { cookie, sleutel, isHttps } = post
  const onderweg = inlogUit(cookie, { sleutel, nuSeconden: secondenVan(nu), isHttps })
  const vergeten = zonderInlogRegel(isHttps)
  if (onderweg === undefined) return { ...mislukt(context, mijn, 'geweigerd'), koekjes: [vergeten] }
  const gekomen = new URL(post.pad, post.basis)
  const uitkomst = await mijn.inlog.rond(gekomen, onderweg.staat)
  if (uitkomst.status !== 'ok') {
    const in_ = { ...context, taal: onderweg.taal }
    return { ...mislukt(in_, mijn, uitkomst.status), koekjes: [vergeten] }
  }
  const token = await begin(mijn, uitkomst, post)
  return {
    soort: 'ga-naar',
    adres: adres(onderweg.taal, onderweg.naar, { ...(onderweg.mee && { filter: onderweg.mee }) }),
    koekjes: [vergeten, sessieRegel(token, isHttps)],
    ...bijInloggen(bezoek, wie?.persoon, uitkomst.bedrijf?.persoon ?? uitkomst.persoon),
  }
}

/** The record of the login stands before the session does. */
async function begin(
  { toegang }: NonNullable<Verzoek['mijn']>,
  { persoon, herkenning, bedrijf }: Extract<Inloguitkomst, { status: 'ok' }>,
  { sessietoken, userAgent }: Verzoek['post'],
): Promise<string> {
  const voor: VoorKeuze = bedrijf === undefined ? { soort: 'zelf' } : { soort: 'bedrijf', ...bedrijf }
  const verwerking = {
    doel: 'inloggen',
    gegevens: ['identificatie', 'inlogmiddel'],
    // The company and who acts for it: each can see that somebody logged in.
    betrokkenen: bedrijf === undefined ? [persoon] : [bedrijf.persoon, persoon],
    door: {
      soort: 'inwoner',
      persoon,
      ...(bedrijf && { alsVertegenwoordiger: 'bedrijf' }),
      ...(bedrijf?.vestiging !== undefined && { vestiging: bedrijf.vestiging }),
    },
  } as const
  const { token } = await toegang.audit.metVerwerking(verwerking, () =>
    toegang.sessies.begin({
      wie: { soort: 'inwoner', persoon, herkenning, ...(bedrijf && { bedrijf }) },
      voor,
      apparaat: apparaatVan(userAgent),
      vorige: sessietoken,
    }),
  )
  return token
}

function mislukt(
  context: Verzoek['context'],
  { inlog }: NonNullable<Verzoek['mijn']>,
  waarom: Exclude<Inloguitkomst['status'], 'ok'>,
) {
  return {
    soort: 'pagina',
    pagina: inlogPagina(context, { naar: 'mijn', middelen: inlog.middelen, waarom }),
    status: waarom === 'onbereikbaar' ? 503 : 400,
  } as const
}

/** What came from a register goes with the session; what the visitor typed stays. */
export async function uit({ context, mijn, wie, bezoek, post }: Verzoek): Promise<Antwoord> {
  if (mijn !== undefined && wie !== undefined) await mijn.toegang.sessies.beeindig(wie.token)
  return {
    soort: 'ga-naar',
    adres: adres(context.taal, 'inloggen', { gedaan: 'uitgelogd' }),
    koekjes: [zonderSessieRegel(post.isHttps)],
    ...zonderBronnen(bezoek),
  }
}
