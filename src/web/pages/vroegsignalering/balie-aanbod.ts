/** One offer of help, for the professional who stated why they look: what was told, what was said, and what can be done. */
import type { Verwerkingsbewijs } from '../../../audit/index.ts'
import { parseDatum } from '../../../domain/index.ts'
import {
  type Aanbodopdracht,
  type Aanboduitslag,
  contactwegen,
  type GeopendAanbod,
  sluitredenen,
} from '../../../proactief/index.ts'
import { handelendeMet } from '../../../toegang/index.ts'
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisGrond, eisPersoon } from '../balie/eis.ts'
import { eisLoket, vragerVan as loketvrager } from '../loket/scherm.ts'
import { w } from '../loket/vorm.ts'
import { type Aanbodfout, aanbodPagina } from './balie-aanbod-pagina.ts'
import { eisAanbiedingen, gesprekstijden, leesGesprek } from './delen.ts'

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  return pagina(verzoek, undefined)
}

async function pagina(verzoek: Verzoek, fout: Aanbodfout | undefined): Promise<Antwoord> {
  const { balie } = eisGrond({ ...verzoek, isForm: false })
  const geopend = await lees(verzoek)
  if (geopend === undefined) return { soort: 'niet-gevonden' }
  const gevonden = await ingeschreven(verzoek)
  const naam = gevonden?.naam.waarde ?? undefined
  // Not known is treated as secret.
  const letOp = gevonden?.isOverleden
    ? ('overleden' as const)
    : gevonden?.geheimhouding === 'nee'
      ? undefined
      : ('geheim' as const)
  const tijden = await gesprekstijden(balie.afspraken, geopend)
  const kenmerk = balie.afspraken?.nieuwKenmerk() ?? ''
  const beeld = { geopend, naam, letOp, tijden, kenmerk, fout }
  return {
    soort: 'pagina',
    pagina: aanbodPagina(verzoek, beeld),
    ...(fout !== undefined && { status: 400 }),
  }
}

/** As the register of persons has them now; `undefined`: it does not say. */
async function ingeschreven(verzoek: Verzoek) {
  const { balie, grond } = eisGrond({ ...verzoek, isForm: false })
  const persoon = eisPersoon(grond)
  const brp = await balie.toegang.audit.metVerwerking(
    { doel: grond.doel, gegevens: ['naam'], betrokkenen: [persoon], door: handelendeMet(grond) },
    (bewijs) => balie.registers.brp.raadpleeg(persoon, bewijs),
  )
  return brp.status === 'ok' ? brp.gegevens : undefined
}

function lees(verzoek: Verzoek): Promise<GeopendAanbod | undefined> {
  const { balie } = eisGrond({ ...verzoek, isForm: false })
  return metRegel(verzoek, ['betalingsachterstand', 'hulpaanbod', 'contactadres'], (bewijs, wie) =>
    eisAanbiedingen(balie).open(wie, verzoek.delen.aanbod ?? '', bewijs),
  )
}

export async function doe(verzoek: Verzoek): Promise<Antwoord> {
  // Made under this very ground, or it lands on nobody.
  const { balie } = eisGrond(verzoek)
  const { form } = verzoek
  const aanbod = verzoek.delen.aanbod ?? ''
  const wat = form.get('doe') ?? ''
  if (wat === 'gesprek') return planGesprek(verzoek, aanbod)
  if (wat === 'zaak') return openZaak(verzoek, aanbod)
  const opdracht = opdrachtUit(form, wat)
  if (opdracht === undefined) return { soort: 'niet-gevonden' }
  if ('fout' in opdracht) return pagina(verzoek, opdracht.fout)
  const uitslag = await metRegel(verzoek, ['hulpaanbod'], (bewijs, wie) =>
    eisAanbiedingen(balie).doe(wie, aanbod, opdracht, bewijs),
  )
  return na(verzoek, uitslag)
}

/** What cannot be because they died is said on the page itself, with what can. */
function na(verzoek: Verzoek, uitslag: Aanboduitslag): Antwoord | Promise<Antwoord> {
  if (uitslag.status !== 'geweigerd') return naar(verzoek, uitslag.status)
  return uitslag.reden === 'overleden' ? pagina(verzoek, 'overleden') : naar(verzoek, uitslag.reden)
}

