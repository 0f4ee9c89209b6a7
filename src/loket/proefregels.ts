/** For tests and proofs: what holds after every command, whoever gave it. Said apart from the code that keeps it. */
import assert from 'node:assert/strict'
import { DELING_DAGEN, HOOGSTENS_STAPPEN, isAf } from './begrippen.ts'
import { type Doener, daderVan } from './bouw.ts'
import type { Beslissing } from './decide.ts'
import { gemerkt } from './eigen-beeld.ts'
import { type Ketenzaak, type Opschaling, vindOrganisatie } from './ketenzaak.ts'
import { volgendMoment } from './leesbeeld.ts'
import type { Opdracht } from './opdracht.ts'
import { bank, duo, gemeente, medewerker, svb, uwv } from './proefketen.ts'
import { gebeurd } from './verloop.ts'
import type { Voorval } from './voorval.ts'
import { type Tekstverwijzing, verwijzingenIn } from './woorden.ts'
import { zicht } from './zicht.ts'
import type { Kijker } from './zicht-vorm.ts'

export interface Overgang {
  readonly voor: Ketenzaak
  readonly na: Ketenzaak
  readonly nu: Date
  readonly opdracht: Opdracht<Tekstverwijzing>
  readonly wie: Doener
  readonly besluit: Beslissing
}

export function controleerKeten(overgang: Overgang): void {
  const { voor, na, besluit } = overgang
  if (besluit.soort === 'geweigerd') assert.equal(na, voor, 'geweigerd en toch iets gedaan')
  eenRegie(overgang)
  stappenHeel(na)
  alleenGedeeld(na, overgang.nu)
  bezwaarGeldt(na, overgang.nu)
  alleenGemerkt(overgang)
  geslotenIsGesloten(overgang)
  samenGemeld(overgang)
  eenmalig(overgang)
  namensInwoner(overgang)
  sleutelWeg(overgang)
  nietsBlijftLiggen(overgang)
  teLezenDoorWieHetDoet(overgang)
  delingEindigt(na)
}

/**
 * A code opens once, in time, for whom it was made, and not without confidentiality. Once more only for who logs in for
 * the company that it names, no longer than the first time gave.
 */
function eenmalig({ voor, na, nu, opdracht, wie, besluit }: Overgang): void {
  if (opdracht.soort !== 'gebruik-uitnodiging' || besluit.soort === 'geweigerd') return
  const is = [...voor.uitnodigingen.values()].find(({ codehash }) => codehash === opdracht.codehash)
  const isTerug = is?.stand === 'gebruikt' && is.bedrijf !== undefined
  assert.ok(is && (is.stand === 'open' || isTerug) && (is.terugTot ?? is.tot) > nu)
  assert.ok(opdracht.geheimhouding !== '')
  assert.ok(wie.soort === 'genodigde' && wie.deelnemer === is.deelnemer)
  assert.ok(is.bedrijf === undefined || is.bedrijf === opdracht.toegang.bedrijf)
  if (isTerug) assert.deepEqual(na.deelnemers.get(is.deelnemer)?.toegang?.tot, is.terugTot)
}

/** What a professional says for a resident is said as theirs; and who can log in was asked before their yes is written down. */
function namensInwoner({ voor, na, opdracht, wie, besluit }: Overgang): void {
  if (besluit.soort === 'geweigerd') return
  if (opdracht.soort === 'maak-bezwaar' || opdracht.soort === 'betwist-sluiting')
    assert.equal(wie.soort === 'inwoner', opdracht.namens === undefined)
  if (voor.stand === 'open' && na.sluiting?.ja !== undefined && wie.soort !== 'inwoner')
    assert.ok(voor.betrokkene.soort !== 'persoon' || voor.sluitingGevraagd, 'ja zonder dat het gevraagd is')
}

/** Whose key was ended, or who got a new code, is out at once. */
function sleutelWeg({ voor, na, nu, opdracht, wie, besluit }: Overgang): void {
  if (besluit.soort === 'geweigerd') return
  const wiens =
    opdracht.soort === 'nodig-opnieuw-uit'
      ? opdracht.deelnemer
      : opdracht.soort === 'beeindig-toegang' && wie.soort === 'genodigde'
        ? wie.deelnemer
        : undefined
  if (wiens === undefined) return
  assert.ok(voor.deelnemers.has(wiens))
  assert.equal(
    zicht(na, { soort: 'genodigde', deelnemer: wiens }, nu),
    undefined,
    'de oude sleutel werkt nog',
  )
}

