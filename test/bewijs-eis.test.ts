import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { type AfspraakRij, createAfspraken } from '../src/afspraken/index.ts'
import { openSleutelring, type Verwerkingsbewijs } from '../src/audit/index.ts'
import { nepbewijs, proefbewijs, proefregister } from '../src/audit/proefaudit.ts'
import {
  maakPersoonId,
  maakUuid7,
  type PersoonId,
  parseBsn,
  parseEilandnummer,
  parseOrganisatieId,
} from '../src/domain/index.ts'
import { brpRegister } from '../src/inwoner/brp/brp.ts'
import { brpZoekregister } from '../src/inwoner/brp/zoeken.ts'
import { createHulpbehoeften, metEilandnummer, type Terugmelding } from '../src/inwoner/index.ts'
import { inkomensRegister } from '../src/inwoner/inkomen/inkomen.ts'
import { terugmeldloket } from '../src/inwoner/terugmeldloket/terugmeldloket.ts'
import { parseDatum } from '../src/kalender/index.ts'
import {
  createBerichten,
  createContactadressen,
  createHerstelwerk,
  createPostbus,
  createVoorkeuren,
  type Zending,
} from '../src/kanalen/index.ts'
import { createOntvangst } from '../src/ontvangst/index.ts'
import type { Bron } from '../src/platform/bron/index.ts'
import {
  afspraakOpslag,
  berichtOpslag,
  hulpbehoefteOpslag,
  inzendingOpslag,
  ketenzaakOpslag,
  portaalOpslag,
  poststukOpslag,
  terugmeldingOpslag,
  toegangOpslag,
  voorkeurOpslag,
  zendingOpslag,
} from '../src/store/index.ts'
import { openProefdatabank } from '../src/store/proefdatabank.ts'
import { openProefloket } from '../src/store/proefloket.ts'
import { openToegang } from '../src/toegang/index.ts'
import { createPortalen, openInzendingen } from '../src/zaken/index.ts'
import { hulpaanbodvragen } from './bewijs-eis-hulpaanbod.ts'
import { volgvragen } from './bewijs-eis-volgen.ts'
import { findLezers } from './tidy/leesregels.ts'
import { bestanden, leesAlle } from './tidy/repository.ts'

const nu = new Date('2026-03-01T10:00:00Z')