/** `undefined`: no button of ours. */
function opdrachtUit(
  form: URLSearchParams,
  wat: string,
): Aanbodopdracht | { readonly fout: Aanbodfout } | undefined {
  const weg = contactwegen.find((een) => een === form.get('weg'))
  switch (wat) {
    case 'aangeboden': {
      const bel = (form.get('bel') ?? '').trim().slice(0, 120)
      return bel === '' ? { fout: 'bel' } : { soort: wat, weg: 'bericht', bel }
    }
    case 'niet-bereikt':
    case 'gesproken':
      return weg && { soort: wat, weg }
    case 'bezoek-afgesproken': {
      const dag = parseDatum(form.get('dag') ?? '')
      return dag === undefined ? { fout: 'dag' } : { soort: wat, wanneer: dag }
    }
    case 'aangenomen':
    case 'afgewezen':
    case 'overgedragen':
      return { soort: wat }
    case 'gesloten': {
      const reden = sluitredenen.find((een) => een === form.get('reden'))
      return reden && { soort: wat, reden }
    }
    default:
      return undefined
  }
}

async function planGesprek(verzoek: Verzoek, aanbod: string): Promise<Antwoord> {
  const { balie } = eisGrond(verzoek)
  const { form } = verzoek
  const tijd = leesGesprek(form, balie.afspraken)
  const kenmerk = form.get('kenmerk') ?? ''
  if ('fout' in tijd) return pagina(verzoek, tijd.fout)
  if (!/^[0-9a-f]{32}$/.test(kenmerk)) return { soort: 'niet-gevonden' }
  const uitslag = await metRegel(verzoek, ['hulpaanbod', 'afspraak'], (bewijs, wie) =>
    eisAanbiedingen(balie).planGesprek(wie, aanbod, { ...tijd, kenmerk }, bewijs),
  )
  return na(verzoek, uitslag)
}

/** Help goes on in a chain case, with what the person says there; nothing of what creditors told goes along. */
async function openZaak(verzoek: Verzoek, aanbod: string): Promise<Antwoord> {
  const { balie, grond } = eisGrond(verzoek)
  const { form } = verzoek
  const geopend = await lees(verzoek)
  const bel = (form.get('bel') ?? '').trim().slice(0, 120)
  if (geopend === undefined || geopend.aanbod.stand !== 'aangenomen') return naar(verzoek, 'kan-niet-nu')
  if (bel === '') return pagina(verzoek, 'bel-zaak')
  const zelf = geopend.voorvallen.findLast(({ soort }) => soort === 'aangenomen')?.door.soort === 'inwoner'
  if (!zelf && form.get('herkend') !== 'document') return pagina(verzoek, 'herkend')
  if ((await ingeschreven(verzoek))?.isOverleden) return pagina(verzoek, 'overleden')
  const loket = eisLoket(verzoek)
  // The record is in Dutch (Awb 2:6).
  const t = (sleutel: string) => w(verzoek.loket?.spraken.nl.t(`vroegsignalering.balie.${sleutel}`) ?? '')
  const ketenzaak = loket.nieuwId()
  const uitslag = await loket.open(
    loketvrager(verzoek, 'balie'),
    { id: loket.nieuwId(), ketenzaak },
    {
      ...{ soort: 'open', ingang: zelf ? 'web' : 'telefoon', gebeurtenis: 'schulden-krijgen' },
      ...{ vraag: t('zaak_vraag'), uitkomst: t('zaak_uitkomst'), aanspreekpunt: w(bel) },
      betrokkene: { soort: 'persoon', persoon: eisPersoon(grond), hoe: zelf ? 'ingelogd' : 'document' },
    },
  )
  if (uitslag.status !== 'ok') return naar(verzoek, 'zaak-niet')
  await metRegel(verzoek, ['hulpaanbod'], (bewijs, wie) =>
    eisAanbiedingen(balie).doe(wie, aanbod, { soort: 'overgedragen', ketenzaak }, bewijs),
  )
  return {
    soort: 'ga-naar',
    adres: adres(verzoek.context.taal, 'balieKetenzaak', { ketenzaak, gedaan: 'geopend' }),
  }
}

function naar({ context, delen }: Verzoek, gedaan: string): Antwoord {
  return {
    soort: 'ga-naar',
    adres: adres(context.taal, 'balieAanbod', { aanbod: delen.aanbod ?? '', gedaan }),
  }
}

/** With a line on the record of whom it is about: who looked or did something, and why. */
function metRegel<T>(
  verzoek: Verzoek,
  gegevens: readonly string[],
  fn: (
    bewijs: Verwerkingsbewijs,
    wie: Parameters<ReturnType<typeof eisAanbiedingen>['open']>[0],
  ) => Promise<T>,
): Promise<T> {
  const { balie, grond } = eisGrond({ ...verzoek, isForm: false })
  const persoon = eisPersoon(grond)
  const { medewerker, organisatie, doel } = grond
  return balie.toegang.audit.metVerwerking(
    { doel, gegevens, betrokkenen: [persoon], door: handelendeMet(grond) },
    (bewijs) => fn(bewijs, { soort: 'medewerker', medewerker, organisatie, persoon }),
  )
}