/** Exactly one owner, of government; it changes by acceptance of who was asked, a colleague, or who breaks through. */
function eenRegie({ voor, na, opdracht, wie }: Overgang): void {
  const { organisatie, medewerker: wieDan } = na.regie
  assert.ok(organisatie !== undefined && organisatie !== bank && wieDan !== '')
  assert.ok([...na.overdrachten.values()].filter(({ stand }) => stand === 'open').length <= 1)
  for (const een of na.opschalingen.values())
    assert.ok(
      een.stand !== 'open' || een.organisatie === organisatie || ligtDaar(na, een),
      'wie niet meer de regie heeft, wordt nog gevraagd',
    )
  if (organisatie === voor.regie.organisatie) return
  assert.ok(wie.soort === 'medewerker' && wie.organisatie === organisatie, 'iemand anders gaf de regie weg')
  assert.ok(opdracht.soort === 'aanvaard-overdracht' || opdracht.soort === 'breek-door')
  if (opdracht.soort === 'aanvaard-overdracht') {
    const aanbod = voor.overdrachten.get(opdracht.overdracht)
    assert.ok(aanbod?.stand === 'open' && aanbod.aan === organisatie)
  }
}

/** Asked where a step lies that is still to be done; by no words. */
function ligtDaar({ stappen }: Ketenzaak, { stap, organisatie, reden }: Opschaling): boolean {
  const is = stap === undefined ? undefined : stappen.get(stap)
  const vanHen = is?.eigenaar.soort === 'organisatie' && is.eigenaar.organisatie === organisatie
  return vanHen && !isAf(is.stand) && reden === undefined
}

/** No step without an owner that takes part, and a term; nothing waits for itself; the bound holds. */
function stappenHeel({ stappen, deelnemers, regie }: Ketenzaak): void {
  assert.ok(stappen.size <= HOOGSTENS_STAPPEN)
  for (const { termijn, eigenaar, stand } of stappen.values()) {
    assert.match(termijn, /^\d{4}-\d{2}-\d{2}$/)
    if (isAf(stand) || eigenaar.soort === 'inwoner') continue
    const doetMee =
      eigenaar.soort === 'partij'
        ? deelnemers.get(eigenaar.deelnemer)?.wie.soort === 'partij'
        : eigenaar.organisatie === regie.organisatie ||
          [...deelnemers.values()].some(
            ({ wie }) => wie.soort === 'organisatie' && wie.organisatie === eigenaar.organisatie,
          )
    assert.ok(doetMee, 'een stap van iemand die niet meedoet')
  }
  // By taking away what waits for nothing until nothing is left, and not by walking round.
  const over = new Map([...stappen].map(([id, { wachtOp }]) => [id, new Set(wachtOp)]))
  for (let weg = true; weg; ) {
    weg = false
    for (const [id, op] of over)
      if ([...op].every((een) => !over.has(een))) {
        over.delete(id)
        weg = true
      }
  }
  assert.equal(over.size, 0, 'een kring')
}

/** What was due is not due any more when the clock was there; of an open case it comes again, or somebody was asked. */
function nietsBlijftLiggen({ na, nu, opdracht, besluit }: Overgang): void {
  const volgend = volgendMoment(na)
  if (opdracht.soort === 'klok' && besluit.soort === 'ok')
    assert.ok(volgend === undefined || volgend > nu, `na de klok van ${nu.toISOString()} nog iets te doen`)
  const isGevraagd = [...na.opschalingen.values()].some(
    ({ stand, organisatie }) => stand === 'open' && organisatie === na.regie.organisatie,
  )
  assert.ok(
    na.stand === 'gesloten' || volgend !== undefined || isGevraagd,
    'een zaak die niemand wakker maakt',
  )
}

/** Whose a step is reads it as long as it is open, unless somebody stopped it or the resident objects. */
function teLezenDoorWieHetDoet({ na, nu }: Overgang): void {
  const volgend = volgendMoment(na)
  // The clock is late: it gives again what ends.
  if (na.stand === 'gesloten' || (volgend !== undefined && volgend <= nu)) return
  for (const { stap, stand, eigenaar } of na.stappen.values()) {
    if (isAf(stand) || eigenaar.soort !== 'organisatie' || eigenaar.organisatie === na.regie.organisatie)
      continue
    const { id } = vindOrganisatie(na, eigenaar.organisatie) ?? {}
    const laatste = [...na.delingen.values()].findLast(
      ({ onderdeel, deelnemer, doel }) => onderdeel === stap && deelnemer === id && doel === 'stap-uitvoeren',
    )
    const ziet = zicht(na, medewerker(eigenaar.organisatie), nu)?.stappen.find((een) => een.stap === stap)
    const isTeLezen = ziet?.isAfgeschermd === false
    // Consent ends on its day, and nobody says yes again for the resident.
    assert.ok(isTeLezen || laatste?.stand !== 'geldt' || laatste.grond !== 'taak', `${stap} onleesbaar`)
  }
}

