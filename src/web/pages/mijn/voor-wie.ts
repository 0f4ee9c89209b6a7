import { datumOp, plusDagen } from '../../../kalender/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import {
  type EigenBedrijf,
  type Machtiging,
  standVan,
  type Voor,
  type VoorKeuze,
} from '../../../toegang/index.ts'
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { organisatienaam, waarvoorTekst } from './diensten.ts'
import { eisWie, machtigingZien } from './eis.ts'
import { type Kindkeuze, leesKinderen } from './gezag.ts'
import { zonderBronnen } from './invul-feiten.ts'
import { mijnPagina } from './kader.ts'
import { namenVan, zelfVan } from './namen.ts'
import { metRegel } from './verwerk.ts'
import { mag } from './wie.ts'

interface Optie {
  readonly waarde: string
  readonly keuze: VoorKeuze
  readonly naam: string
  readonly uitleg: string
}

interface Opties {
  readonly opties: readonly Optie[]
  /** The register did not answer, so there may be children that are not shown. */
  readonly isOnvolledig: boolean
}

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const { context } = verzoek
  const { t } = context.spraak
  const { opties, isOnvolledig } = await optiesVan(verzoek)
  const gekozen = waardeVan(eisWie(verzoek).wie.voor)
  const inhoud = html`<p class="vd-lead">${t('mijn.voor_wie.inleiding')}</p>
${isOnvolledig && html`<p class="vd-notice">${t('mijn.voor_wie.onvolledig')}</p>`}
<ul class="vd-rows">${opties.map((optie) => rij(verzoek, optie, optie.waarde === gekozen))}</ul>
<p>${t('mijn.voor_wie.vastgelegd')}</p>`
  return { soort: 'pagina', pagina: mijnPagina(context, { titel: t('mijn.voor_wie.titel'), inhoud }) }
}

function rij({ context }: Verzoek, { waarde, naam, uitleg }: Optie, isNu: boolean): Html {
  const { t } = context.spraak
  return html`<li class="vd-row"><span><strong>${naam}</strong><br><span class="vd-calm">${uitleg}</span></span>
${
  isNu
    ? html`<em>${t('mijn.voor_wie.nu')}</em>`
    : html`<form method="post" action="${adres(context.taal, 'voorWieKies')}"><button class="utrecht-button utrecht-button--secondary-action" name="wie" value="${waarde}">${t('mijn.voor_wie.kies')}<span class="vd-visually-hidden">: ${naam}. ${uitleg}</span></button></form>`
}</li>`
}

/** Only what was offered a moment ago, asked again: nothing in the form is believed. */
export async function kies(verzoek: Verzoek): Promise<Antwoord> {
  const { mijn, wie } = eisWie(verzoek)
  const { opties } = await optiesVan(verzoek)
  const gevonden = opties.find(({ waarde }) => waarde === verzoek.form.get('wie'))
  if (gevonden === undefined) return { soort: 'niet-gevonden' }
  await mijn.toegang.sessies.kies(wie.token, gevonden.keuze)
  return {
    soort: 'ga-naar',
    adres: adres(verzoek.context.taal, 'mijn', { gedaan: 'gekozen' }),
    // What a register said about the one must not fill in the questions of the other.
    ...zonderBronnen(verzoek.bezoek),
  }
}

