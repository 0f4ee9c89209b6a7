import { randomBytes } from 'node:crypto'
import { type OrganisatieId, parseOrganisatieId } from '../../../domain/index.ts'
import { apparaatVan, type Medewerkeruitkomst } from '../../../toegang/index.ts'
import {
  balieInlogRegel,
  balieInlogUit,
  baliesessieRegel,
  zonderBalieInlogRegel,
  zonderBaliesessieRegel,
} from '../../bezoek/baliekoekje.ts'
import { secondenVan } from '../../bezoek/bezoek.ts'
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import type { BalieBronnen } from './bronnen.ts'
import { type BalieInlogBeeld, balieInlogPagina, organisatiesVan } from './inlog-pagina.ts'
import { vragerVan } from './werker.ts'

const verwisseld = { status: 'andere-organisatie' } as const

export function kies(verzoek: Verzoek): Antwoord {
  return { soort: 'pagina', pagina: pagina(verzoek, { isUit: verzoek.zoek.get('gedaan') === 'uitgelogd' }) }
}

/** A link and not a form: our own security policy lets no form end at another website. */
export async function start(verzoek: Verzoek): Promise<Antwoord> {
  const { context, zoek, balie, post, nu } = verzoek
  const organisatie = parseOrganisatieId(zoek.get('bij'))
  if (balie === undefined || organisatie === undefined) return { soort: 'niet-gevonden' }
  const uitkomst = await balie.logins.start(organisatie, terugAdres(verzoek, organisatie))
  if (uitkomst.status !== 'ok') return mislukt(verzoek, uitkomst.status)
  const koekje = balieInlogRegel(
    { staat: uitkomst.staat, taal: context.taal },
    { sleutel: post.sleutel, nuSeconden: secondenVan(nu), iv: randomBytes(12), isHttps: post.isHttps },
  )
  return { soort: 'ga-naar', adres: uitkomst.adres.href, koekjes: [koekje] }
}

/** Without a language: an organisation writes this one address down. */
function terugAdres({ post }: Verzoek, organisatie: OrganisatieId): URL {
  return new URL(adres('nl', 'balieInlogTerug', { organisatie }), post.basis)
}

/**
 * Back from the organisation. What was remembered is used once, whatever comes of it. Who comes back on the address
 * of another organisation than they went to was sent there by somebody who mixes providers up (RFC 9700, 4.4).
 */
export async function terug(verzoek: Verzoek): Promise<Antwoord> {
  const { balie, post, nu, bronnen } = verzoek
  if (balie === undefined) return { soort: 'niet-gevonden' }
  const { cookie, sleutel, isHttps } = post
  const onderweg = balieInlogUit(cookie, { sleutel, nuSeconden: secondenVan(nu), isHttps })
  const vergeten = zonderBalieInlogRegel(isHttps)
  if (onderweg === undefined) return { ...mislukt(verzoek, 'geweigerd'), koekjes: [vergeten] }
  const hier = new URL(post.pad, post.basis)
  const { organisatie } = onderweg.staat
  const isEigenWeg = hier.pathname === terugAdres(verzoek, organisatie).pathname
  const uitkomst = isEigenWeg ? await balie.logins.rond(hier, onderweg.staat) : verwisseld
  if (uitkomst.status !== 'ok') {
    // For the operator: an organisation that asserts another one is no accident to be quiet about.
    if (uitkomst.status !== 'afgebroken')
      bronnen.meldFout(`inloggen medewerker van ${organisatie}`, uitkomst.status)
    return { ...mislukt(verzoek, uitkomst.status), koekjes: [vergeten] }
  }
  const token = await begin(balie, uitkomst, verzoek)
  return {
    soort: 'ga-naar',
    adres: adres(onderweg.taal, 'balie'),
    koekjes: [vergeten, baliesessieRegel(token, isHttps)],
  }
}

/** The line with the organisation stands before the session does. */
async function begin(
  { toegang }: BalieBronnen,
  { medewerker, naam, organisatie, rollen }: Extract<Medewerkeruitkomst, { status: 'ok' }>,
  { post, nu }: Verzoek,
): Promise<string> {
  await toegang.audit.schrijf({
    onderwerp: `organisatie:${organisatie}`,
    soort: 'medewerker-ingelogd',
    tijd: nu,
    codes: { rollen: rollen.join(' ') },
    inhoud: { persoon: undefined, verwerking: 'medewerker-inloggen', organisatie, waarde: { medewerker } },
  })
  const { token } = await toegang.sessies.begin({
    wie: {
      soort: 'medewerker',
      medewerker,
      organisatie,
      rollen,
      doelen: toegang.doelenVoor(rollen),
      ...(naam !== undefined && { naam }),
    },
    voor: { soort: 'zelf' },
    apparaat: apparaatVan(post.userAgent),
    vorige: post.balietoken,
  })
  return token
}

/** Whoever they helped is closed with it. */
export async function uit({ context, balie, werker, post, bezoek }: Verzoek): Promise<Antwoord> {
  if (balie !== undefined && werker !== undefined) {
    await balie.toegang.gronden.beeindig(vragerVan(werker))
    await balie.toegang.sessies.beeindig(werker.token)
  }
  return {
    soort: 'ga-naar',
    adres: adres(context.taal, 'balieInloggen', { gedaan: 'uitgelogd' }),
    koekjes: [zonderBaliesessieRegel(post.isHttps)],
    // Whoever sat there takes their question along; it is sealed to this session, so nobody could open it.
    ...(bezoek.kaart !== undefined && { wis: true }),
  }
}

function mislukt(verzoek: Verzoek, waarom: NonNullable<BalieInlogBeeld['waarom']>) {
  const status = waarom === 'onbereikbaar' ? 503 : waarom === 'afgebroken' ? 400 : 403
  return { soort: 'pagina', pagina: pagina(verzoek, { waarom }), status } as const
}

function pagina(verzoek: Verzoek, deel: Omit<BalieInlogBeeld, 'organisaties'>): string {
  const { balie, beeld, context } = verzoek
  return balieInlogPagina(context, { organisaties: organisatiesVan(balie, beeld.organisaties), ...deel })
}