function delingEindigt({ delingen }: Ketenzaak): void {
  for (const { sinds, tot } of delingen.values())
    assert.ok(tot.getTime() - sinds.getTime() <= DELING_DAGEN * 86_400_000, 'een deling zonder eind')
}

/** Whatever words reach a participant, a share that holds now stands behind each of them. */
function alleenGedeeld(stand: Ketenzaak, nu: Date): void {
  const kijkers: readonly Kijker[] = [
    ...[gemeente, svb, duo, uwv, bank].map((een) => medewerker(een)),
    ...[...stand.deelnemers.keys(), 'niemand'].map(
      (deelnemer) => ({ soort: 'genodigde', deelnemer }) as const,
    ),
  ]
  for (const kijker of kijkers) {
    const ziet = zicht(stand, kijker, nu)
    if (ziet === undefined || ziet.als === 'regie') continue
    assert.equal(stand.stand, 'open', 'een gesloten zaak is voor iedereen gesloten')
    const partij = stand.deelnemers.get(ziet.deelnemer ?? '')
    if (kijker.soort === 'genodigde') assert.ok(partij?.toegang && partij.toegang.tot > nu, 'niet getekend')
    const gedeeld = new Set(
      [...stand.delingen.values()]
        .filter((een) => een.deelnemer === ziet.deelnemer && een.stand === 'geldt' && een.tot > nu)
        .map(({ onderdeel }) => onderdeel),
    )
    for (const { id, tekst } of ziet.onderdelen)
      assert.ok(tekst === undefined || gedeeld.has(id), `${id} ongedeeld`)
    for (const { stap, titel, isAfgeschermd } of ziet.stappen) {
      assert.ok(titel === undefined || gedeeld.has(stap), `${stap} ongedeeld`)
      if (kijker.soort === 'genodigde')
        assert.ok(!isAfgeschermd, 'een buitenstaander ziet de stap van een ander')
    }
    if (ziet.betrokkene !== undefined) assert.ok(gedeeld.has('betrokkene'))
    // And no text of any kind besides, but whom to call, what they were asked to take over, and what they are called.
    const mag = new Set([
      ...[...gedeeld].flatMap((id) => tekstenVan(stand, id)),
      ...verwijzingenIn([
        stand.regie.aanspreekpunt,
        ziet.overdracht,
        partij,
        ziet.delingen,
        eigenVerzoeken(stand, ziet.deelnemer),
        ziet.opschalingen.filter((een) => ligtDaarBij(kijker, een.organisatie)),
      ]).map(({ tekst }) => tekst),
    ])
    for (const { tekst } of verwijzingenIn(ziet))
      assert.ok(mag.has(tekst), `${tekst} lekt naar ${JSON.stringify(kijker)}`)
  }
}

/**
 * Objected to and not judged `blijft`: not readable, by whatever share; but by one on consent that came after it was
 * stopped. An organisation that went away and came back is the same one.
 */
function bezwaarGeldt(stand: Ketenzaak, nu: Date): void {
  for (const organisatie of [svb, duo, uwv]) {
    const ziet = zicht(stand, medewerker(organisatie), nu)
    if (ziet === undefined || ziet.als === 'regie') continue
    const delingen = [...stand.delingen.values()].filter((een) => een.deelnemer === ziet.deelnemer)
    const leest = [
      ...ziet.onderdelen,
      ...ziet.stappen.flatMap((een) => (een.isAfgeschermd ? [] : [{ id: een.stap }])),
    ]
    for (const { id } of leest) {
      const rij = delingen.filter((een) => een.onderdeel === id)
      const laatst = rij.findLastIndex(
        (een) => een.bezwaar !== undefined && een.bezwaar.uitkomst !== 'blijft',
      )
      const mag = rij.some(
        (een, plaats) =>
          een.stand === 'geldt' &&
          een.tot > nu &&
          (laatst < 0 ||
            een.bezwaar?.uitkomst === 'blijft' ||
            (plaats > laatst && een.grond === 'toestemming')),
      )
      assert.ok(mag, `${id} is van ${organisatie}, en daartegen is bezwaar`)
    }
  }
  for (const een of stand.delingen.values())
    assert.ok(
      een.stand !== 'bezwaar' ||
        [...stand.delingen.values()].every(
          (ander) =>
            ander.stand !== 'geldt' || ander.onderdeel !== een.onderdeel || ander.deelnemer !== een.deelnemer,
        ),
      'een bezwaar wacht, en een andere deling geeft het toch',
    )
}

