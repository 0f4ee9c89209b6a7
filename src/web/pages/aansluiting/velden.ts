import { attrs, type Html, html } from '../../../platform/index.ts'
import {
  type Aansluiting,
  aansluitstanden,
  noemdelen,
  onderdelen,
  type Proefpersoon,
} from '../../../zaken/index.ts'
import type { Context } from '../../ui/context.ts'
import { foutregel, keuzes, tekstveld, type Veldfout } from '../../ui/formulier.ts'

/** The fields of the form as text, the way they are typed; of secrets and of numbers that are kept never anything. */
export type Velden = Readonly<Record<Veld, string>>

const gewoneVelden = [
  'rsins',
  'zrc',
  'ztc',
  'drc',
  'brc',
  'nrc',
  'stuurtGebeurtenissen',
  'soort',
  'client',
  'klant',
  'behandelaars',
  'taken',
  'ca',
  'eigenCertificaat',
  'noemt-zrc',
  'noemt-ztc',
  'noemt-drc',
  'noemt-brc',
  'verbindMs',
  'totaalMs',
  'tegelijk',
  'stand',
  'proefpersonen',
  'proefpersonenWeg',
] as const
export type Veld = (typeof gewoneVelden)[number] | 'organisatie'

const voorvoegsels: Readonly<Record<string, string>> = { 'geheim.': 'geheim-', 'noemtZich.': 'noemt-' }

/** Where the settings say one thing, the form has a field of this name. */
export function veldVan(pad: string): string {
  return (
    pad
      .replace(/^(adressen|grenzen|geheim|aanmelden|tls|noemtZich)\./, (deel) => voorvoegsels[deel] ?? '')
      .split('.')[0] ?? pad
  )
}

