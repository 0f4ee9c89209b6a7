/** For tests: a browser of sorts before the made-up login. Keeps cookies per host, follows what it is told to. */
export class Proefbrowser {
  readonly #koekjes = new Map<string, Map<string, string>>()

  async vraag(adres: URL, form?: Readonly<Record<string, string>>): Promise<Response> {
    const pot = this.#koekjes.get(adres.host) ?? new Map<string, string>()
    this.#koekjes.set(adres.host, pot)
    const antwoord = await fetch(adres, {
      redirect: 'manual',
      headers: { cookie: [...pot].map(([naam, waarde]) => `${naam}=${waarde}`).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const regel of antwoord.headers.getSetCookie()) {
      const [, naam = '', waarde = ''] = /^([^=]+)=([^;]*)/.exec(regel) ?? []
      pot.set(naam, waarde)
    }
    return antwoord
  }

  /** From the address of the provider to the address that it sends the browser back to. */
  async logIn(begin: URL, keuze: { readonly wie: string; readonly niveau: string }): Promise<URL> {
    let adres = begin
    for (let stap = 0; stap < 10; stap++) {
      if (/\/inloggen\/([\w-]+\/)?terug$/.test(adres.pathname)) return adres
      const isKeuze = adres.pathname.startsWith('/kies/')
      const antwoord = await this.vraag(adres, isKeuze ? keuze : undefined)
      const naar = antwoord.headers.get('location')
      if (naar === null) throw new Error(`geen vervolg op ${adres.pathname}: ${antwoord.status}`)
      adres = new URL(naar, adres)
    }
    throw new Error('te veel stappen')
  }
}