/** What a conflict tells, and the number that a view and a live connection go by: nothing of what they do not see. */
function alleenGemerkt({ na, nu, besluit, wie }: Overgang): void {
  if (besluit.soort === 'geweigerd') return
  const voorvallen = besluit.voorvallen.map(
    (inhoud, plaats): Voorval => ({ nr: plaats + 1, op: nu, door: daderVan(wie), opdracht: '', inhoud }),
  )
  for (const kijker of [
    ...[svb, duo, uwv].map((een) => medewerker(een)),
    ...[...na.deelnemers.keys()].map((deelnemer) => ({ soort: 'genodigde', deelnemer }) as const),
  ]) {
    const ziet = zicht(na, kijker, nu)
    if (ziet === undefined || ziet.als === 'regie') continue
    const mag = new Set([
      ...[ziet.stappen.map(({ stap }) => stap), [ziet.deelnemer, ziet.overdracht?.id]].flat(),
      ...[ziet.onderdelen, ziet.delingen, ziet.verzoeken, ziet.opschalingen].flatMap((rij) =>
        rij.map(({ id }) => id),
      ),
      ...[...na.overdrachten.values()].flatMap(({ id, aan }) =>
        kijker.soort === 'medewerker' && aan === kijker.organisatie ? [id] : [],
      ),
    ])
    for (const een of gemerkt({ stand: na, kijker, ziet }, voorvallen)) {
      const { over, soort } = gebeurd(een)
      assert.ok(
        over === undefined || mag.has(over) || soort === 'overdracht-aanvaard',
        `${soort} van ${over} wordt verteld aan ${JSON.stringify(kijker)}`,
      )
    }
  }
}

/** What was asked of a function where the step lies, and what they said to it. */
const ligtDaarBij = (kijker: Kijker, organisatie: string) =>
  kijker.soort === 'medewerker' && kijker.organisatie === organisatie

/** Why they were asked: to them, and to nobody else who takes part. */
const eigenVerzoeken = (stand: Ketenzaak, deelnemer: string | undefined) =>
  [...stand.verzoeken.values()].filter((een) => een.deelnemer === deelnemer)

function tekstenVan(stand: Ketenzaak, id: string): readonly string[] {
  const delen = [stand.onderdelen.get(id), stand.stappen.get(id)]
  const extra = id === 'betrokkene' ? stand.betrokkene : id === 'helper' ? stand.helper : undefined
  return verwijzingenIn([...delen, extra]).map(({ tekst }) => tekst)
}

/** After closing only the resident goes on, or who owns it for them: contest it, or answer afterwards. */
function geslotenIsGesloten({ voor, na, opdracht, wie, besluit }: Overgang): void {
  if (voor.stand === 'open') {
    const heeftJa =
      na.sluiting?.om === 'opgelost' ? na.sluiting.ja !== undefined : na.sluiting?.ja === undefined
    assert.ok(na.stand === 'open' || heeftJa)
    return
  }
  if (besluit.soort === 'geweigerd') return
  assert.ok(
    ['betwist-sluiting', 'beantwoord-navraag', 'wis-woorden'].includes(opdracht.soort),
    `${opdracht.soort} na sluiting`,
  )
  assert.ok(
    wie.soort === 'inwoner' || (wie.soort === 'medewerker' && wie.organisatie === voor.regie.organisatie),
  )
}

/** Awb 2:3: nothing is forwarded without the resident being told, and nobody is told of what did not happen. */
function samenGemeld({ na, besluit }: Overgang): void {
  for (const { gemeld } of na.doorzendingen.values()) assert.ok(gemeld, 'doorgestuurd en niet gemeld')
  if (besluit.soort === 'geweigerd') return
  const van = (soort: string) => besluit.voorvallen.filter((een) => een.soort === soort).length
  assert.equal(van('doorgestuurd'), van('doorzending-gemeld'))
  const gevraagd = besluit.voorvallen.filter(
    (een) => een.soort === 'mee-gevraagd' && een.wat === 'doorzending',
  )
  assert.equal(van('doorgestuurd'), gevraagd.length, 'doorgestuurd naar een lijst waar het niet staat')
  for (const { deelnemer, stand } of na.verzoeken.values())
    assert.ok(stand !== 'open' || na.deelnemers.has(deelnemer), 'gevraagd wie niet meedoet')
}