/** Everything that asks for proof, called about one person with whatever is held up to it. */
async function openVragen(t: Parameters<typeof openProefdatabank>[0]) {
  const proef = await openProefdatabank(t)
  const { databank, alsRol } = proef
  const keten = openProefloket(proef)
  const stores = toegangOpslag({ databank, bewijs: alsRol('bewijs'), bewaring: alsRol('bewaring') })
  const toegang = openToegang({
    stores,
    register: () => proefregister(),
    ring: openSleutelring(() => ['een geheim van minstens tweeëndertig tekens']),
    nu: () => nu,
    toeval: randomBytes,
    registerUri: 'https://voordeur.example/verwerkingen',
  })
  let gevraagd = 0
  const bron: Bron = {
    vraag: async () => {
      gevraagd++
      return { status: 'niet-gevonden', op: nu }
    },
    roep: () => assert.fail('hier wordt anders gevraagd'),
    keurAf: () => assert.fail('niets wordt afgekeurd'),
    stand: () => assert.fail('niemand vraagt hoe het gaat'),
    sluit: () => {},
  }
  const eilandnummer = parseEilandnummer('1985031204') ?? assert.fail()
  const bsn = parseBsn('999990019')
  const [vandaag, tot, organisatie] = [
    parseDatum('2026-03-01'),
    parseDatum('2027-03-01'),
    parseOrganisatieId('svb'),
  ]
  assert.ok(bsn && vandaag && tot && organisatie)
  const ik = await toegang.kluis.persoonBij(bsn)
  const { aanbiedingen, machtigingen, sessies, audit, kluis, metBsn } = toegang
  const terugmeldingen = terugmeldingOpslag(databank)
  const berichtStore = berichtOpslag(databank)
  const berichtdelen = {
    store: berichtStore,
    audit,
    ring: openSleutelring(() => ['een geheim van minstens tweeëndertig tekens']),
    nu: () => nu,
    toeval: randomBytes,
  }
  const berichten = createBerichten(berichtdelen)
  const voorkeurStore = voorkeurOpslag(databank)
  const zendingen = zendingOpslag(databank)
  const voorkeuren = createVoorkeuren({ ...berichtdelen, store: voorkeurStore })
  const adressen = createContactadressen({
    ...berichtdelen,
    store: voorkeurStore,
    wegen: () => new Map(),
    opstelCode: () => assert.fail('er gaat geen code uit'),
    maakMelding: () => undefined,
  })
  const postbus = createPostbus({
    ...berichtdelen,
    zendingen,
    magMeelezen: () => assert.fail('er wordt niets doorgestuurd'),
    heeftBriefweg: () => true,
  })
  const herstelwerk = createHerstelwerk({
    ...{
      ...berichtdelen,
      store: zendingen,
      loting: () => 0,
      heeftBalie: () => true,
      laatsteBlikken: new Map(),
    },
    opstel: () => assert.fail('er wordt niets opgesteld'),
    codes: { maakControlecodes: () => assert.fail('er wordt geen code gemaakt') },
  })
  const houder = { persoon: ik, door: { soort: 'zelf' } } as const
  const poststukken = poststukOpslag(databank)
  const ontvangst = createOntvangst({
    store: poststukken,
    audit,
    ring: openSleutelring(() => ['een geheim van minstens tweeëndertig tekens']),
    aanwijzing: () => ({ soort: 'niet-vastgesteld' }),
    isWegErgensVoor: () => false,
    zoneVan: () => 'Europe/Amsterdam',
    werktHier: () => true,
    opstel: () => ({ onderwerp: {}, alineas: [] }),
    opstelEmail: () => assert.fail('er wordt niets gemaild'),
    nu: () => nu,
    toeval: randomBytes,
  })
  const lezer = { medewerker: 'm', organisatie, persoon: ik }
  const melding = { id: maakUuid7(nu, randomBytes), persoon: ik, gegeven: 'adres' } as Terugmelding
  const loket = terugmeldloket(bron, metBsn)
  const nieuw = () => ({
    id: maakUuid7(nu, randomBytes),
    organisatie,
    diensten: [],
    geldigVanaf: vandaag,
    geldigTot: tot,
  })
  const vrager = { soort: 'persoon', persoon: ik } as const
  const collega = { soort: 'medewerker', medewerker: 'm', organisatie } as const
  const poging = { codes: [], nu, grenzen: [], maxBekeken: 1 }
  const stil = () => assert.fail('geen organisatie wordt gevraagd')
  const portalen = createPortalen({
    portalen: [{ id: 'mijn-stad', naam: 'Mijn Stad', client: 'stad', geheim: 'geheim' }],
    store: portaalOpslag(databank),
    audit,
    kluis,
    begrenzer: toegang.begrenzer,
    zaken: { kijk: stil, taak: stil, vergeet: () => {} },
    woorden: { rsinVan: () => undefined, naamVan: (id) => id, adresVan: () => undefined },
    nu: () => nu,
  })
  const inzendingStore = inzendingOpslag(databank)
  const inzendingen = openInzendingen({ ...berichtdelen, store: inzendingStore })
  const hulpStore = hulpbehoefteOpslag(databank)
  const hulp = createHulpbehoeften({
    store: hulpStore,
    audit,
    ring: openSleutelring(() => ['een geheim van minstens tweeëndertig tekens']),
    nu: () => nu,
    toeval: randomBytes,
  })
  const ketenStore = ketenzaakOpslag(databank)
  const afspraakStore = afspraakOpslag(databank)
  const afspraken = createAfspraken({
    store: afspraakStore,
    audit,
    ring: openSleutelring(() => ['een geheim van minstens tweeëndertig tekens']),
    teams: () => [],
    nu: () => nu,
    toeval: randomBytes,
  })
  const afspraakRij: AfspraakRij = {
    id: maakUuid7(nu, randomBytes),
    nummer: 'BCD-234',
    persoon: ik,
    organisatie,
    team: 'balie',
    vorm: 'balie',
    stand: 'gemaakt',
    door: 'zelf',
    gemaakt: nu,
    herinnerd: undefined,
    herinnerVanaf: nu,
    keer: 1,
    begin: nu,
    einde: new Date(nu.getTime() + 1),
    kenmerk: Buffer.alloc(32),
    kid: 'k',
    cijfer: Buffer.alloc(1),
  }
  const volgend = volgvragen({ databank, audit, metBsn, ik, organisatie, nu })
  const hulpaanbod = hulpaanbodvragen({ databank, audit, ik, organisatie, nu })
  const vragen: Readonly<Record<string, (bewijs: Verwerkingsbewijs) => Promise<unknown>>> = {
    ...volgend.vragen,
    ...hulpaanbod.vragen,
    'Audit.leesInzage': (bewijs) => audit.leesInzage(ik, bewijs),
    'BewijsStore.leesInzage': (bewijs) => stores.bewijs.leesInzage(ik, bewijs, { max: 1 }),
    'KopLezer.leesKeuzes': (bewijs) => stores.bewijs.leesKeuzes(ik, bewijs),
    'Toegang.leesKeuzes': (bewijs) => toegang.leesKeuzes(ik, bewijs),
    'KopLezer.leesKop': (bewijs) => stores.bewijs.leesKop(ik, bewijs),
    'Toegang.leesInzage': (bewijs) => toegang.leesInzage(ik, bewijs),
    'Toegang.leesKop': (bewijs) => toegang.leesKop(ik, bewijs),
    'InkomensRegister.raadpleeg': (bewijs) => inkomensRegister(bron, metBsn).raadpleeg(ik, bewijs),
    'PersoonsRegister.raadpleeg': (bewijs) =>
      brpRegister(bron, {
        metBsn,
        personenBij: kluis.personenBij,
        schrijfMeegekomen: audit.schrijfMeegekomen,
      }).raadpleeg(ik, bewijs),
    'Contactadressen.bevestig': (bewijs) => adressen.bevestig(houder, melding.id, '123456', bewijs),
    'Contactadressen.stuurCode': (bewijs) => adressen.stuurCode(houder, melding.id, 'nl', bewijs),
    'Contactadressen.voegToe': (bewijs) =>
      adressen.voegToe(houder, { soort: 'email', waarde: 'an@voorbeeld.example' }, bewijs),
    'Contactadressen.wis': (bewijs) => adressen.wis(houder, melding.id, bewijs),
    'Postbus.bekijk': (bewijs) => postbus.bekijk({ persoon: ik, lezer: ik }, melding.id, bewijs),
    'Postbus.bijlage': (bewijs) => postbus.bijlage(ik, melding.id, 0, bewijs),
    'Postbus.lijst': (bewijs) => postbus.lijst({ persoon: ik, lezer: ik }, { map: 'postvak' }, bewijs),
    'Postbus.markeer': (bewijs) => postbus.markeer({ persoon: ik, lezer: ik }, melding.id, 'archief', bewijs),
    'Postbus.stuurDoor': (bewijs) => postbus.stuurDoor(ik, melding.id, ik, bewijs),
    'Postbus.verloop': (bewijs) => postbus.verloop(ik, melding.id, bewijs),
    'Postbus.vraagPapier': (bewijs) => postbus.vraagPapier({ persoon: ik, lezer: ik }, melding.id, bewijs),
    'Postbus.zoek': (bewijs) => postbus.zoek({ persoon: ik, lezer: ik }, 'zaak', bewijs),
    'BerichtStore.bijlage': (bewijs) => berichtStore.bijlage(ik, melding.id, 0, bewijs),
    'VoorkeurStore.haal': (bewijs) => voorkeurStore.haal(houder, bewijs),
    'Voorkeuren.haal': (bewijs) => voorkeuren.haal(houder, bewijs),
    'Voorkeuren.wijzig': (bewijs) => voorkeuren.wijzig(houder, () => ({}), bewijs),
    'ZendingStore.lees': (bewijs) =>
      zendingen.lees([{ persoon: ik, bericht: melding.id } as Zending], bewijs),
    'ZendingStore.vanBericht': (bewijs) => zendingen.vanBericht(ik, melding.id, bewijs),
    'ZendingStore.herstelOpen': (bewijs) => zendingen.herstelOpen(lezer, melding.id, bewijs),
    'ZendingStore.herstelBijlage': (bewijs) => zendingen.herstelBijlage(lezer, melding.id, 0, bewijs),
    'Herstelwerk.bijlage': (bewijs) => herstelwerk.bijlage(lezer, melding.id, 0, bewijs),
    'Herstelwerk.open': (bewijs) => herstelwerk.open(lezer, melding.id, bewijs),
    'Herstelwerk.rondAf': (bewijs) => herstelwerk.rondAf(lezer, melding.id, 'gedaan', bewijs),
    'Terugmeldloket.meld': (bewijs) => loket.meld(melding, bewijs),
    'Terugmeldloket.volg': (bewijs) => loket.volg(melding, bewijs),
    'TerugmeldingStore.haal': (bewijs) => terugmeldingen.haal(ik, bewijs, melding.id),
    'TerugmeldingStore.vanPersoon': (bewijs) => terugmeldingen.vanPersoon(ik, bewijs),
    'Aanbiedingen.toets': (bewijs) => aanbiedingen.toets(ik, bewijs, nieuw(), vandaag),
    'Aanbiedingen.maak': (bewijs) => aanbiedingen.maak(ik, bewijs, nieuw(), vandaag),
    'Aanbiedingen.alle': (bewijs) => aanbiedingen.alle(ik, bewijs),
    'Aanbiedingen.trekIn': (bewijs) => aanbiedingen.trekIn(ik, bewijs, melding.id),
    'Aanbiedingen.bekijk': (bewijs) => aanbiedingen.bekijk(ik, bewijs, '1', vandaag),
    'Aanbiedingen.neemAan': (bewijs) => aanbiedingen.neemAan(ik, bewijs, '1', vandaag),
    'Aanbiedingen.weiger': (bewijs) => aanbiedingen.weiger(ik, bewijs, '1', vandaag),
    'AanbodStore.alle': (bewijs) => stores.aanbiedingen.alle(ik, bewijs),
    'AanbodStore.probeer': (bewijs) =>
      stores.aanbiedingen.probeer(ik, bewijs, poging, () => ({ soort: 'niets' })),
    'AfspraakStore.lijst': (bewijs) => afspraakStore.lijst(vrager, bewijs, 1),
    'AfspraakStore.vind': (bewijs) => afspraakStore.vind(vrager, melding.id, bewijs),
    'Afspraken.lijst': (bewijs) => afspraken.lijst(vrager, bewijs),
    'Afspraken.vind': (bewijs) => afspraken.vind(vrager, melding.id, bewijs),
    'Afspraken.verzet': (bewijs) => afspraken.verzet(vrager, melding.id, nu, bewijs),
    'Afspraken.zegAf': (bewijs) => afspraken.zegAf(vrager, melding.id, bewijs),
    'Afspraken.boek': (bewijs) =>
      afspraken.boek(
        vrager,
        { team: 'x', begin: nu, inhoud: { onderwerp: 'anders' }, door: 'zelf', kenmerk: '1' },
        bewijs,
      ),
    'HulpbehoefteStore.haal': (bewijs) => hulpStore.haal(vrager, bewijs),
    'Hulpbehoeften.haal': (bewijs) => hulp.haal(vrager, bewijs),
    'Hulpbehoeften.trekIn': (bewijs) => hulp.trekIn({ soort: 'persoon', persoon: ik }, bewijs),
    'BerichtStore.lijst': (bewijs) => berichtStore.lijst(ik, bewijs, 1),
    'BerichtStore.vind': (bewijs) => berichtStore.vind(ik, melding.id, bewijs),
    'Berichten.open': (bewijs) => berichten.open({ persoon: ik, lezer: ik }, melding.id, bewijs),
    'PoststukStore.lijst': (bewijs) => poststukken.lijst(ik, bewijs, 1),
    'PoststukStore.vind': (bewijs) => poststukken.vind(ik, melding.id, bewijs),
    'PoststukStore.bijlage': (bewijs) => poststukken.bijlage(ik, melding.id, 0, bewijs),
    'PoststukStore.verkeer': (bewijs) => poststukken.verkeer(ik, bewijs),
    'PoststukStore.bij': (bewijs) => poststukken.bij(lezer, bewijs, {}, 1),
    'PoststukStore.vindBij': (bewijs) => poststukken.vindBij(lezer, melding.id, bewijs),
    'PoststukStore.bijlageBij': (bewijs) => poststukken.bijlageBij(lezer, melding.id, 0, bewijs),
    'Ontvangst.verstuurd': (bewijs) => ontvangst.verstuurd(ik, bewijs),
    'Ontvangst.open': (bewijs) => ontvangst.open(ik, melding.id, bewijs),
    'Ontvangst.bijlage': (bewijs) => ontvangst.bijlage(ik, melding.id, 0, bewijs),
    'Ontvangst.verkeer': (bewijs) => ontvangst.verkeer(ik, bewijs),
    'Behandeling.bij': (bewijs) => ontvangst.bij(lezer, bewijs),
    'Behandeling.openBij': (bewijs) => ontvangst.openBij(lezer, melding.id, bewijs),
    'Behandeling.bijlageBij': (bewijs) => ontvangst.bijlageBij(lezer, melding.id, 0, bewijs),
    'Behandeling.meld': (bewijs) => ontvangst.meld(lezer, melding.id, { soort: 'verkeerde-weg' }, bewijs),
    'Behandeling.merkBezorgd': (bewijs) => ontvangst.merkBezorgd(lezer, melding.id, bewijs),
    'Behandeling.zetGereed': (bewijs) => ontvangst.zetGereed(lezer, melding.id, true, bewijs),
    'Kluis.toonNummers': (bewijs) => kluis.toonNummers(ik, bewijs),
    // The same, as the adapter of cases has it.
    'Huis.toonNummers': (bewijs) => kluis.toonNummers(ik, bewijs),
    'MachtigingStore.alle': (bewijs) => stores.machtigingen.alle(vrager, bewijs),
    'Machtigingen.alle': (bewijs) =>
      machtigingen.alle({ soort: 'medewerker', medewerker: 'm', organisatie, persoon: ik }, bewijs),
    'SessieStore.vanPersoon': (bewijs) => stores.sessies.vanPersoon(ik, bewijs),
    'Portalen.toestemmingen': (bewijs) => portalen.toestemmingen(ik, bewijs),
    'Portalen.geef': (bewijs) => portalen.geef(ik, 'mijn-stad', bewijs),
    'Portalen.trekIn': (bewijs) => portalen.trekIn(ik, 'mijn-stad', bewijs),
    'InzendingStore.lees': (bewijs) => inzendingStore.lees(ik, bewijs, 1),
    'Inzendingen.lees': (bewijs) => inzendingen.lees(ik, bewijs),
    'PortaaltoestemmingStore.lijst': (bewijs) => portaalOpslag(databank).lijst(ik, bewijs),
    'Sessies.lijst': (bewijs) => sessies.lijst(ik, bewijs),
    'KetenzaakStore.eigen': (bewijs) => ketenStore.eigen(ik, bewijs, 1),
    'KetenzaakStore.vanPersoon': (bewijs) => ketenStore.vanPersoon(collega, ik, bewijs, 1),
    'KetenzaakStore.wieZag': (bewijs) => ketenStore.wieZag(ik, melding.id, bewijs, { hoogstens: 1 }),
    'KetenzaakStore.teksten': (bewijs) =>
      ketenStore.teksten(vrager, { ketenzaak: melding.id, persoon: ik }, [], bewijs),
    // Last: what it writes is sealed by nobody, and could not be opened above.
    'AfspraakStore.plaats': (bewijs) =>
      afspraakStore.plaats(vrager, afspraakRij, { capaciteit: 1, maxOpen: 1 }, bewijs, []),
  }
  const register = brpZoekregister(bron, kluis.personenBij)
  const metEiland = metEilandnummer(register, async () => undefined)
  const zoekers = [
    (bewijs: Verwerkingsbewijs) => register.zoek(bewijs, { soort: 'bsn', bsn }),
    (bewijs: Verwerkingsbewijs) => metEiland.zoek(bewijs, { soort: 'eilandnummer', eilandnummer }),
  ]
  // Of whom something is that came in: asked with a proof that is about nobody yet.
  const afzenders = {
    ...volgend.zonderPersoon,
    ...hulpaanbod.zonderPersoon,
    'Loket.grondOver': async (bewijs: Verwerkingsbewijs) =>
      keten.loket.grondOver?.(keten.medewerker(organisatie), melding.id, bewijs),
    'ZendingStore.herstelWie': (bewijs: Verwerkingsbewijs) => zendingen.herstelWie(lezer, melding.id, bewijs),
    'Herstelwerk.wie': (bewijs: Verwerkingsbewijs) => herstelwerk.wie(lezer, melding.id, bewijs),
    'PoststukStore.afzenderVan': (bewijs: Verwerkingsbewijs) =>
      poststukken.afzenderVan(lezer, melding.id, bewijs),
    'Behandeling.afzenderVan': (bewijs: Verwerkingsbewijs) =>
      ontvangst.afzenderVan(lezer, melding.id, bewijs),
  }
  const gesloten = async (betrokkenen: PersoonId) => {
    const verwerking = { doel: 'inkomen-tonen', gegevens: ['inkomen'], betrokkenen: [betrokkenen] } as const
    return audit.metVerwerking(
      { ...verwerking, door: { soort: 'inwoner', persoon: ik } },
      async (bewijs) => bewijs,
    )
  }
  return { vragen, zoekers, afzenders, gesloten, ik, gevraagd: () => gevraagd }
}

