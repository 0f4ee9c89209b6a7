import { startApp } from './app.ts'
import type { Demo } from './demo/index.ts'
import {
  createLog,
  klokVanaf,
  loadConfig,
  meldingVan,
  PlatformError,
  sluitBijSignaal,
  systeemklok,
} from './platform/index.ts'

try {
  const config = loadConfig(process.env, process.cwd())
  const klok = config.nu === undefined ? systeemklok : klokVanaf(config.nu)
  const log = createLog(klok.nu)
  // Before the start: a signal that comes while the database starts must not leave it behind.
  let sluit = async (): Promise<void> => {}
  const { promise: gestart, resolve: isGestart } = Promise.withResolvers<void>()
  sluitBijSignaal(async () => {
    await gestart
    await sluit()
  }, log)
  const app = await startApp({ config, klok, log }).finally(isGestart)
  sluit = app.sluit
  const adres = config.url ?? new URL(openAdres(app.adres))
  console.log(`Voordeur staat open op ${adres.href}`)
  if (app.demo?.inlog !== undefined) console.log(wieErZijn(adres, app.demo))
  app.demo?.wekZaken().catch((fout: unknown) => log.waarschuwing('voorbeeldzaken maken mislukt', { fout }))
} catch (fout) {
  // What is wrong, in a sentence with the remedy; the stack only when it is a mistake of ours.
  if (fout instanceof PlatformError)
    console.error(`Voordeur kan niet starten (${fout.code}).\n${fout.message}`)
  else console.error('Voordeur kan niet starten door een fout in het programma.', fout, meldingVan(fout))
  process.exitCode = 1
}

/** Fastify names `[::1]` or `127.0.0.1`; people type localhost. */
function openAdres(adres: string): string {
  return adres.replace(/\/\/(\[::1?\]|127\.0\.0\.1|0\.0\.0\.0)/, '//localhost')
}

/** Whom a newcomer can be, so that nobody has to search. */
function wieErZijn(
  adres: URL,
  {
    bekenden,
    bevolking,
    inlog,
    inlogMedewerkers,
    brp,
    inkomen,
    oefening,
    beheersleutel,
    post,
    toneel,
    schuldeisers,
  }: Demo,
): string {
  const namen = bekenden.filter(({ groep }) => groep === 'verhaal').map(({ persoon }) => persoon.voornamen)
  return [
    `Inloggen kan op ${new URL('/inloggen', adres).href}, zonder wachtwoord, als een van deze verzonnen mensen:`,
    `  ${namen.join(', ')}`,
    `of, met eHerkenning, voor een verzonnen bedrijf: ${bevolking.bedrijven.map(({ naam }) => naam).join(', ')}`,
    `Medewerkers van verzonnen organisaties beginnen op ${new URL('/balie', adres).href}.`,
    `Verzonnen organisaties: inloggen ${inlog?.uitgever.href} en ${inlogMedewerkers?.uitgever.href}, personen ${brp.url.href}, inkomen ${inkomen.url.href}`,
    `Wat aan e-mail, sms en brieven wordt verstuurd, ziet u op ${post.pagina.href}`,
    `Een verzonnen bedrijf een achterstand laten melden bij de gemeente: ${schuldeisers.pagina.href}`,
    `Iets laten gebeuren in het leven van deze mensen: ${toneel.pagina.href}`,
    `Oefenen met aansluiten (docs/aansluiten.md): ${oefening.naam}, Zaken API ${oefening.urls.zrc.href}, client-id ${oefening.client}, geheim ${oefening.geheim}, RSIN ${oefening.rsins.join(' ')}`,
    `Storingen nabootsen bij een verzonnen organisatie: kopregel X-Beheersleutel: ${beheersleutel}`,
  ].join('\n')
}
