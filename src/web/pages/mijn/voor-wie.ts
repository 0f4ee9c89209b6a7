import type { Kind } from '../../../inwoner/index.ts'
import { isMeerderjarig } from '../../../inwoner/index.ts'
import { datumOp, plusJaren } from '../../../kalender/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { type Machtiging, standVan, type Voor, type VoorKeuze } from '../../../toegang/index.ts'
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisWie, gegevensZien } from './eis.ts'
import { zonderBronnen } from './invul-feiten.ts'
import { mijnPagina } from './kader.ts'
import { volledigeNaam } from './naam.ts'
import { metRegel, toonDoelen, verwerkVoor } from './verwerk.ts'
import { mag, type Wie } from './wie.ts'

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
    : html`<form method="post" action="${adres(context.taal, 'voorWieKies')}"><button class="utrecht-button utrecht-button--secondary-action" name="wie" value="${waarde}">${t('mijn.voor_wie.kies')}<span class="vd-visually-hidden">: ${naam}</span></button></form>`
}</li>`
}

/** Only what was offered a moment ago, asked again: nothing in the form is believed. */
export async function kies(verzoek: Verzoek): Promise<Antwoord> {
  const { mijn, wie } = eisWie(verzoek)
  const { opties } = await optiesVan(verzoek)
  const gevonden = opties.find(({ waarde }) => waarde === verzoek.form.get('wie'))
  if (gevonden === undefined) return { soort: 'niet-gevonden' }
  const keuze = await metNaam(verzoek, gevonden.keuze)
  await mijn.toegang.sessies.kies(wie.token, keuze)
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
  const isBedrijf = wie.subject.herkenning.middel === 'eherkenning'
  const zelf: Optie = isBedrijf
    ? {
        waarde: 'bedrijf',
        keuze: { soort: 'bedrijf', persoon: wie.subject.persoon },
        naam: t('mijn.voor_wie.bedrijf'),
        uitleg: t('mijn.voor_wie.bedrijf_uitleg'),
      }
    : {
        waarde: 'zelf',
        keuze: { soort: 'zelf' },
        naam: t('mijn.voor_wie.zelf'),
        uitleg: t('mijn.voor_wie.zelf_uitleg'),
      }
  if (isBedrijf) return { opties: [zelf], isOnvolledig: false }
  const vrager = { soort: 'persoon', persoon: ik.persoon } as const
  const wat = { doel: 'machtiging-registreren', gegevens: ['machtiging'] }
  const [kinderen, alle] = await Promise.all([
    kinderenVan(verzoek, ik),
    metRegel(mijn, ik, wat, () => mijn.toegang.machtigingen.alle(vrager)),
  ])
  const vandaag = datumOp(verzoek.nu, 'Europe/Amsterdam')
  const gekregen = alle.filter((een) => een.gemachtigde === ik.persoon && standVan(een, vandaag) === 'geldig')
  return {
    opties: [
      zelf,
      ...(kinderen ?? []).flatMap((kind) => kindOptie(verzoek, kind)),
      ...gekregen.map((een) => machtigingOptie(verzoek, een)),
    ],
    isOnvolledig: kinderen === undefined,
  }
}

async function kinderenVan(verzoek: Verzoek, ik: Wie): Promise<readonly Kind[] | undefined> {
  const { mijn } = eisWie(verzoek)
  if (!mag(mijn, ik, gegevensZien, verzoek.nu)) return []
  const gegevens = ['naam', 'geboortedatum', 'kinderen']
  const doelen = { ...toonDoelen, brp: { ...toonDoelen.brp, gegevens } }
  const antwoord = await verwerkVoor(
    mijn,
    ik,
    doelen,
  )('brp', (bewijs) => mijn.registers.brp.raadpleeg(ik.persoon, bewijs))
  if (antwoord.status === 'fout') return undefined
  if (antwoord.status !== 'ok' || antwoord.gegevens.kinderen.isInOnderzoek) return []
  return antwoord.gegevens.kinderen.waarde
}

/** Under eighteen for certain, and under the custody of who asks. */
function kindOptie({ context, nu }: Verzoek, { naam, geboren, alsOuder }: Kind): readonly Optie[] {
  const vandaag = datumOp(nu, 'Europe/Amsterdam')
  if (alsOuder === undefined || geboren === undefined || isMeerderjarig(geboren, vandaag) !== false) return []
  const heet = volledigeNaam(naam)
  // The first day that it can be: a child of which only the year is known comes of age at its beginning.
  const meerderjarigOp = plusJaren(geboren.van, 18)
  return [
    {
      waarde: `kind:${alsOuder}`,
      keuze: { soort: 'kind', persoon: alsOuder, meerderjarigOp, naam: heet },
      naam: heet,
      uitleg: context.spraak.t('mijn.voor_wie.kind_uitleg', { datum: context.spraak.datum(meerderjarigOp) }),
    },
  ]
}

function machtigingOptie({ context, beeld }: Verzoek, machtiging: Machtiging): Optie {
  const { t, datum } = context.spraak
  const { id, soort, organisatie, geldigTot } = machtiging
  const wie = beeld.organisaties.get(organisatie)?.naam ?? organisatie
  return {
    waarde: `machtiging:${id}`,
    keuze: { soort: 'machtiging', id },
    naam: t(`mijn.voor_wie.machtiging.${soort}`),
    uitleg: t('mijn.voor_wie.machtiging_uitleg', { organisatie: wie, datum: datum(geldigTot) }),
  }
}

/** The name of whoever gave the mandate, from the register, on their record: so that every page can say for whom. */
async function metNaam(verzoek: Verzoek, keuze: VoorKeuze): Promise<VoorKeuze> {
  if (keuze.soort !== 'machtiging') return keuze
  const { mijn, wie } = eisWie(verzoek)
  const { persoon } = wie.subject
  const machtiging = await mijn.toegang.machtigingen.vind({ soort: 'persoon', persoon }, keuze.id)
  if (machtiging === undefined) return keuze
  const ander: Wie = { ...wie, voor: { soort: 'machtiging', machtiging }, persoon: machtiging.gever }
  if (!mag(mijn, ander, gegevensZien, verzoek.nu)) return keuze
  const doelen = { ...toonDoelen, brp: { ...toonDoelen.brp, gegevens: ['naam'] } }
  const antwoord = await verwerkVoor(
    mijn,
    ander,
    doelen,
  )('brp', (bewijs) => mijn.registers.brp.raadpleeg(ander.persoon, bewijs))
  return antwoord.status === 'ok' ? { ...keuze, naam: volledigeNaam(antwoord.gegevens.naam.waarde) } : keuze
}

function zelfVan(wie: Wie): Wie {
  return { ...wie, voor: { soort: 'zelf' }, persoon: wie.subject.persoon, naam: undefined }
}

function waardeVan(voor: Voor): string {
  if (voor.soort === 'kind') return `kind:${voor.persoon}`
  return voor.soort === 'machtiging' ? `machtiging:${voor.machtiging.id}` : voor.soort
}