async function optiesVan(verzoek: Verzoek): Promise<Opties> {
  const { mijn, wie } = eisWie(verzoek)
  const { t } = verzoek.context.spraak
  const ik = zelfVan(wie)
  const { bedrijf } = wie.subject
  // Who was recognised for a company is here for that company: as themselves we know nothing of them.
  if (bedrijf !== undefined) return { opties: [bedrijfOptie(verzoek, bedrijf)], isOnvolledig: false }
  const zelf: Optie = {
    waarde: 'zelf',
    keuze: { soort: 'zelf' },
    naam: t('mijn.voor_wie.zelf'),
    uitleg: t('mijn.voor_wie.zelf_uitleg'),
  }
  const vrager = { soort: 'persoon', persoon: ik.persoon } as const
  const wat = { doel: 'machtiging-registreren', gegevens: ['machtiging'] }
  const [kinderen, alle] = await Promise.all([
    leesKinderen(mijn, ik, verzoek.nu),
    metRegel(mijn, ik, wat, (bewijs) => mijn.toegang.machtigingen.alle(vrager, bewijs)),
  ])
  const vandaag = datumOp(verzoek.nu, 'Europe/Amsterdam')
  const gekregen = alle.filter((een) => een.gemachtigde === ik.persoon && standVan(een, vandaag) === 'geldig')
  // Not at a level at which the mandates themselves are not shown.
  const magNamen = mag(mijn, ik, machtigingZien, verzoek.nu)
  const namen = await namenVan(verzoek, magNamen ? gekregen.map(({ gever }) => gever) : [])
  return {
    opties: [
      zelf,
      ...(kinderen ?? []).map((kind) => kindOptie(verzoek.context, kind)),
      ...gekregen.flatMap((een) => machtigingOpties(verzoek, een, namen.get(een.gever))),
    ],
    isOnvolledig: kinderen === undefined,
  }
}

function kindOptie({ spraak }: Verzoek['context'], keuze: Kindkeuze): Optie {
  return {
    waarde: `kind:${keuze.persoon}`,
    keuze,
    naam: keuze.naam,
    uitleg: spraak.t('mijn.voor_wie.kind_uitleg', { datum: spraak.datum(keuze.meerderjarigOp) }),
  }
}

/** One for each service: what somebody does next is for that service, and every page says so. */
function machtigingOpties(
  { context, beeld }: Verzoek,
  machtiging: Machtiging,
  naam: string | undefined,
): readonly Optie[] {
  const { t, datum } = context.spraak
  const { id, soort, organisatie, diensten, geldigTot } = machtiging
  const per = soort === 'machtiging' && diensten.length > 0 ? diensten : [undefined]
  return per.map((dienst): Optie => {
    const waar = { organisatie, ...(dienst !== undefined && { dienst }) }
    const tot = datum(plusDagen(geldigTot, -1))
    const waarvoor = waarvoorTekst(context, beeld, waar)
    const rol = t(`mijn.voor_wie.machtiging.${soort}`)
    const uitleg =
      soort === 'machtiging'
        ? t('machtigen.voor_wie', { waarvoor, datum: tot })
        : t('mijn.voor_wie.machtiging_uitleg', {
            organisatie: organisatienaam(beeld, organisatie),
            datum: datum(geldigTot),
          })
    return {
      waarde: dienst === undefined ? `machtiging:${id}` : `machtiging:${id}:${dienst}`,
      keuze: { soort: 'machtiging', id, ...(dienst !== undefined && { dienst }), ...(naam && { naam }) },
      naam: naam ?? rol,
      uitleg: [...(naam === undefined ? [] : [`${rol}.`]), uitleg].join(' '),
    }
  })
}

function bedrijfOptie({ context }: Verzoek, bedrijf: EigenBedrijf): Optie {
  const { t } = context.spraak
  const { vestiging, naam } = bedrijf
  return {
    waarde: 'bedrijf',
    keuze: { soort: 'bedrijf', ...bedrijf },
    naam: naam ?? t('mijn.voor_wie.bedrijf'),
    uitleg:
      vestiging === undefined
        ? t('mijn.voor_wie.bedrijf_uitleg')
        : t('machtigen.bedrijf_vestiging', { nummer: vestiging }),
  }
}

function waardeVan(voor: Voor): string {
  if (voor.soort === 'kind') return `kind:${voor.persoon}`
  if (voor.soort !== 'machtiging') return voor.soort
  const { machtiging, dienst } = voor
  return ['machtiging', machtiging.id, ...(dienst === undefined ? [] : [dienst])].join(':')
}