/** What the form calls a field, without the hint behind it; nothing where it has no field of that name. */
export function naamVanVeld({ t }: Context['spraak'], veld: string): string | undefined {
  const namen: readonly string[] = [
    'organisatie',
    ...gewoneVelden,
    'geheim-register',
    'geheim-klant',
    'geheim-certificaat',
  ]
  if (!namen.includes(veld) || veld === 'soort') return undefined
  return t(`bronnen.veld.${veld.replace('-', '_')}`).replace(/ \(.*$/, '')
}

export function veldenUit(form: URLSearchParams): Velden {
  const lees = (naam: Veld) =>
    [naam, (form.get(naam) ?? '').trim().slice(0, naam === 'ca' ? 20_000 : 1_000)] as const
  // One entry for each name of the list.
  return Object.fromEntries(['organisatie' as const, ...gewoneVelden].map(lees)) as unknown as Velden
}

export function veldenVan({
  organisatie,
  rsins,
  adressen,
  stuurtGebeurtenissen,
  aanmelden,
  klant = '',
  behandelaars = '',
  taken = '',
  tls,
  noemtZich = {},
  grenzen,
  stand,
}: Aansluiting): Velden {
  return {
    organisatie,
    rsins: rsins.join(' '),
    zrc: adressen.zrc,
    ztc: adressen.ztc,
    drc: adressen.drc ?? '',
    brc: adressen.brc ?? '',
    nrc: adressen.nrc ?? '',
    stuurtGebeurtenissen: stuurtGebeurtenissen ? 'ja' : '',
    soort: aanmelden.soort,
    client: aanmelden.soort === 'zgw-jwt' ? aanmelden.client : '',
    klant,
    behandelaars,
    taken,
    ca: tls?.ca ?? '',
    eigenCertificaat: tls?.eigenCertificaat === true ? 'ja' : '',
    'noemt-zrc': noemtZich.zrc ?? '',
    'noemt-ztc': noemtZich.ztc ?? '',
    'noemt-drc': noemtZich.drc ?? '',
    'noemt-brc': noemtZich.brc ?? '',
    verbindMs: String(grenzen.verbindMs),
    totaalMs: String(grenzen.totaalMs),
    tegelijk: String(grenzen.tegelijk),
    stand,
    proefpersonen: '',
    proefpersonenWeg: '',
  }
}

/** In the shape of a file; what may not be changed here is taken from what holds, whatever the form said. */
export function invoerUit(velden: Velden, oud: Aansluiting | undefined, magAansluiten: boolean): unknown {
  const { rsins, zrc, ztc, drc, brc, nrc, soort, client, klant, behandelaars, taken, stand } = velden
  const woorden = (tekst: string) => tekst.split(/[\s,;]+/).filter((deel) => deel !== '')
  const { verbindMs, totaalMs, tegelijk } = velden
  // New numbers come in the place of who was there; none typed: they stay.
  const nummers = woorden(velden.proefpersonen)
  const beheer = {
    grenzen: { verbindMs, totaalMs, tegelijk },
    // Not by a form: to close is a page of its own.
    stand: stand === 'gesloten' ? (oud?.stand ?? 'uit') : stand,
    proefpersonen:
      nummers.length > 0 || velden.proefpersonenWeg === 'ja' ? nummers : (oud?.proefpersonen ?? []),
    ...(oud && { regels: oud.regels }),
  }
  if (!magAansluiten) return { ...oud, ...beheer }
  return {
    ...beheer,
    organisatie: oud?.organisatie ?? velden.organisatie,
    rsins: woorden(rsins),
    adressen: { zrc, ztc, drc, brc, nrc },
    stuurtGebeurtenissen: velden.stuurtGebeurtenissen === 'ja',
    aanmelden: soort === 'token' ? { soort } : { soort: 'zgw-jwt', client },
    klant,
    behandelaars,
    taken,
    tls: { ca: velden.ca, eigenCertificaat: velden.eigenCertificaat === 'ja' },
    noemtZich: Object.fromEntries(noemdelen.map((naam) => [naam, velden[`noemt-${naam}`]])),
  }
}

interface Vormdelen {
  readonly context: Context
  readonly velden: Velden
  readonly fouten: readonly Veldfout[]
  readonly heeftGeheim: readonly string[]
  readonly proefpersonen: readonly Proefpersoon[]
}

export function adresvelden(delen: Vormdelen): Html {
  const { t } = delen.context.spraak
  return html`<fieldset class="vd-fieldset vd-stack"><legend>${t('bronnen.vorm.adressen')}</legend>
<p class="vd-calm vd-small" id="adressen-hulp">${t('bronnen.vorm.adressen_hulp')}</p>
${onderdelen.map((naam) => tekst(delen, naam, { hoogstens: 500, hulp: 'adressen-hulp' }))}
${vinkje(delen, 'stuurtGebeurtenissen')}
${tekst(delen, 'rsins', { hoogstens: 250, hulp: 'rsins-hulp' })}
<p class="vd-calm vd-small" id="rsins-hulp">${t('bronnen.vorm.rsins_hulp')}</p></fieldset>
<fieldset class="vd-fieldset vd-stack"><legend>${t('bronnen.vorm.aanmelden')}</legend>
${keuzes({
  id: 'soort',
  naam: 'soort',
  opties: ['zgw-jwt', 'token'].map((waarde) => ({ waarde, tekst: t(`bronnen.vorm.soort.${waarde}`) })),
  gekozen: delen.velden.soort || 'zgw-jwt',
})}
${tekst(delen, 'client', { hoogstens: 50 })}</fieldset>`
}

export function geheimveld(delen: Vormdelen, soort: 'register' | 'klant' | 'certificaat'): Html {
  const { t } = delen.context.spraak
  const id = `geheim-${soort}`
  const heeft = delen.heeftGeheim.includes(soort)
  return html`${tekstveld({
    id,
    naam: id,
    label: t(`bronnen.veld.geheim_${soort}`),
    // Never given back, also not what was just typed.
    waarde: '',
    fout: delen.fouten.find(({ veld }) => veld === id),
    foutWoord: t('algemeen.fout'),
    beschrijvingen: [`${id}-hulp`],
    breedte: 'lang',
    hoogstens: 1_000,
    isGeheim: true,
    autocomplete: 'new-password',
  })}
<p class="vd-calm vd-small" id="${id}-hulp">${t(heeft ? 'bronnen.vorm.geheim_houden' : 'bronnen.vorm.geheim_nodig')}</p>`
}

export function laterevelden(delen: Vormdelen): Html {
  const { t } = delen.context.spraak
  return html`<details class="vd-details"${attrs({ open: delen.velden.klant !== '' || delen.velden.taken !== '' })}><summary>${t('bronnen.vorm.meer')}</summary><div class="vd-stack">
${tekst(delen, 'klant', { hoogstens: 500 })}
${geheimveld(delen, 'klant')}
${tekst(delen, 'behandelaars', { hoogstens: 40 })}
${tekst(delen, 'taken', { hoogstens: 500 })}</div></details>`
}

/** Behind an outway (FSC), or with authorities of its own: most organisations need nothing of this. */
export function wegvelden(delen: Vormdelen): Html {
  const { velden, fouten, context } = delen
  const { t } = context.spraak
  const namen = ['ca', 'eigenCertificaat', ...noemdelen.map((naam) => `noemt-${naam}` as const)] as const
  const isIets = namen.some((naam) => velden[naam] !== '')
  const isFout = fouten.some(({ veld }) => veld === 'geheim-certificaat')
  return html`<details class="vd-details"${attrs({ open: isIets || isFout })}><summary>${t('bronnen.vorm.weg')}</summary><div class="vd-stack">
<p class="vd-calm vd-small">${t('bronnen.vorm.weg_hulp')}</p>
${pemveld(delen, 'ca', velden.ca)}
${vinkje(delen, 'eigenCertificaat')}
${pemveld(delen, 'geheim-certificaat', '')}
<p class="vd-calm vd-small" id="noemt-hulp">${t('bronnen.vorm.noemt_hulp')}</p>
${noemdelen.map((naam) => tekst(delen, `noemt-${naam}`, { hoogstens: 500, hulp: 'noemt-hulp' }))}</div></details>`
}

/** Several lines; of the secret one never anything is given back. */
function pemveld(
  { context, fouten, heeftGeheim }: Vormdelen,
  id: 'ca' | 'geheim-certificaat',
  waarde: string,
): Html {
  const { t } = context.spraak
  const fout = fouten.find(({ veld }) => veld === id)
  const naam = id.replace('-', '_')
  const heeft = id === 'geheim-certificaat' && heeftGeheim.includes('certificaat')
  return html`<div class="utrecht-form-field vd-field${fout && ' utrecht-form-field--invalid'}"><label class="utrecht-form-label" for="${id}">${t(`bronnen.veld.${naam}`)}</label>
${foutregel({ fout, foutWoord: t('algemeen.fout'), id })}
<textarea class="utrecht-textbox utrecht-textbox--html-input vd-textarea" rows="4" spellcheck="false" autocomplete="off"${attrs({ id, name: id, maxlength: 20_000, 'aria-invalid': fout ? 'true' : undefined, 'aria-describedby': fout ? `${id}-fout ${id}-hulp` : `${id}-hulp` })}>${waarde}</textarea>
<p class="vd-calm vd-small" id="${id}-hulp">${t(heeft ? 'bronnen.vorm.geheim_houden' : `bronnen.vorm.${naam}_hulp`)}</p></div>`
}

export function grensvelden(delen: Vormdelen): Html {
  const { t } = delen.context.spraak
  return html`<fieldset class="vd-fieldset vd-stack"><legend>${t('bronnen.vorm.grenzen')}</legend>
<p class="vd-calm vd-small" id="grenzen-hulp">${t('bronnen.vorm.grenzen_hulp')}</p>
${(['verbindMs', 'totaalMs', 'tegelijk'] as const).map((naam) => tekst(delen, naam, { hoogstens: 6, hulp: 'grenzen-hulp', breedte: 'midden' }))}</fieldset>`
}

export function standvelden(delen: Vormdelen): Html {
  const { t } = delen.context.spraak
  return html`<fieldset class="vd-fieldset vd-stack"><legend>${t('bronnen.vorm.stand')}</legend>
<p class="vd-calm vd-small">${t('bronnen.vorm.stand_hulp')}</p>
${foutregel({ fout: delen.fouten.find(({ veld }) => veld === 'stand'), foutWoord: t('algemeen.fout'), id: 'stand' })}
${keuzes({
  id: 'stand',
  naam: 'stand',
  // To close is a page of its own, which says what is gone then.
  opties: aansluitstanden
    .filter((waarde) => waarde !== 'gesloten')
    .map((waarde) => ({ waarde, tekst: t(`bronnen.stand_uitleg.${waarde}`) })),
  gekozen: delen.velden.stand === 'gesloten' ? 'uit' : delen.velden.stand || 'uit',
})}</fieldset>
${proefpersoonvelden(delen)}`
}

/** Who there is, by the end of their number alone; also what was just typed does not come back. */
function proefpersoonvelden(delen: Vormdelen): Html {
  const { proefpersonen, velden, fouten } = delen
  const { t } = delen.context.spraak
  const einden = proefpersonen.map(({ einde }) => `… ${einde}`).join(', ')
  const isOpnieuw = fouten.length > 0 && velden.proefpersonen !== ''
  return html`${tekst({ ...delen, velden: { ...velden, proefpersonen: '' } }, 'proefpersonen', { hoogstens: 250, hulp: 'proefpersonen-hulp' })}
<p class="vd-calm vd-small" id="proefpersonen-hulp">${isOpnieuw && html`<strong>${t('bronnen.vorm.proefpersonen_opnieuw')}</strong> `}${t('bronnen.vorm.proefpersonen_hulp')}${einden !== '' && html` ${t('bronnen.vorm.proefpersonen_houden', { n: proefpersonen.length, einden })}`}</p>
${einden !== '' && vinkje(delen, 'proefpersonenWeg')}`
}

function vinkje(
  { context, velden }: Vormdelen,
  naam: 'proefpersonenWeg' | 'stuurtGebeurtenissen' | 'eigenCertificaat',
): Html {
  return html`<div class="vd-check"><input type="checkbox"${attrs({ id: naam, name: naam, value: 'ja', checked: velden[naam] === 'ja' })}><label for="${naam}">${context.spraak.t(`bronnen.veld.${naam}`)}</label></div>`
}

function tekst(
  { context, velden, fouten }: Vormdelen,
  naam: Veld,
  { hoogstens, hulp, breedte = 'breed' }: { hoogstens: number; hulp?: string; breedte?: 'midden' | 'breed' },
): Html {
  const { t } = context.spraak
  return tekstveld({
    id: naam,
    naam,
    label: t(`bronnen.veld.${naam.replace('-', '_')}`),
    waarde: velden[naam],
    fout: fouten.find(({ veld }) => veld === naam),
    foutWoord: t('algemeen.fout'),
    breedte,
    hoogstens,
    ...(hulp !== undefined && { beschrijvingen: [hulp] }),
  })
}