const geweigerd = { name: 'VerwerkingGeweigerd' }

test('each port that asks for proof holds it against the person, and gives nothing for one that does not fit', async (t) => {
  const { vragen, zoekers, afzenders, gesloten, ik, gevraagd } = await openVragen(t)
  const src = leesAlle(bestanden().filter((pad) => /^src\/.*\.ts$/.test(pad)))
  const poorten = findLezers(src).filter(
    ({ naam, neemtBewijs, geeft }) => neemtBewijs && geeft !== 'void' && naam.includes('.'),
  )
  // A new port with proof gets a line above: taking proof and not looking at it would be worse than not taking it.
  assert.deepEqual(
    [...Object.keys({ ...vragen, ...afzenders }), 'PersonenZoekregister.zoek', 'Zoekregister.zoek'].sort(),
    [...new Set(poorten.map(({ naam }) => naam))].sort(),
  )

  const ander = maakPersoonId(nu, randomBytes)
  const onecht = [nepbewijs(), proefbewijs(ander), proefbewijs([]), await gesloten(ik)]
  for (const [naam, vraag] of Object.entries(vragen))
    for (const [nummer, bewijs] of onecht.entries())
      await assert.rejects(async () => vraag(bewijs), geweigerd, `${naam} met bewijs ${nummer}`)
  for (const [nummer, bewijs] of [nepbewijs(), proefbewijs(ik), await gesloten(ik)].entries())
    for (const zoek of [...zoekers, ...Object.values(afzenders)])
      await assert.rejects(async () => zoek(bewijs), geweigerd, `zoeken met bewijs ${nummer}`)
  assert.equal(gevraagd(), 0, 'geen bron is iets gevraagd')

  for (const [naam, vraag] of Object.entries(vragen)) await assert.doesNotReject(vraag(proefbewijs(ik)), naam)
  for (const zoek of Object.values(afzenders)) assert.equal(await zoek(proefbewijs([])), undefined)
  for (const zoek of zoekers) assert.equal((await zoek(proefbewijs([]))).status, 'ok')
  assert.equal(gevraagd(), 5)
})
